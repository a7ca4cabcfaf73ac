import { sql } from "drizzle-orm"
import type { Ctx } from "@/lib/access/ctx"

type Row = Record<string, unknown>
type Reader = { staff: boolean; member: boolean; groups: Set<string> }
type Known = {
  shownBoard: Map<string, string>
  ofElections: Awaited<ReturnType<typeof factsOfElections>>
}

/** Facts about elections by which a test works out who may read what, apart from the policies. */
export async function factsOfElections(ctx: Ctx) {
  const pairs = async (query: ReturnType<typeof sql>) => {
    const rows = await ctx.tx.execute<{ id: string; of: string }>(query)
    return new Map(rows.map(({ id, of }) => [id, of]))
  }
  return {
    announced: await pairs(sql`select id, board_id as of from elections where published_at is not null`),
    told: await pairs(sql`select id, id as of from elections where shown_at is not null`),
  }
}

const OF_GROUP = new Set(["endorsements", "election_roll", "roll_appeals"])
const OF_RESULT = new Set(["counted_ballots", "counted_receipts", "election_results"])

/** Who may read a row about an election, in the words of the product; null for any other table. */
export function mayReadOfElection(table: string, row: Row, who: Reader, known: Known): boolean | null {
  const text = (name: string) => row[name] as string
  const { announced, told } = known.ofElections
  const election = (id: string) =>
    announced.has(id) && (who.member || known.shownBoard.has(announced.get(id) ?? ""))
  if (table === "elections") return who.staff || election(text("id"))
  if (table === "election_seats") return who.staff || election(text("election_id"))
  if (table === "nominations")
    return who.staff || (row.valid_at !== null && row.withdrawn_at === null && election(text("election_id")))
  if (OF_GROUP.has(table)) return who.staff || who.groups.has(text("group_id"))
  if (table === "ballot_boxes") return false
  if (OF_RESULT.has(table)) {
    const id = text("election_id")
    return who.staff || (told.has(id) && election(id))
  }
  return null
}
