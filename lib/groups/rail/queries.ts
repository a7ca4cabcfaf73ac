import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { REGISTERS, ROLES, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { listFields } from "../../fields/queries"

type Speaker = {
  id: string
  name: string
  role: keyof typeof ROLES
  title: string | null
  phone: string | null
  email: string | null
}
type Due = { id: string; what: string; dueOn: string | null; assignee: string | null }
type Bid = { id: string; title: string; funder: string; day: string | null }
type Row = {
  /** Who may speak for it. */
  speakers: Speaker[]
  /** Its next tasks. */
  due: Due[]
  /** Open cases that the asker sees. */
  cases: { id: string; title: string }[]
  /** Files whose last day is past or within two months. */
  ending: { id: string; name: string; runsUntil: string }[]
  /** Its open bids, the nearest date first, and how many bids there are altogether. */
  bids: Bid[]
  allBids: number
  /** What it looks for money for. */
  seeks: { id: string; what: string }[]
  numbers: { register: keyof typeof REGISTERS; value: string }[]
  areas: string[]
  terms: { list: keyof typeof TERM_LISTS; name: string }[]
  /** Whether the LIO has areas, and the lists in which it has words. */
  hasAreas: boolean
  hasLists: string[]
}

const MOST = 3
const SOON = 60
const rowsOf = (select: SQL) => sql`coalesce((select json_agg(r) from (${select}) r), '[]')`
/** Bids of the group, alone or with others. */
const BIDS = sql`bids b join funders f on f.id = b.funder_id where b.undone_at is null
  and b.id in (select o.id from bids o where o.group_id = g.id union all select bg.bid_id from bid_groups bg where bg.group_id = g.id)`
const wordsOf = (select: SQL) => sql`coalesce((select json_agg(r.word) from (${select}) r(word)), '[]')`

/** What stands beside each page of a group for staff: whom to ring, what is due, what runs out, what it is. */
export async function getBeside(ctx: Ctx, id: string) {
  const [rows, fields] = await Promise.all([
    ctx.tx.execute<Row>(sql`
      select
        ${rowsOf(sql`select p.id, p.name, r.role, r.title, p.phone, p.email from roles r join people p on p.id = r.person_id
          where r.group_id = g.id and r.speaks is not null and ${isHeld(ctx)} order by r.speaks, p.name limit ${MOST}`)} as speakers,
        ${rowsOf(sql`select t.id, t.what, t.due_on as "dueOn", p.name as assignee from tasks t left join people p on p.id = t.assignee_id
          where t.group_id = g.id and t.done_at is null and t.dropped_at is null order by t.due_on nulls last, t.created_at limit ${MOST}`)} as due,
        ${rowsOf(sql`select c.id, c.title from cases c join case_groups cg on cg.case_id = c.id
          where cg.group_id = g.id and c.closed_on is null order by c.opened_on desc, c.title limit ${MOST}`)} as cases,
        ${rowsOf(sql`select f.id, f.name, f.runs_until as "runsUntil" from files f
          where f.group_id = g.id and f.removed_at is null and f.runs_until <= ${ctx.today}::date + ${SOON}::int order by f.runs_until limit ${MOST}`)} as ending,
        ${rowsOf(sql`select b.id, b.title, f.name as funder, case when b.sent_on is null then b.deadline_on else b.decision_due_on end as day
          from ${BIDS} and b.decided_on is null and b.withdrawn_on is null order by day nulls last, b.created_at limit ${MOST}`)} as bids,
        (select count(*)::int from ${BIDS}) as "allBids",
        ${rowsOf(sql`select s.id, s.what from funding_searches s where s.group_id = g.id and s.closed_at is null order by s.created_at limit ${MOST}`)} as seeks,
        ${rowsOf(sql`select i.register, i.value from group_identifiers i where i.group_id = g.id order by i.register, i.value`)} as numbers,
        ${wordsOf(sql`select a.name from group_areas ga join areas a on a.id = ga.area_id where ga.group_id = g.id order by a.name`)} as areas,
        ${rowsOf(sql`select t.list, t.name from group_terms gt join terms t on t.id = gt.term_id where gt.group_id = g.id order by t.name`)} as terms,
        exists (select from areas) as "hasAreas",
        ${wordsOf(sql`select distinct t.list from terms t where t.retired_at is null`)} as "hasLists"
      from groups g where g.id = ${id}`),
    listFields(ctx),
  ])
  const [row] = rows
  return row ? { ...row, fields } : null
}
export type Beside = NonNullable<Awaited<ReturnType<typeof getBeside>>>
