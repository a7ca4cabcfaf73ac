import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { boards, networks } from "@/db/schema"
import type { CHOSEN_BY, SEAT_HOLDERS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../access/ctx"
import { inOffice, isChosen, isHeld } from "../access/may"
import { ensure, found } from "../errors"
import { mayReadAllBoards, mayReadBoard } from "./policy"

type Named = { id: string; name: string }
/** Whoever holds a seat today, or will. `until`: when the term is planned to end. */
export type Holder = {
  termId: string
  personId: string
  name: string
  groupId: string | null
  group: string | null
  holds: keyof typeof SEAT_HOLDERS
  chosenBy: keyof typeof CHOSEN_BY
  from: string
  until: string | null
  endedOn: string | null
  inOffice: boolean
}

/** Everybody who is in office on a seat or will be, in SQL on a row called `s`, as JSON. */
const holdersOf = (ctx: Ctx) => sql`coalesce((
  select json_agg(json_build_object('termId', t.id, 'personId', p.id, 'name', p.name, 'groupId', g.id, 'group', g.name, 'holds', t.holds,
    'chosenBy', t.chosen_by, 'from', t.starts_on, 'until', t.ends_on, 'endedOn', t.ended_on, 'inOffice', ${inOffice(ctx)})
    order by t.holds, t.starts_on, p.name)
  from seat_terms t join people p on p.id = t.person_id left join groups g on g.id = t.group_id
  where t.seat_id = s.id and ${isHeld(ctx, sql`t`)}), '[]')`

/** Whether nobody represents the sector on a seat, or was chosen to, in SQL on a row called `s`. */
export const isVacant = (ctx: Ctx) => sql`(s.ended_on is null and not exists (
  select from seat_terms t where t.seat_id = s.id and t.holds = 'representative' and ${isChosen(ctx)}))`

/** One board in the list of them. `vacant`: seats without a representative, today or chosen. */
export type BoardRow = Named & {
  bodies: string[]
  seats: number
  vacant: number
  shown: boolean
  endedOn: string | null
}

/** Every board that the asker may read, those that have ended last. */
export async function listBoards(ctx: Ctx): Promise<BoardRow[]> {
  ensure(mayReadAllBoards(ctx.actor))
  const rows = await ctx.tx.execute<BoardRow>(sql`
    select b.id, b.name, b.shown_at is not null as shown, b.ended_on::text as "endedOn",
      coalesce((select json_agg(g.name order by g.name) from board_bodies bb join groups g on g.id = bb.body_id where bb.board_id = b.id), '[]') as bodies,
      (select count(*)::int from seats s where s.board_id = b.id and s.ended_on is null) as seats,
      (select count(*)::int from seats s where s.board_id = b.id and ${isVacant(ctx)}) as vacant
    from boards b order by b.ended_on is not null, b.name, b.id`)
  return [...rows]
}

/** A seat with whoever holds it and stands in. */
export type Seat = {
  id: string
  title: string
  mandate: string | null
  role: string | null
  time: string | null
  termMonths: number | null
  endedOn: string | null
  endedReason: string | null
  vacant: boolean
  holders: Holder[]
}

async function listSeats(ctx: Ctx, boardId: string): Promise<Seat[]> {
  const rows = await ctx.tx.execute<Seat>(sql`
    select s.id, s.title, s.mandate, s.role, s.time_asked as time, s.term_months as "termMonths", s.ended_on::text as "endedOn",
      s.ended_reason as "endedReason", ${isVacant(ctx)} as vacant, ${holdersOf(ctx)} as holders
    from seats s where s.board_id = ${boardId} order by s.ended_on is not null, s.created_at, s.id`)
  return [...rows]
}

/** What a board says of itself, with the ids of all that is joined to it, for its form. */
export async function getBoardDetails(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.execute<{ bodyIds: string[]; networkIds: string[]; themeIds: string[] }>(sql`
    select array(select bb.body_id::text from board_bodies bb where bb.board_id = b.id order by 1) as "bodyIds",
      array(select bn.network_id::text from board_networks bn where bn.board_id = b.id order by 1) as "networkIds",
      array(select bt.term_id::text from board_themes bt where bt.board_id = b.id order by 1) as "themeIds"
    from boards b where b.id = ${id}`)
  const [board] = await ctx.tx.select().from(boards).where(eq(boards.id, id))
  return { ...found(board), ...found(row) }
}

/** One board with its bodies, networks, themes and seats, as far as the asker may read them. */
export async function getBoard(ctx: Ctx, id: string) {
  const [board] = await ctx.tx.select().from(boards).where(eq(boards.id, id))
  const { contact, ...rest } = found(board)
  const [joined] = await ctx.tx.execute<{ bodies: Named[]; networks: Named[]; themes: Named[] }>(sql`
    select
      coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name) from board_bodies bb join groups g on g.id = bb.body_id where bb.board_id = b.id), '[]') as bodies,
      coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name) from board_networks bn join networks n on n.id = bn.network_id where bn.board_id = b.id), '[]') as networks,
      coalesce((select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name) from board_themes bt join terms w on w.id = bt.term_id where bt.board_id = b.id), '[]') as themes
    from boards b where b.id = ${id}`)
  const inside = mayReadBoard(ctx.actor, id)
  return {
    ...rest,
    contact: inside ? contact : null,
    inside,
    ...found(joined),
    seats: await listSeats(ctx, id),
  }
}
export type Board = Awaited<ReturnType<typeof getBoard>>

/** What a board can be joined to: bodies, networks and themes. For staff. */
export async function listBoardChoices(ctx: Ctx) {
  ensure(mayReadAllBoards(ctx.actor))
  const [bodies, open, themes] = await Promise.all([
    ctx.tx.execute<Named>(
      sql`select g.id, g.name from groups g where g.sector = 'statutory' and g.removed_at is null order by g.name`,
    ),
    ctx.tx
      .select({ id: networks.id, name: networks.name })
      .from(networks)
      .where(sql`${networks.closedAt} is null`)
      .orderBy(asc(networks.name)),
    ctx.tx.execute<Named>(sql`select w.id, w.name from terms w where w.list = 'theme' order by w.name`),
  ])
  return { bodies: [...bodies], networks: open, themes: [...themes] }
}

/** The last term of the asker’s own on a board, also one that is over or hasn’t begun; null where they never had one. */
export async function findOwnTerm(ctx: Ctx, boardId: string) {
  const me = personOf(ctx.actor)?.personId ?? null
  const [row] = await ctx.tx.execute<{ board: string; from: string; endedOn: string | null }>(sql`
    select b.name as board, t.starts_on::text as "from", t.ended_on::text as "endedOn"
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id
    where b.id = ${boardId} and t.person_id = ${me}::uuid order by t.starts_on desc, t.id limit 1`)
  return row ?? null
}
export type OwnTerm = NonNullable<Awaited<ReturnType<typeof findOwnTerm>>>

/** A board on which the asker sits, with the seat that they hold there. */
export type OwnBoard = Named & {
  seatId: string
  seat: string
  holds: keyof typeof SEAT_HOLDERS
  until: string | null
}

/** The boards on which the asker sits today. */
export async function listOwnBoards(ctx: Ctx): Promise<OwnBoard[]> {
  if (!("seats" in ctx.actor) || ctx.actor.seats.length === 0) return []
  const rows = await ctx.tx.execute<OwnBoard>(sql`
    select b.id, b.name, s.id as "seatId", s.title as seat, t.holds, t.ends_on::text as until
    from seat_terms t join seats s on s.id = t.seat_id join boards b on b.id = s.board_id
    where t.person_id = ${ctx.actor.personId}::uuid and ${inOffice(ctx)} order by b.name, s.title`)
  return [...rows]
}
