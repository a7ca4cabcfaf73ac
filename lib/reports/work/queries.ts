import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { FUNCTIONS, SESSION_KINDS, SESSION_PLACES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { countSecured } from "../../funding/secured/queries"
import { say } from "../../words"
import { mayReadReports } from "../policy"
import type { Period } from "./input"

/** Sessions under one heading: how many, how long together in minutes, and with how many different groups. */
export type Work = { key: string; label: string; sessions: number; minutes: number; groups: number }

const ROWS = sql`json_build_object('key', key, 'label', label, 'sessions', sessions, 'minutes', minutes, 'groups', groups)`

/** Work by something that each session has once: a column of `s`, with its label. */
const byOwn = (key: SQL, label: SQL, order: SQL) => sql`(
  select coalesce(json_agg(${ROWS} order by ${order}), '[]') from (
    select w.key, ${label} as label, w.sessions, w.minutes, coalesce(g.groups, 0) as groups
    from (select ${key} as key, count(*)::int as sessions, sum(s.minutes)::int as minutes from s group by 1) w
      left join (select d.key, count(*)::int as groups from (select distinct ${key} as key, s.group_id from pairs s) d group by 1) g on g.key = w.key) r)`

/** Work by something that the groups of a session have (`of`: group_id, key, label): a session counts once under each. */
const byGroups = (of: SQL) => sql`(
  select coalesce(json_agg(${ROWS} order by minutes desc, label), '[]') from (
    select i.key, i.label, count(*)::int as sessions, sum(i.minutes)::int as minutes, min(g.groups) as groups
    from (select distinct p.id, p.minutes, o.key, o.label from pairs p join (${of}) o on o.group_id = p.group_id) i
      join (select d.key, count(*)::int as groups from (select distinct o.key, o.group_id from pairs p
        join (${of}) o on o.group_id = p.group_id) d group by d.key) g on g.key = i.key
    group by i.key, i.label) r)`

const THEMES = sql`select gt.group_id, t.id::text as key, t.name as label from group_terms gt join terms t on t.id = gt.term_id and t.list = 'theme'`
const AREAS = sql`select ga.group_id, a.id::text as key, a.name as label from group_areas ga join areas a on a.id = ga.area_id`

type Report = Record<
  "all" | "functions" | "kinds" | "places" | "months" | "workers" | "themes" | "areas",
  Work[]
>

/** The work of a period, as the sessions say it: by type and kind of work, by place, by month, by worker, by theme and by area of the groups. */
export async function getWork(ctx: Ctx, { from, to }: Period) {
  ensure(mayReadReports(ctx.actor), say("Only staff can read reports."))
  const [row] = await ctx.tx.execute<Report>(sql`
    with s as materialized (select s.id, s.minutes, s.function, to_char(s."on", 'YYYY-MM') as month, s.by_person_id::text as by,
          coalesce(s.type_id::text, s.kind) as kind, coalesce(s.place, '') as place
        from sessions s where s.undone_at is null and s."on" between ${from}::date and ${to}::date),
      pairs as materialized (select s.*, g.group_id from s
        cross join lateral (select sg.group_id from session_groups sg where sg.session_id = s.id offset 0) g)
    select ${byOwn(sql`'all'`, sql`''`, sql`key`)} as all, ${byOwn(sql`s.function`, sql`w.key`, sql`key`)} as functions,
      ${byOwn(sql`s.kind`, sql`coalesce((select t.name from session_types t where t.id::text = w.key), w.key)`, sql`minutes desc, key`)} as kinds,
      ${byOwn(sql`s.place`, sql`w.key`, sql`minutes desc, key`)} as places,
      ${byOwn(sql`s.month`, sql`w.key`, sql`key`)} as months,
      ${byOwn(sql`s.by`, sql`(select p.name from people p where p.id = w.key::uuid)`, sql`label, key`)} as workers,
      ${byGroups(THEMES)} as themes, ${byGroups(AREAS)} as areas`)
  const { all, functions, kinds, places, ...rest } = found(row)
  const named = Object.entries(FUNCTIONS).flatMap(([key, label]) =>
    functions.filter((one) => one.key === key).map((one) => ({ ...one, label })),
  )
  const nothing: Work = { key: "all", label: "", sessions: 0, minutes: 0, groups: 0 }
  const usual: Record<string, string> = SESSION_KINDS
  const where: Record<string, string> = SESSION_PLACES
  return {
    ...rest,
    all: all[0] ?? nothing,
    functions: named,
    kinds: kinds.map((one) => ({ ...one, label: usual[one.key] ?? one.label })),
    /** Those where nobody said where it was are left out. */
    places: places.flatMap((one) => (where[one.key] ? [{ ...one, label: where[one.key] ?? "" }] : [])),
  }
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
