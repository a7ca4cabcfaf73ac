import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { FUNCTIONS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { countSecured } from "../../funding/secured/queries"
import { say } from "../../words"
import { mayReadReports } from "../policy"
import type { Period } from "./input"

/** Sessions under one heading: how many, how long together in minutes, and with how many different groups. */
export type Work = { key: string; label: string; sessions: number; minutes: number; groups: number }

const IN = ({ from, to }: Period) => sql`s.undone_at is null and s."on" between ${from}::date and ${to}::date`

/** Work by something that each session has once. `key` and `label` are of the session `s`. */
async function byOwn(ctx: Ctx, period: Period, key: SQL, label: SQL, join = sql``, order = sql`2`) {
  const rows = await ctx.tx.execute<Work>(sql`
    with s as materialized (select s.id, s.minutes, ${key} as key, ${label} as label from sessions s ${join} where ${IN(period)}),
      g as (select s.key, count(distinct sg.group_id)::int as groups from s join session_groups sg on sg.session_id = s.id group by s.key)
    select s.key, min(s.label) as label, count(*)::int as sessions, sum(s.minutes)::int as minutes, coalesce(min(g.groups), 0) as groups
    from s left join g on g.key = s.key group by s.key order by ${order}, s.key`)
  return [...rows]
}

/** Work by something that the groups of a session have: a session counts once under each. */
async function byGroups(ctx: Ctx, period: Period, of: SQL) {
  const rows = await ctx.tx.execute<Work>(sql`
    with its as (select distinct s.id, s.minutes, sg.group_id, o.key, o.label from sessions s
        join session_groups sg on sg.session_id = s.id join (${of}) o on o.group_id = sg.group_id where ${IN(period)}),
      once as (select distinct id, minutes, key, label from its)
    select key, label, count(*)::int as sessions, sum(minutes)::int as minutes,
      (select count(distinct i.group_id)::int from its i where i.key = once.key) as groups
    from once group by key, label order by minutes desc, label`)
  return [...rows]
}

/** The work of a period, as the sessions say it: by type of work, by month, by worker, by theme and by area of the groups. */
export async function getWork(ctx: Ctx, period: Period) {
  ensure(mayReadReports(ctx.actor), say("Only staff can read reports."))
  const [all, functions, months, workers, themes, areas] = await Promise.all([
    byOwn(ctx, period, sql`'all'`, sql`''`),
    byOwn(ctx, period, sql`s.function`, sql`s.function`),
    byOwn(ctx, period, sql`to_char(s."on", 'YYYY-MM')`, sql`to_char(s."on", 'YYYY-MM')`),
    byOwn(ctx, period, sql`p.id::text`, sql`p.name`, sql`join people p on p.id = s.by_person_id`),
    byGroups(
      ctx,
      period,
      sql`select gt.group_id, t.id::text as key, t.name as label from group_terms gt join terms t on t.id = gt.term_id and t.list = 'theme'`,
    ),
    byGroups(
      ctx,
      period,
      sql`select ga.group_id, a.id::text as key, a.name as label from group_areas ga join areas a on a.id = ga.area_id`,
    ),
  ])
  const named = (rows: Work[]) =>
    Object.entries(FUNCTIONS).flatMap(([key, label]) =>
      rows.filter((row) => row.key === key).map((row) => ({ ...row, label })),
    )
  const nothing: Work = { key: "all", label: "", sessions: 0, minutes: 0, groups: 0 }
  return { all: all[0] ?? nothing, functions: named(functions), months, workers, themes, areas }
}

/** What changed in a period: new groups, needs, cases, events and money won. */
export async function getChanges(ctx: Ctx, period: Period) {
  ensure(mayReadReports(ctx.actor), say("Only staff can read reports."))
  const { from, to } = period
  const day = (column: SQL) =>
    sql`(${column} at time zone ${ctx.lio.timezone})::date between ${from}::date and ${to}::date`
  const plain = (column: SQL) => sql`${column} between ${from}::date and ${to}::date`
  const [secured, [row]] = await Promise.all([
    countSecured(ctx, period),
    ctx.tx.execute<{
      enquiries: number
      became: number
      needsOpened: number
      needsMet: number
      casesOpened: number
      casesClosed: number
      casesReached: number
      dates: number
      came: number
    }>(sql`
      select
        (select count(*)::int from enquiries where ${day(sql`asked_at`)}) as enquiries,
        (select count(*)::int from enquiries where ${plain(sql`became_on`)}) as became,
        (select count(*)::int from needs where ${day(sql`created_at`)} and merged_into_id is null) as "needsOpened",
        (select count(*)::int from needs where ending = 'met' and ${day(sql`closed_at`)}) as "needsMet",
        (select count(*)::int from cases where ${plain(sql`opened_on`)}) as "casesOpened",
        (select count(*)::int from cases where ${plain(sql`closed_on`)}) as "casesClosed",
        (select count(*)::int from cases where ${plain(sql`closed_on`)} and outcome = 'reached') as "casesReached",
        (select count(*)::int from calendar_occurrences o join calendar_dates d on d.id = o.date_id and d.kind = 'event'
          where o.cancelled_at is null and ${day(sql`o.starts_at`)} and o.starts_at <= ${ctx.now.toISOString()}::timestamptz) as dates,
        (select count(*)::int from calendar_answers a join calendar_occurrences o on o.id = a.occurrence_id
          join calendar_dates d on d.id = o.date_id and d.kind = 'event'
          where a.came_at is not null and o.cancelled_at is null and ${day(sql`o.starts_at`)}) as came`),
  ])
  return { secured, ...found(row) }
}
