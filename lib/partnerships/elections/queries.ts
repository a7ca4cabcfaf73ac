import "server-only"
import { sql } from "drizzle-orm"
import type { ELECTION_OUTCOMES, ELECTION_RULES, RULES_ASKED } from "@/db/vocabulary"
import { type Ctx, readOnce } from "../../access/ctx"
import { isStaff } from "../../access/may"
import { ensure, found } from "../../errors"
import { type ElectionState, stateOf } from "./words"

type Moment = string | null
type Told = {
  id: string
  boardId: string
  board: string
  /** It stands on the public page. */
  boardShown: boolean
  title: string
  places: number
  ruleAsked: keyof typeof RULES_ASKED
  rule: keyof typeof ELECTION_RULES | null
  networkId: string | null
  network: string | null
  memberMonths: number
  endorsements: number
  networkEndorses: boolean
  whoMayStand: string | null
  rollOn: string
  startsOn: string | null
  outcome: keyof typeof ELECTION_OUTCOMES | null
  calledOffReason: string | null
  restarts: number
  seats: {
    id: string
    title: string
    mandate: string | null
    role: string | null
    time: string | null
    termMonths: number | null
  }[]
}
const MOMENTS = [
  ...["nominationsUntil", "votingFrom", "votingUntil", "publishedAt", "nominationsClosedAt"],
  ...["rollFrozenAt", "openedAt", "remindedAt", "closedAt", "shownAt", "calledOffAt"],
] as const
type Always = Record<"nominationsUntil" | "votingFrom" | "votingUntil", Date>
type Maybe = Record<
  | "publishedAt"
  | "nominationsClosedAt"
  | "rollFrozenAt"
  | "openedAt"
  | "remindedAt"
  | "closedAt"
  | "shownAt"
  | "calledOffAt",
  Date | null
>
/** An election with its board, its seats and how far it has come. */
export type Election = Told & Always & Maybe & { state: ElectionState }

const rowsOf = (ctx: Ctx, where: ReturnType<typeof sql>) =>
  ctx.tx.execute<Told & Record<string, Moment>>(sql`
    select e.id, e.board_id as "boardId", b.name as board, b.shown_at is not null as "boardShown", e.title, e.places,
      e.rule_asked as "ruleAsked", e.rule, e.network_id as "networkId", n.name as network, e.member_months as "memberMonths", e.endorsements,
      e.network_endorses as "networkEndorses", e.who_may_stand as "whoMayStand", e.roll_on::text as "rollOn", e.starts_on::text as "startsOn",
      e.outcome, e.called_off_reason as "calledOffReason", e.restarts, e.nominations_until as "nominationsUntil", e.voting_from as "votingFrom",
      e.voting_until as "votingUntil", e.published_at as "publishedAt", e.nominations_closed_at as "nominationsClosedAt",
      e.roll_frozen_at as "rollFrozenAt", e.opened_at as "openedAt", e.reminded_at as "remindedAt", e.closed_at as "closedAt",
      e.shown_at as "shownAt", e.called_off_at as "calledOffAt",
      coalesce((select json_agg(json_build_object('id', s.id, 'title', s.title, 'mandate', s.mandate, 'role', s.role, 'time', s.time_asked,
        'termMonths', s.term_months) order by s.created_at, s.id)
        from election_seats x join seats s on s.id = x.seat_id where x.election_id = e.id), '[]') as seats
    from elections e join boards b on b.id = e.board_id left join networks n on n.id = e.network_id
    where ${where} order by e.closed_at is not null, e.voting_until desc, e.id`)

const told = (row: Told & Record<string, unknown>): Election => {
  const moments = Object.fromEntries(
    MOMENTS.map((name) => [name, row[name] ? new Date(row[name] as string) : null]),
  ) as Always & Maybe
  return { ...row, ...moments, state: stateOf(moments) }
}

/** One election, as far as the asker may know of it. */
export async function getElection(ctx: Ctx, id: string): Promise<Election> {
  const [row] = await rowsOf(ctx, sql`e.id = ${id}::uuid`)
  return told(found(row))
}

/** The elections that the asker may know of, those that go on first; of one board or seat where one is named. */
export async function listElections(
  ctx: Ctx,
  { boardId, seatId }: { boardId?: string; seatId?: string } = {},
): Promise<Election[]> {
  const rows = await rowsOf(
    ctx,
    sql`(${boardId ?? null}::uuid is null or e.board_id = ${boardId ?? null}::uuid) and (${seatId ?? null}::uuid is null
      or exists (select from election_seats x where x.election_id = e.id and x.seat_id = ${seatId ?? null}::uuid))`,
  )
  return rows.map(told)
}

/** Whether a vote is under way, in SQL on a row called `e`: announced, not closed and not called off. */
export const isUnderWay = sql`(e.published_at is not null and e.closed_at is null and e.called_off_at is null)`

/** Whether a vote takes nominations at the moment, in SQL on a row called `e`. */
export const isNominating = ({ now }: Pick<Ctx, "now">) =>
  sql`(${isUnderWay} and e.nominations_closed_at is null and e.nominations_until > ${now.toISOString()}::timestamptz)`

/** Whether a nomination waits for staff to check it, in SQL on rows called `n` and `e`: it has all it needs, or can’t get more. */
export const waitsForCheck = sql`(${isUnderWay} and e.opened_at is null
  and n.agreed_at is not null and n.withdrawn_at is null and n.checked_at is null and (e.nominations_closed_at is not null
    or (select count(*) from endorsements d where d.nomination_id = n.id and d.group_id is not null) >= e.endorsements))`

/** How many votes about seats need something of staff: a nomination to check, an appeal, or to go on once nominations have closed. */
export const countWaiting = readOnce(async (ctx): Promise<number> => {
  ensure(isStaff(ctx.actor))
  const [row] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from elections e where ${isUnderWay} and e.opened_at is null and (e.nominations_closed_at is not null
        or exists (select from nominations n where n.election_id = e.id and ${waitsForCheck})
        or exists (select from roll_appeals a join election_roll r on r.id = a.roll_id where r.election_id = e.id and a.decision is null))`)
  return row?.count ?? 0
})
