import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadBoard } from "../policy"

/** What somebody left to whoever comes after them on a seat. */
export type LeftBehind = {
  termId: string
  personId: string
  name: string
  seat: string
  words: string
  endedOn: string | null
}

/** What those who hold and held the seats of a board left to whoever comes next, the newest first: for those who sit there, and staff. */
export async function listHandovers(ctx: Ctx, boardId: string): Promise<LeftBehind[]> {
  ensure(mayReadBoard(ctx.actor, boardId))
  const rows = await ctx.tx.execute<LeftBehind>(sql`
    select t.id as "termId", p.id as "personId", p.name, s.title as seat, t.handover as words, t.ended_on::text as "endedOn"
    from seat_terms t join seats s on s.id = t.seat_id join people p on p.id = t.person_id
    where s.board_id = ${boardId} and t.handover is not null order by t.ended_on desc nulls first, t.starts_on desc, t.id limit 20`)
  return [...rows]
}
