import "server-only"
import { eq, type SQL, sql } from "drizzle-orm"
import { opportunityAlerts } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure } from "../../errors"
import { listQuery, readList } from "../../lists/input"
import { conditionOf } from "../../lists/queries"
import { filtersInForce } from "../../lists/words"
import { say } from "../../words"
import { opportunityList } from "../list/filters"
import { maySeeOpportunities } from "../policy"

const REFUSED = say("Sign in to see opportunities.")

/** A search without what only says where one stands in the list: alerts are of what is open. */
export function searchOf(query: string | Record<string, string | string[] | undefined>) {
  const listing = readList(opportunityList, query)
  const { show: _, ...chosen } = listing.chosen
  return { ...listing, chosen, cols: undefined, page: 1 }
}
/** The same as an address says it. */
export const searchQuery = (query: Parameters<typeof searchOf>[0]) =>
  listQuery(opportunityList, searchOf(query))

/** A search in words, filter by filter; none: everything that is new. */
export async function searchInWords(ctx: Ctx, query: Parameters<typeof searchOf>[0]): Promise<string[]> {
  const listing = searchOf(query)
  const choices = await opportunityList.choices(ctx, listing)
  return filtersInForce(opportunityList.filters, listing, choices).map(({ label }) => label)
}

/** What the asker wants to hear of, by name, each in words. */
export async function listAlerts(ctx: Ctx) {
  ensure(maySeeOpportunities(ctx.actor), REFUSED)
  const [rows, choices] = await Promise.all([
    ctx.tx
      .select({ id: opportunityAlerts.id, name: opportunityAlerts.name, query: opportunityAlerts.query })
      .from(opportunityAlerts)
      .where(eq(opportunityAlerts.personId, sql`${personIdOf(ctx.actor)}::uuid`))
      .orderBy(sql`lower(${opportunityAlerts.name})`, opportunityAlerts.id),
    opportunityList.choices(ctx, searchOf("")),
  ])
  return rows.map((row) => ({
    ...row,
    words: filtersInForce(opportunityList.filters, searchOf(row.query), choices).map(({ label }) => label),
  }))
}

/** Something new that fits what somebody wants to hear of. */
export type NewOpportunity = {
  personId: string
  id: string
  title: string
  buyer: string | null
  closesAt: string | null
  addedAt: string
}

/** So many searches are held against what is new in one statement. */
const SEARCHES_AT_ONCE = 200

type Fit = Omit<NewOpportunity, "personId"> & { query: string }

/** What is new and fits each of these searches. */
async function listFits(ctx: Ctx, queries: string[], since: Date): Promise<Fit[]> {
  const each = queries.map((query, at): SQL => {
    const where = conditionOf(ctx, opportunityList.filters, readList(opportunityList, query))
    return sql`select ${at}::int as at, o.id from fresh o where ${where ?? sql`true`}`
  })
  const rows = await ctx.tx.execute<Omit<Fit, "query"> & { at: number }>(sql`
    with fresh as materialized (select * from opportunities
      where added_at > ${since.toISOString()}::timestamptz and added_at <= ${ctx.now.toISOString()}::timestamptz and audience = 'members'),
      fits as (${sql.join(each, sql` union all `)})
    select f.at, o.id, o.title, o.buyer, o.closes_at as "closesAt", o.added_at as "addedAt"
    from fits f join fresh o on o.id = f.id order by o.closes_at nulls last, o.id`)
  return rows.map(({ at, ...row }) => ({ ...row, query: queries[at] ?? "" }))
}

/** What is new since a moment and open now, once for each person who asked for something that it fits. For the digest. */
export async function listNewFor(ctx: Ctx, since: Date): Promise<NewOpportunity[]> {
  ensure(ctx.actor.kind === "system")
  const alerts = await ctx.tx
    .select({ personId: opportunityAlerts.personId, query: opportunityAlerts.query })
    .from(opportunityAlerts)
  const askers = Map.groupBy(alerts, ({ query }) => query)
  const queries = [...askers.keys()]
  const told = new Map<string, NewOpportunity>()
  for (let from = 0; from < queries.length; from += SEARCHES_AT_ONCE) {
    const fits = await listFits(ctx, queries.slice(from, from + SEARCHES_AT_ONCE), since)
    for (const { query, ...one } of fits)
      for (const { personId } of askers.get(query) ?? [])
        told.set(`${personId} ${one.id}`, { ...one, personId })
  }
  const closing = ({ closesAt }: NewOpportunity) => closesAt ?? "9999"
  return [...told.values()].sort((one, other) => (closing(one) < closing(other) ? -1 : 1))
}
