import "server-only"
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm"
import { areas, groupAreas, groupIdentifiers, groups, groupTerms, people, terms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { monthsBefore } from "../../days"
import { ensure } from "../../errors"
import { groupsIn } from "../../memberships/standing/queries"
import { dayOf } from "../../words"
import { maySeeGroups } from "../policy"
import { standingTerm } from "../terms/queries"
import { type GroupFilter, isWard, type Sort } from "./input"

/** How many groups are on a page of the list. */
export const PAGE_SIZE = 50

const today = (ctx: Ctx) => dayOf(ctx.now, ctx.lio.timezone)

function quietSince(ctx: Ctx, months: number) {
  return and(
    ne(groups.stage, "closed"),
    or(isNull(groups.lastContactOn), lte(groups.lastContactOn, monthsBefore(today(ctx), months))),
  )
}

function unconfirmedSince(ctx: Ctx, months: number) {
  return and(
    ne(groups.stage, "closed"),
    or(isNull(groups.confirmedOn), lte(groups.confirmedOn, monthsBefore(today(ctx), months))),
  )
}

function joinedIn(ctx: Ctx, said: string) {
  const year = said === "this-year" ? today(ctx).slice(0, 4) : said
  return and(gte(groups.joinedOn, `${year}-01-01`), lte(groups.joinedOn, `${year}-12-31`))
}

const noContact = and(
  ne(groups.stage, "closed"),
  or(
    isNull(groups.mainContactId),
    and(
      isNull(groups.email),
      sql`not exists (select from ${people} where ${people.id} = ${groups.mainContactId} and ${people.email} is not null)`,
    ),
  ),
)

/** What `q` finds: words in the name, or the number on a register. `loosely` forgives spelling. */
function foundBy(q: string, loosely: boolean) {
  const number = q.replace(/\s+/g, "").toUpperCase()
  return sql`${groups.id} in (select id from search_ids('group', ${q}, ${loosely})
    union all select ${groupIdentifiers.groupId} from ${groupIdentifiers} where ${groupIdentifiers.value} = ${number})`
}

const basedIn = (code: string) => (isWard(code) ? eq(groups.wardCode, code) : eq(groups.districtCode, code))
const servingIds = (ctx: Ctx, areaId: string) =>
  ctx.tx.select({ id: groupAreas.groupId }).from(groupAreas).where(eq(groupAreas.areaId, areaId))
const termIds = (ctx: Ctx, termId: string) =>
  ctx.tx
    .select({ id: groupTerms.groupId })
    .from(groupTerms)
    .where(eq(groupTerms.termId, standingTerm(termId)))

function whereOf(ctx: Ctx, filter: GroupFilter, loosely: boolean): SQL | undefined {
  return and(
    isNull(groups.removedAt),
    filter.q ? foundBy(filter.q, loosely) : undefined,
    filter.stage && eq(groups.stage, filter.stage),
    filter.membership ? sql`${groups.id} in ${groupsIn(ctx, filter.membership)}` : undefined,
    filter.sector && eq(groups.sector, filter.sector),
    filter.based ? basedIn(filter.based) : undefined,
    filter.serves ? inArray(groups.id, servingIds(ctx, filter.serves)) : undefined,
    filter.term ? inArray(groups.id, termIds(ctx, filter.term)) : undefined,
    filter.income === "unknown"
      ? isNull(groups.incomeBand)
      : filter.income && eq(groups.incomeBand, filter.income),
    filter.needs && isNotNull(groups.needsDetailsSince),
    filter.quiet ? quietSince(ctx, filter.quiet) : undefined,
    filter.unconfirmed ? unconfirmedSince(ctx, filter.unconfirmed) : undefined,
    filter.missing && noContact,
    filter.joined ? joinedIn(ctx, filter.joined) : undefined,
  )
}

const orders: Record<Sort, SQL[]> = {
  name: [asc(groups.name), asc(groups.id)],
  "-name": [desc(groups.name), desc(groups.id)],
  stage: [asc(groups.stage), asc(groups.name), asc(groups.id)],
  "-stage": [desc(groups.stage), asc(groups.name), asc(groups.id)],
  contact: [sql`${groups.lastContactOn} asc nulls first`, asc(groups.name), asc(groups.id)],
  "-contact": [sql`${groups.lastContactOn} desc nulls last`, asc(groups.name), asc(groups.id)],
  joined: [sql`${groups.joinedOn} asc nulls last`, asc(groups.name), asc(groups.id)],
  "-joined": [sql`${groups.joinedOn} desc nulls last`, asc(groups.name), asc(groups.id)],
}

async function countOf(ctx: Ctx, where: SQL | undefined) {
  const [counted] = await ctx.tx.select({ total: sql<number>`count(*)::int` }).from(groups).where(where)
  return counted?.total ?? 0
}

/** Looking for words costs more than reading the rows, so it is done once, and the rows are counted as they come. */
async function pageOf(ctx: Ctx, filter: GroupFilter, loosely: boolean) {
  const where = whereOf(ctx, filter, loosely)
  const counting = filter.q ? sql<number>`(count(*) over ())::int` : sql<number>`null::int`
  const reading = ctx.tx
    .select({
      id: groups.id,
      name: groups.name,
      stage: groups.stage,
      wardCode: groups.wardCode,
      districtCode: groups.districtCode,
      contact: people.name,
      email: sql<string | null>`coalesce(${people.email}, ${groups.email})`,
      lastContactOn: groups.lastContactOn,
      joinedOn: groups.joinedOn,
      needsDetails: sql<boolean>`${groups.needsDetailsSince} is not null`,
      total: counting,
    })
    .from(groups)
    .leftJoin(people, eq(people.id, groups.mainContactId))
    .where(where)
    .orderBy(...orders[filter.sort])
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
  const [rows, counted] = await Promise.all([reading, filter.q ? null : countOf(ctx, where)])
  const total = counted ?? rows[0]?.total ?? (filter.page > 1 ? await countOf(ctx, where) : 0)
  return { rows, total, loosely }
}

/**
 * One page of the LIO's groups, and how many there are in all. When no name contains the words, spelling is forgiven
 * (`loosely` then says so).
 */
export async function listGroups(ctx: Ctx, filter: GroupFilter) {
  ensure(maySeeGroups(ctx.actor), "Only staff can look through the groups.")
  const exact = await pageOf(ctx, filter, false)
  return exact.total > 0 || !filter.q ? exact : pageOf(ctx, filter, true)
}
export type GroupRow = Awaited<ReturnType<typeof listGroups>>["rows"][number]

/** The ids of every group of the list, for audiences and bulk work. */
export async function listGroupIds(ctx: Ctx, filter: GroupFilter): Promise<string[]> {
  ensure(maySeeGroups(ctx.actor), "Only staff can look through the groups.")
  const ids = async (loosely: boolean) =>
    (
      await ctx.tx
        .select({ id: groups.id })
        .from(groups)
        .where(whereOf(ctx, filter, loosely))
        .orderBy(asc(groups.id))
    ).map(({ id }) => id)
  const exact = await ids(false)
  return exact.length > 0 || !filter.q ? exact : ids(true)
}

const TAKEN_AT_ONCE = 2000

/** Everything kept of every group of the list, a few thousand at a time: for exports. */
export async function* eachGroup(ctx: Ctx, filter: GroupFilter) {
  ensure(maySeeGroups(ctx.actor), "Only staff can export the groups.")
  const loosely = Boolean(filter.q) && (await pageOf(ctx, filter, false)).total === 0
  const where = whereOf(ctx, filter, loosely)
  for (let offset = 0; ; offset += TAKEN_AT_ONCE) {
    const rows = await ctx.tx
      .select({
        group: groups,
        contactName: people.name,
        contactEmail: people.email,
        contactPhone: people.phone,
        identifiers: sql<
          string | null
        >`(select string_agg(${groupIdentifiers.register} || ' ' || ${groupIdentifiers.value}, '; '
          order by ${groupIdentifiers.register}) from ${groupIdentifiers} where ${groupIdentifiers.groupId} = ${groups.id})`,
        serves: sql<
          string | null
        >`(select string_agg(${areas.name}, '; ' order by ${areas.name}) from ${groupAreas}
          join ${areas} on ${areas.id} = ${groupAreas.areaId} where ${groupAreas.groupId} = ${groups.id})`,
        terms: sql<
          string | null
        >`(select string_agg(${terms.name}, '; ' order by ${terms.name}) from ${groupTerms}
          join ${terms} on ${terms.id} = ${groupTerms.termId} where ${groupTerms.groupId} = ${groups.id})`,
      })
      .from(groups)
      .leftJoin(people, eq(people.id, groups.mainContactId))
      .where(where)
      .orderBy(...orders[filter.sort])
      .limit(TAKEN_AT_ONCE)
      .offset(offset)
    yield rows
    if (rows.length < TAKEN_AT_ONCE) return
  }
}
type Rows = ReturnType<typeof eachGroup> extends AsyncGenerator<infer Taken> ? Taken : never
export type WholeGroup = Rows extends (infer Row)[] ? Row : never
