import "server-only"
import { eq, sql } from "drizzle-orm"
import { electionResults, nominations } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { writeBlt } from "../../../ballots/blt"
import type { Count } from "../../../ballots/election"
import { found } from "../../../errors"
import { type Candidate, onlyNaming, toCount } from "../counting/words"
import { getElection } from "../queries"
import { countVoted } from "../roll/queries"
import { codeIn, markOf } from "../voting/box"

/** How an election came out. `blank`: voted, and for nobody. */
export type Result = {
  onRoll: number
  voted: number
  onPaper: number
  blank: number
  /** Of so many groups somebody else cast the vote that was counted, as they say. */
  disputed: number
  candidates: Candidate[]
  count: Count
  countedAt: Date
}

/** How an election came out, without the names of those whose nominations aren’t kept any more; for staff once it is counted and for everybody else once it is told. Null before, or without a vote. */
export async function getResult(ctx: Ctx, electionId: string): Promise<Result | null> {
  const [row] = await ctx.tx.select().from(electionResults).where(eq(electionResults.electionId, electionId))
  if (!row) return null
  const { onRoll, voted, onPaper, countedAt } = row
  const { disputed } = await countVoted(ctx, electionId)
  const kept = await ctx.tx
    .select({ id: nominations.id })
    .from(nominations)
    .where(eq(nominations.electionId, electionId))
  const told = onlyNaming(new Set(kept.map(({ id }) => id)), row.candidates, row.content as Count)
  return { disputed, onRoll, voted, onPaper, countedAt, ...told, blank: told.count.invalid }
}

/** The ballots as they were counted, as a BLT file, for a count elsewhere. NotFound before the result is told. */
export async function getBlt(ctx: Ctx, electionId: string): Promise<{ title: string; blt: string }> {
  const election = await getElection(ctx, electionId)
  const { candidates } = found(await getResult(ctx, electionId))
  const rows = await ctx.tx.execute<{ preferences: number[] }>(
    sql`select preferences from counted_ballots where election_id = ${electionId}::uuid`,
  )
  const ballots = rows.map(({ preferences }) => preferences)
  const { title, places } = election
  return { title, blt: writeBlt(toCount({ title, candidates, places, ballots })) }
}

/** Whether the ballot of a receipt was counted. Anybody with the code may ask, once the result is told. */
export async function wasCounted(ctx: Ctx, electionId: string, typed: string): Promise<boolean> {
  const { shownAt } = await getElection(ctx, electionId)
  found(shownAt)
  return isCounted(ctx, electionId, typed)
}

/** The same for whoever holds the link of the vote, from the count on. Who may ask is settled before. */
export async function isCounted(ctx: Ctx, electionId: string, typed: string): Promise<boolean> {
  const code = codeIn(typed)
  if (!code) return false
  const [row] = await readingAll(ctx, "a voter asks by their receipt; which ballot it was nothing says", () =>
    ctx.tx.execute(
      sql`select mark from counted_receipts where election_id = ${electionId}::uuid and mark = ${markOf(electionId, code).toString("hex")}`,
    ),
  )
  return row !== undefined
}
