import "server-only"
import { sql } from "drizzle-orm"
import type { CASE_OUTCOMES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure, found } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeCases } from "../policy"
import { caseList } from "./filters"

/** A case as the list has it. `minutes`: of its sessions together; `lastOn`: the day of the last of them. */
export type CaseRow = {
  id: string
  title: string
  confidential: boolean
  groups: string | null
  people: string | null
  openedOn: string
  closedOn: string | null
  outcome: keyof typeof CASE_OUTCOMES | null
  sessions: number
  minutes: number
  lastOn: string | null
}

const guard = (ctx: Ctx) => ensure(maySeeCases(ctx.actor), say("Only staff can see cases."))

/** How many cases are on a page of the list. */
export const CASES_A_PAGE = 50

/** A page of cases that the asker sees, those with the latest work first. `most`: how many instead of a page. */
export async function listCases(ctx: Ctx, listing: Listing, most = CASES_A_PAGE): Promise<CaseRow[]> {
  guard(ctx)
  const rows = await ctx.tx.execute<CaseRow>(sql`
    select c.id, c.title, c.audience <> 'staff' as confidential, c.opened_on::text as "openedOn", c.closed_on::text as "closedOn", c.outcome,
      (select string_agg(g.name, ', ' order by g.name) from case_groups cg join groups g on g.id = cg.group_id where cg.case_id = c.id) as groups,
      (select string_agg(p.name, ', ' order by p.name) from case_people cp join people p on p.id = cp.person_id where cp.case_id = c.id) as people,
      coalesce(w.sessions, 0) as sessions, coalesce(w.minutes, 0) as minutes, w."lastOn"
    from cases c left join lateral (
      select count(*)::int as sessions, sum(s.minutes)::int as minutes, max(s."on")::text as "lastOn"
      from sessions s where s.case_id = c.id and s.undone_at is null) w on true
    where ${conditionOf(ctx, caseList.filters, listing) ?? sql`true`}
    order by coalesce(w."lastOn"::date, c.opened_on) desc, lower(c.title), c.id
    limit ${most} offset ${(listing.page - 1) * most}`)
  return [...rows]
}

/** How many cases a listing has, over all its pages. */
export async function countListedCases(ctx: Ctx, listing: Listing): Promise<number> {
  guard(ctx)
  const [row] = await ctx.tx.execute<{ cases: number }>(sql`
    select count(*)::int as cases from cases c where ${conditionOf(ctx, caseList.filters, listing) ?? sql`true`}`)
  return found(row).cases
}

/** How many open cases the asker works on, and how many the team has that the asker sees. */
export async function countOpenCases(ctx: Ctx): Promise<{ mine: number; team: number }> {
  guard(ctx)
  const [row] = await ctx.tx.execute<{ mine: number; team: number }>(sql`
    select count(*)::int as team,
      (count(*) filter (where exists (select from case_people cp where cp.case_id = c.id
        and cp.person_id = ${"personId" in ctx.actor ? ctx.actor.personId : null}::uuid)))::int as mine
    from cases c where c.closed_on is null`)
  return found(row)
}
