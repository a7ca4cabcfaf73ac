import "server-only"
import { and, asc, desc, eq, gte, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm"
import { groupAreas, groupIdentifiers, groups, groupTerms, people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { monthsBefore } from "../../days"
import { ensure } from "../../errors"
import type { Field } from "../../fields/input"
import { listEveryField, listFields } from "../../fields/queries"
import { groupsIn } from "../../membership-status/queries"
import { termInUse } from "../../word-lists/queries"
import { maySeeGroups } from "../policy"
import { answersMatch } from "./answers/queries"
import { type Line, readingApart } from "./apart/queries"
import { type Column, chosenColumns, columnsOf, USUAL } from "./columns"
import { type GroupFilter, isWard } from "./input"

/** How many groups are on a page of the list. */
export const PAGE_SIZE = 50
/** So many at most are on one page when the list is printed whole. */
export const PRINT_SIZE = 2_000

function quietSince(ctx: Ctx, months: number) {
  return and(
    ne(groups.stage, "closed"),
    or(isNull(groups.lastContactOn), lte(groups.lastContactOn, monthsBefore(ctx.today, months))),
  )
}

function unconfirmedSince(ctx: Ctx, months: number) {
  return and(
    ne(groups.stage, "closed"),
    or(isNull(groups.confirmedOn), lte(groups.confirmedOn, monthsBefore(ctx.today, months))),
  )
}

function joinedIn(ctx: Ctx, said: string) {
  const year = said === "this-year" ? ctx.today.slice(0, 4) : said
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

const CONSENT = { yes: sql`true`, no: sql`false`, unknown: sql`null` }
const basedIn = (code: string) => (isWard(code) ? eq(groups.wardCode, code) : eq(groups.districtCode, code))
const servingIds = (ctx: Ctx, areaId: string) =>
  ctx.tx.select({ id: groupAreas.groupId }).from(groupAreas).where(eq(groupAreas.areaId, areaId))
const termIds = (ctx: Ctx, termId: string) =>
  ctx.tx
    .select({ id: groupTerms.groupId })
    .from(groupTerms)
    .where(eq(groupTerms.termId, termInUse(termId)))

/** How a list is read: whether spelling is forgiven, and the LIO's own questions where the list asks for some. */
type Reading = { loosely?: boolean; fields?: Field[] }

/** The LIO's own questions, read only for a list that filters, shows or sorts by them. */
export async function fieldsFor(ctx: Ctx, ...filters: GroupFilter[]): Promise<Field[]> {
  const asks = ({ answers, cols, sort }: GroupFilter) =>
    Boolean(answers) || /(^|,|-)f\./.test(`${cols?.join(",") ?? ""},${sort}`)
  return filters.some(asks) ? listEveryField(ctx) : []
}

/** Which groups a list has. `loosely` forgives spelling. */
export function whereOf(
  ctx: Ctx,
  filter: GroupFilter,
  { loosely = false, fields = [] }: Reading,
): SQL | undefined {
  return and(
    isNull(groups.removedAt),
    filter.q ? foundBy(filter.q, loosely) : undefined,
    filter.stage && eq(groups.stage, filter.stage),
    filter.membership ? sql`${groups.id} in ${groupsIn(ctx, filter.membership)}` : undefined,
    filter.sector && eq(groups.sector, filter.sector),
    filter.based ? basedIn(filter.based) : undefined,
    filter.serves ? sql`${groups.id} in ${servingIds(ctx, filter.serves)}` : undefined,
    filter.term ? sql`${groups.id} in ${termIds(ctx, filter.term)}` : undefined,
    filter.income === "unknown"
      ? isNull(groups.incomeBand)
      : filter.income && eq(groups.incomeBand, filter.income),
    filter.directory && sql`${groups.directoryConsent} is ${CONSENT[filter.directory]}`,
    filter.needs && isNotNull(groups.needsDetailsSince),
    filter.quiet ? quietSince(ctx, filter.quiet) : undefined,
    filter.unconfirmed ? unconfirmedSince(ctx, filter.unconfirmed) : undefined,
    filter.missing && noContact,
    filter.joined ? joinedIn(ctx, filter.joined) : undefined,
    filter.unread && sql`false`,
    filter.answers && answersMatch(fields, filter.answers),
  )
}

const orders: Record<string, SQL[]> = {
  name: [asc(groups.name), asc(groups.id)],
  "-name": [desc(groups.name), desc(groups.id)],
  stage: [asc(groups.stage), asc(groups.name), asc(groups.id)],
  "-stage": [desc(groups.stage), asc(groups.name), asc(groups.id)],
  contact: [sql`${groups.lastContactOn} asc nulls first`, asc(groups.name), asc(groups.id)],
  "-contact": [sql`${groups.lastContactOn} desc nulls last`, asc(groups.name), asc(groups.id)],
}

/** What is not known comes last, whichever way round. */
function orderOf(sort: string, fields: Field[]): SQL[] {
  const column = columnsOf(fields).find((one) => one.sort === sort.replace(/^-/, ""))
  const usual = orders[column ? sort : "name"]
  if (usual || !column) return usual ?? []
  const way = sql.raw(sort.startsWith("-") ? "desc" : "asc")
  return [sql`${sql.raw(column.by ?? column.select)} ${way} nulls last`, asc(groups.name), asc(groups.id)]
}

/** The values of columns, in their order, as one array: a column that is read apart is null in it. */
const valuesOf = (columns: Pick<Column, "select">[]) =>
  sql<
    unknown[]
  >`to_jsonb(array[${sql.raw(columns.map(({ select }) => `to_jsonb(${select || "null::text"})`).join(", "))}])`

async function countOf(ctx: Ctx, where: SQL | undefined) {
  const [counted] = await ctx.tx.select({ total: sql<number>`count(*)::int` }).from(groups).where(where)
  return counted?.total ?? 0
}

/** Looking for words costs more than reading the rows, so it is done once, and the rows are counted as they come. */
async function pageOf(
  ctx: Ctx,
  filter: GroupFilter,
  { loosely = false, fields = [], size = PAGE_SIZE }: Reading & { size?: number },
) {
  const where = whereOf(ctx, filter, { loosely, fields })
  const extra = extraColumns(filter, fields)
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
      ...(extra.length > 0 ? { more: valuesOf(extra) } : {}),
    })
    .from(groups)
    .leftJoin(people, eq(people.id, groups.mainContactId))
    .where(where)
    .orderBy(...orderOf(filter.sort, fields))
    .limit(size)
    .offset((filter.page - 1) * size)
  const [rows, counted] = await Promise.all([reading, filter.q ? null : countOf(ctx, where)])
  const total = counted ?? rows[0]?.total ?? (filter.page > 1 ? await countOf(ctx, where) : 0)
  return { rows, total, loosely, extra }
}

/** The columns of a page that are more than the usual ones; their values are in each row's `more`. */
const extraColumns = (filter: GroupFilter, fields: Field[]): Column[] =>
  filter.cols ? chosenColumns(columnsOf(fields), filter.cols).filter(({ key }) => !USUAL.includes(key)) : []

/**
 * One page of the LIO's groups, and how many there are in all. When no name contains the words, spelling is forgiven
 * (`loosely` then says so). `size`: how many to a page.
 */
export async function listGroups(ctx: Ctx, filter: GroupFilter, size = PAGE_SIZE) {
  ensure(maySeeGroups(ctx.actor), "Only staff can look through the groups.")
  const fields = await fieldsFor(ctx, filter)
  const exact = await pageOf(ctx, filter, { fields, size })
  return exact.total > 0 || !filter.q ? exact : pageOf(ctx, filter, { loosely: true, fields, size })
}
export type GroupRow = Awaited<ReturnType<typeof listGroups>>["rows"][number]

/** The ids of every group of the list, for audiences and bulk work. */
export async function listGroupIds(ctx: Ctx, filter: GroupFilter): Promise<string[]> {
  ensure(maySeeGroups(ctx.actor), "Only staff can look through the groups.")
  const fields = await fieldsFor(ctx, filter)
  const ids = async (loosely: boolean) =>
    (
      await ctx.tx
        .select({ id: groups.id })
        .from(groups)
        .where(whereOf(ctx, filter, { loosely, fields }))
        .orderBy(asc(groups.id))
    ).map(({ id }) => id)
  const exact = await ids(false)
  return exact.length > 0 || !filter.q ? exact : ids(true)
}

const TAKEN_AT_ONCE = 2000

/** The columns of a file: those chosen in the list, or everything that is kept. */
export async function fileColumns(ctx: Ctx, filter: GroupFilter, everything: boolean): Promise<Column[]> {
  const all = columnsOf(everything ? await listFields(ctx) : await fieldsFor(ctx, filter))
  return everything ? all : chosenColumns(all, filter.cols)
}

/** The values of these columns for every group of the list, a few thousand at a time: for files. */
export async function* eachLine(
  ctx: Ctx,
  filter: GroupFilter,
  columns: Column[],
): AsyncGenerator<(string | number)[][]> {
  ensure(maySeeGroups(ctx.actor), "Only staff can export the groups.")
  const fields = await fieldsFor(ctx, filter)
  const loosely = Boolean(filter.q) && (await pageOf(ctx, filter, { fields })).total === 0
  const where = whereOf(ctx, filter, { loosely, fields })
  const apart = await readingApart(ctx, columns)
  const inLine = columns.map((column) => (apart.has(column.key) ? { ...column, select: "" } : column))
  const lines = ctx.tx
    .select({
      id: groups.id,
      ...{ wardCode: groups.wardCode, districtCode: groups.districtCode },
      values: valuesOf(inLine).as("values"),
    })
    .from(groups)
    .leftJoin(people, eq(people.id, groups.mainContactId))
    .where(where)
    .orderBy(...orderOf(filter.sort, fields))
  // A cursor reads each group once, however long the list; pages by OFFSET read the first ones again for each.
  await ctx.tx.execute(sql`declare lines no scroll cursor for ${lines.getSQL()}`)
  for (;;) {
    const rows = await ctx.tx.execute<Line & { values: unknown[] }>(
      sql`fetch forward ${sql.raw(String(TAKEN_AT_ONCE))} from lines`,
    )
    const read = await apart.read(rows)
    yield rows.map((row) => columns.map(({ key, cell }, at) => cell(read(row, key) ?? row.values[at])))
    if (rows.length < TAKEN_AT_ONCE) break
  }
  await ctx.tx.execute(sql`close lines`)
}
