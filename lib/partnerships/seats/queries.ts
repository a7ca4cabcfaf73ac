import "server-only"
import { sql } from "drizzle-orm"
import type { SEAT_HOLDERS, TERM_ENDINGS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { inOffice } from "../../access/may"
import { ensure, found } from "../../errors"
import { mayReadAllBoards } from "../policy"
import { getBoard, type Holder } from "../queries"

/** A term as staff keep it: with how it ended, and whether the public page names whoever holds it. */
export type Term = Holder & {
  chosenNote: string | null
  ending: keyof typeof TERM_ENDINGS | null
  endedReason: string | null
  named: boolean
  /** When interests were last declared. */
  declaredOn: string | null
}

/** One seat with everybody who ever held it, the newest first. For staff. */
export async function getSeat(ctx: Ctx, id: string) {
  ensure(mayReadAllBoards(ctx.actor))
  const [row] = await ctx.tx.execute<{ boardId: string }>(
    sql`select s.board_id as "boardId" from seats s where s.id = ${id}`,
  )
  const board = await getBoard(ctx, found(row).boardId)
  const terms = await ctx.tx.execute<Term>(sql`
    select t.id as "termId", p.id as "personId", p.name, g.id as "groupId", g.name as "group", t.holds, t.chosen_by as "chosenBy",
      t.chosen_note as "chosenNote", t.starts_on::text as "from", t.ends_on::text as until, t.ended_on::text as "endedOn", t.ending,
      t.ended_reason as "endedReason", t.named_at is not null as named, ${inOffice(ctx)} as "inOffice",
      (select max(d.declared_on)::text from interest_declarations d where d.term_id = t.id) as "declaredOn"
    from seat_terms t join people p on p.id = t.person_id left join groups g on g.id = t.group_id
    where t.seat_id = ${id} order by t.ended_on is not null, t.starts_on desc, t.holds, p.name`)
  return { board, seat: found(board.seats.find((seat) => seat.id === id)), terms: [...terms] }
}

/** Everybody in office on a board today: representatives first. */
export async function listInOffice(ctx: Ctx, boardId: string) {
  const rows = await ctx.tx.execute<{ personId: string; name: string; holds: keyof typeof SEAT_HOLDERS }>(sql`
    select distinct on (p.id) p.id as "personId", p.name, t.holds from seat_terms t join seats s on s.id = t.seat_id join people p on p.id = t.person_id
    where s.board_id = ${boardId} and p.left_at is null and ${inOffice(ctx)} order by p.id, t.holds`)
  return [...rows].sort(
    (one, other) => one.holds.localeCompare(other.holds) || one.name.localeCompare(other.name),
  )
}
