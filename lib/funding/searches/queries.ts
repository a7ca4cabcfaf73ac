import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { THEME } from "../funders/queries"
import { maySeeFunding } from "../policy"

const guard = (ctx: Ctx) => ensure(maySeeFunding(ctx.actor), say("Only staff see what groups look for."))

/** Whether a funder `f` may fund what is looked for in `s`: its sums, its themes, and a round that closes in time. */
const fits = ({ today }: Ctx): SQL => sql`f.retired_at is null
  and (s.sum is null or (coalesce(f.least_sum, 0) <= s.sum and coalesce(f.most_sum, s.sum) >= s.sum))
  and (f.closes_on is null or (f.closes_on >= ${today}::date and f.closes_on <= coalesce(s.needed_by, f.closes_on)))
  and (not exists (select from funding_search_terms st where st.search_id = s.id)
    or not exists (select from funder_terms ft where ft.funder_id = f.id)
    or exists (select t.id from funding_search_terms st ${THEME(sql`st.term_id`)} where st.search_id = s.id
      intersect select t.id from funder_terms ft ${THEME(sql`ft.term_id`)} where ft.funder_id = f.id))
  and (f.funds is not null or f.least_sum is not null or f.most_sum is not null or f.closes_on is not null or f.any_time
    or exists (select from funder_terms ft where ft.funder_id = f.id))`

/** A funder that fits, or a search that does: told already? */
type Told = { emailedAt: string | null; taskedAt: string | null }
/** A funder that fits what is looked for. */
type Fit = Told & { id: string; name: string; closesOn: string | null; anyTime: boolean }

/** What a group looks for, with the funders that fit. Sums in pence. */
export type SearchRow = {
  id: string
  groupId: string
  group: string
  what: string
  sum: number | null
  neededBy: string | null
  themes: string[]
  openedAt: Date
  closed: boolean
  fits: Fit[]
}

const ROW = (
  ctx: Ctx,
) => sql`s.id, s.group_id as "groupId", g.name as "group", s.what, s.sum::float8 as sum, s.needed_by::text as "neededBy",
  s.created_at as "openedAt", s.closed_at is not null as closed,
  (select coalesce(json_agg(distinct t.name), '[]') from funding_search_terms st ${THEME(sql`st.term_id`)} where st.search_id = s.id) as themes,
  (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'closesOn', f.closes_on, 'anyTime', f.any_time,
      'emailedAt', tip.emailed_at, 'taskedAt', tip.tasked_at) order by f.closes_on nulls last, f.name), '[]')
    from funders f left join funding_tips tip on tip.search_id = s.id and tip.funder_id = f.id where ${fits(ctx)}) as fits`

const FROM = sql`funding_searches s join groups g on g.id = s.group_id and g.removed_at is null`
type Raw = Omit<SearchRow, "openedAt"> & { openedAt: string }
const dated = (rows: Iterable<Raw>): SearchRow[] =>
  [...rows].map((row) => ({ ...row, openedAt: new Date(row.openedAt) }))

/** What groups look for, the most urgent first; or what was found or given up, newest first. */
export async function listSearches(ctx: Ctx, { closed }: { closed: boolean }): Promise<SearchRow[]> {
  guard(ctx)
  return dated(
    await ctx.tx.execute<Raw>(sql`
      select ${ROW(ctx)} from ${FROM} where (s.closed_at is not null) = ${closed}
      order by s.closed_at desc, s.needed_by nulls last, s.created_at limit 200`),
  )
}

/** One search, with the ids of its themes. NotFound when there is none. */
export async function getSearch(ctx: Ctx, id: string): Promise<SearchRow & { termIds: string[] }> {
  guard(ctx)
  const [row] = await ctx.tx.execute<Raw & { termIds: string[] }>(sql`
    select ${ROW(ctx)}, (select coalesce(json_agg(distinct t.id), '[]') from funding_search_terms st ${THEME(sql`st.term_id`)} where st.search_id = s.id) as "termIds"
    from ${FROM} where s.id = ${id}`)
  const { termIds, ...search } = found(row)
  return { ...found(dated([search])[0]), termIds }
}

/** An open search that a funder fits. */
export type Wanted = Told & {
  id: string
  groupId: string
  group: string
  what: string
  sum: number | null
  neededBy: string | null
}

/** The groups that look for what a funder funds. */
export async function listFitting(ctx: Ctx, funderId: string): Promise<Wanted[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<Wanted>(sql`
    select s.id, s.group_id as "groupId", g.name as "group", s.what, s.sum::float8 as sum, s.needed_by::text as "neededBy",
      tip.emailed_at as "emailedAt", tip.tasked_at as "taskedAt"
    from ${FROM} join funders f on f.id = ${funderId} left join funding_tips tip on tip.search_id = s.id and tip.funder_id = f.id
    where s.closed_at is null and ${fits(ctx)} order by s.needed_by nulls last, g.name limit 200`)
  return [...rows]
}

/** Whether a funder still fits a search. */
export async function isFit(ctx: Ctx, { searchId, funderId }: { searchId: string; funderId: string }) {
  guard(ctx)
  const rows = await ctx.tx.execute(sql`
    select s.id from ${FROM} join funders f on f.id = ${funderId} where s.id = ${searchId} and s.closed_at is null and ${fits(ctx)}`)
  return rows.length > 0
}
