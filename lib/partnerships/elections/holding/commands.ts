import "server-only"
import { eq, sql } from "drizzle-orm"
import { nominations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { found, RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { type Election, getElection } from "../queries"

/** The election, kept from others until this is done: every step of it takes this first. NotFound where it isn’t there. */
export async function holdElection(ctx: Ctx, id: string): Promise<Election> {
  await ctx.tx.execute(sql`select from elections where id = ${id}::uuid for update`)
  return getElection(ctx, id)
}

/** The same, by somebody who was put up for it. */
export async function holdElectionOf(ctx: Ctx, nominationId: string): Promise<Election> {
  const [row] = await ctx.tx
    .select({ electionId: nominations.electionId })
    .from(nominations)
    .where(eq(nominations.id, nominationId))
  return holdElection(ctx, found(row).electionId)
}

/** Refused once nominations have closed, or before they open. */
export const ensureOpen = (ctx: Ctx, election: Election) => {
  if (election.state !== "nominating" || election.nominationsUntil <= ctx.now)
    throw new RuleBroken(say("Nominations have closed."))
}
