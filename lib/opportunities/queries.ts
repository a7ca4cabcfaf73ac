import "server-only"
import { type SQL, sql } from "drizzle-orm"
import type { Lot, Notice } from "@/db/schema/opportunities"
import type { OPPORTUNITY_STANDS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { notOver } from "./list/filters"
import { maySeeOpportunities } from "./policy"

/** An opportunity as lists show it. Sums are in hundredths of the currency. */
export type OpportunityRow = {
  id: string
  title: string
  buyer: string | null
  buyerId: string | null
  source: string | null
  stands: keyof typeof OPPORTUNITY_STANDS
  closesAt: Date | null
  valueLeast: number | null
  valueMost: number | null
  currency: string | null
  vcse: boolean | null
  divisions: string[]
  place: string | null
  startsOn: string | null
  endsOn: string | null
  days: number | null
  link: string | null
  hidden: boolean
  publishedAt: Date | null
}

/** All that is known of one. */
export type Opportunity = OpportunityRow & {
  ocid: string | null
  licence: string | null
  description: string | null
  buyerEmail: string | null
  awardedTo: string[]
  awardedSum: number | null
  awardedOn: string | null
  sme: boolean | null
  bought: string | null
  regions: string[]
  codes: string[]
  lots: Lot[]
  documents: Notice[]
  areas: { id: string; name: string }[]
  note: string | null
  notedAt: Date | null
  notedBy: string | null
  changedAt: Date | null
}

const ROW = sql`o.id, o.title, o.buyer, o.buyer_id as "buyerId", o.source, o.stands, o.closes_at as "closesAt",
  o.value_least::float8 as "valueLeast", o.value_most::float8 as "valueMost", o.currency, o.vcse, o.divisions, o.place,
  o.starts_on::text as "startsOn", o.ends_on::text as "endsOn", o.days, o.link, o.hidden_at is not null as hidden, o.published_at as "publishedAt"`
const REST = sql`o.ocid, o.licence, o.description, o.buyer_email as "buyerEmail", o.awarded_to as "awardedTo",
  o.awarded_sum::float8 as "awardedSum", o.awarded_on::text as "awardedOn", o.sme, o.bought, o.regions, o.codes, o.lots, o.documents,
  o.note, o.noted_at as "notedAt", o.changed_at as "changedAt",
  (select p.name from people p where p.id = o.noted_by) as "notedBy",
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name), '[]')
    from opportunity_areas oa join areas a on a.id = oa.area_id where oa.opportunity_id = o.id) as areas`

type Dates = "closesAt" | "publishedAt" | "notedAt" | "changedAt"
const momentOf = (at: unknown) => (at ? new Date(String(at)) : null)

/** The opportunities `o` that a condition leaves, as lists show them. */
export async function readOpportunityRows(ctx: Ctx, rest: SQL): Promise<OpportunityRow[]> {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to see opportunities."))
  const rows = await ctx.tx.execute<Omit<OpportunityRow, Dates> & Record<Dates, unknown>>(
    sql`select ${ROW} from opportunities o ${rest}`,
  )
  return rows.map((row) => ({
    ...row,
    closesAt: momentOf(row.closesAt),
    publishedAt: momentOf(row.publishedAt),
  }))
}

/** One opportunity that the asker may see. NotFound. */
export async function getOpportunity(ctx: Ctx, id: string): Promise<Opportunity> {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to see opportunities."))
  const [row] = await ctx.tx.execute<Omit<Opportunity, Dates> & Record<Dates, unknown>>(
    sql`select ${ROW}, ${REST} from opportunities o where o.id = ${id}::uuid`,
  )
  const { closesAt, publishedAt, notedAt, changedAt, ...rest } = found(row)
  return {
    ...rest,
    closesAt: momentOf(closesAt),
    publishedAt: momentOf(publishedAt),
    notedAt: momentOf(notedAt),
    changedAt: momentOf(changedAt),
  }
}

/** What can be chosen where an opportunity is added by hand. */
export async function listOpportunityChoices(ctx: Ctx) {
  const areas = await ctx.tx.execute<{ value: string; label: string }>(
    sql`select id as value, name as label from areas order by name`,
  )
  return { areas: [...areas] }
}

/** How many opportunities that the asker may read are open today. */
export async function countOpen(ctx: Ctx): Promise<number> {
  const [row] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from opportunities o where ${notOver(ctx)} and o.hidden_at is null`)
  return row?.count ?? 0
}
