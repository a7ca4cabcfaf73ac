import "server-only"
import { sql } from "drizzle-orm"
import type { SEAT_HOLDERS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { inOffice, isChosen } from "../../access/may"
import { found } from "../../errors"
import { isVacant } from "../queries"

type Speaker = {
  personId: string
  name: string
  group: string | null
  holds: keyof typeof SEAT_HOLDERS
  until: string | null
  /** The first day, where it is still to come. */
  from: string | null
}
/** A seat as anybody may know of it: what it is for, who speaks there, or that it is vacant and what the role asks. */
export type PublicSeat = {
  id: string
  title: string
  mandate: string | null
  role: string | null
  time: string | null
  termMonths: number | null
  vacant: boolean
  speakers: Speaker[]
}
export type PublicBoard = {
  id: string
  name: string
  purpose: string | null
  website: string | null
  bodies: string[]
  seats: PublicSeat[]
}

/** The seats that are vacant; one whose holder isn’t named is not. */
const listVacant = (ctx: Ctx) =>
  readingAll(
    ctx,
    "whether a seat is held is told with the seat, though not always who holds it",
    async () => {
      const rows = await ctx.tx.execute<{ id: string }>(sql`select s.id from seats s where ${isVacant(ctx)}`)
      return rows.map(({ id }) => id)
    },
  )

/**
 * Who speaks for groups where: boards that go on, with their seats. Anybody reads those on the public page, and the names
 * of those who agreed; whoever is known here reads all of them.
 */
export async function listSpokenFor(ctx: Ctx): Promise<PublicBoard[]> {
  const vacant = await listVacant(ctx)
  const rows = await ctx.tx.execute<PublicBoard>(sql`
    select b.id, b.name, b.purpose, b.website,
      array(select g.name from board_bodies bb join groups g on g.id = bb.body_id where bb.board_id = b.id order by g.name) as bodies,
      coalesce((select json_agg(json_build_object('id', s.id, 'title', s.title, 'mandate', s.mandate, 'role', s.role, 'time', s.time_asked,
          'termMonths', s.term_months, 'vacant', s.id = any (${sql.param(vacant)}::uuid[]), 'speakers', coalesce((
            select json_agg(json_build_object('personId', p.id, 'name', p.name, 'group', g.name, 'holds', t.holds, 'until', t.ends_on,
                'from', case when t.starts_on > ${ctx.today}::date then t.starts_on end) order by t.holds, t.starts_on > ${ctx.today}::date, p.name)
            from seat_terms t join people p on p.id = t.person_id left join groups g on g.id = t.group_id
            where t.seat_id = s.id and ${isChosen(ctx)}), '[]')) order by s.created_at, s.id)
        from seats s where s.board_id = b.id and s.ended_on is null), '[]') as seats
    from boards b where b.ended_on is null
    order by b.name, b.id`)
  return [...rows]
}

/** Whether the asker may read of a board where groups have a seat. */
export async function hasBoards(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.tx.execute<{ any: boolean }>(sql`
    select exists (select from boards b join seats s on s.board_id = b.id where b.ended_on is null) as any`)
  return row?.any ?? false
}

/** One person as a representative: where they speak, from when until when. NotFound where the asker may read of no term of theirs. */
export async function getSpeaker(ctx: Ctx, personId: string) {
  const rows = await ctx.tx.execute<{
    name: string
    group: string | null
    boardId: string
    board: string
    purpose: string | null
    seat: string
    mandate: string | null
    holds: keyof typeof SEAT_HOLDERS
    from: string
    until: string | null
    endedOn: string | null
    inOffice: boolean
  }>(sql`
    select p.name, g.name as "group", b.id as "boardId", b.name as board, b.purpose, s.title as seat, s.mandate, t.holds,
      t.starts_on::text as "from", t.ends_on::text as until, t.ended_on::text as "endedOn", ${inOffice(ctx)} as "inOffice"
    from seat_terms t join people p on p.id = t.person_id join seats s on s.id = t.seat_id join boards b on b.id = s.board_id
      left join groups g on g.id = t.group_id
    where t.person_id = ${personId} and t.starts_on <= ${ctx.today}::date
    order by t.ended_on is not null, t.starts_on desc, b.name`)
  const terms = [...rows]
  const { name, group } = found(terms.find(({ inOffice }) => inOffice))
  return { name, group, terms }
}
