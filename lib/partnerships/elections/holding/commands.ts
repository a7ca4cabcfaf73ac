import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { type Election, getElection } from "../queries"

/** The election, kept from others until this is done: every step of it takes this first. NotFound where it isn’t there. */
export async function holdElection(ctx: Ctx, id: string): Promise<Election> {
  await ctx.tx.execute(sql`select from elections where id = ${id}::uuid for update`)
  return getElection(ctx, id)
}

/** Refused once nominations have closed, or before they open. */
export const ensureOpen = (ctx: Ctx, election: Election) => {
  if (election.state !== "nominating" || election.nominationsUntil <= ctx.now)
    throw new RuleBroken(say("Nominations have closed."))
}
