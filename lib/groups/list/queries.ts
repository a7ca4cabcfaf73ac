import "server-only"
import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { groups, people } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import type { Field } from "../../fields/input"
import { listEveryField, listFields } from "../../fields/queries"
import { firstValue } from "../../lists/input"
import { conditionOf } from "../../lists/queries"
import { say } from "../../words"
import { maySeeGroups } from "../policy"
import { ANSWER, answerFilters } from "./answers/filters"
import { type Line, readingApart } from "./apart/queries"
import { type Column, chosenColumns, columnsOf, USUAL } from "./columns"
import { groupList } from "./filters"

/** How many groups are on a page of the list. */
export const PAGE_SIZE = 50
/** So many at most are on one page when the list is printed whole. */
export const PRINT_SIZE = 2_000

/** How a list is read: whether spelling is forgiven, and the LIO's own questions where the list asks for some. */
type Reading = { loosely?: boolean; fields?: Field[] }

/** The LIO's own questions, read only for a list that filters, shows or sorts by them. */
async function fieldsFor(ctx: Ctx, { chosen, cols, sort }: Listing): Promise<Field[]> {
  const names = [...Object.keys(chosen), ...(cols ?? []), sort.replace(/^-/, "")]
  return names.some((name) => ANSWER.test(name)) ? listEveryField(ctx) : []
}

/** Which groups a list has. */
const whereOf = (ctx: Ctx, listing: Listing, { loosely = false, fields = [] }: Reading) =>
  and(
    isNull(groups.removedAt),
    conditionOf(ctx, [...groupList.filters, ...answerFilters(fields)], listing, loosely),
  )

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
  listing: Listing,
  { loosely = false, fields = [], size = PAGE_SIZE }: Reading & { size?: number },
) {
  const where = whereOf(ctx, listing, { loosely, fields })
  const extra = extraColumns(listing, fields)
  const counting = firstValue(listing, "q") ? sql<number>`(count(*) over ())::int` : sql<number>`null::int`
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
    .orderBy(...orderOf(listing.sort, fields))
    .limit(size)
    .offset((listing.page - 1) * size)
  const [rows, counted] = await Promise.all([reading, firstValue(listing, "q") ? null : countOf(ctx, where)])
  const total = counted ?? rows[0]?.total ?? (listing.page > 1 ? await countOf(ctx, where) : 0)
  return { rows, total, loosely, extra }
}

/** The columns of a page that are more than the usual ones; their values are in each row's `more`. */
const extraColumns = (listing: Listing, fields: Field[]): Column[] =>
  listing.cols ? chosenColumns(columnsOf(fields), listing.cols).filter(({ key }) => !USUAL.includes(key)) : []

/**
 * One page of the LIO's groups, and how many there are in all. When no name contains the words, spelling is forgiven
 * (`loosely` then says so). `size`: how many to a page.
 */
export async function listGroups(ctx: Ctx, listing: Listing, size = PAGE_SIZE) {
  ensure(maySeeGroups(ctx.actor), say("Only staff can look through the groups."))
  const fields = await fieldsFor(ctx, listing)
  const exact = await pageOf(ctx, listing, { fields, size })
  return exact.total > 0 || !firstValue(listing, "q")
    ? exact
    : pageOf(ctx, listing, { loosely: true, fields, size })
}
export type GroupRow = Awaited<ReturnType<typeof listGroups>>["rows"][number]

/** The ids of every group of the list, for audiences and bulk work. */
export async function listGroupIds(ctx: Ctx, listing: Listing): Promise<string[]> {
  ensure(maySeeGroups(ctx.actor), say("Only staff can look through the groups."))
  const fields = await fieldsFor(ctx, listing)
  const ids = async (loosely: boolean) =>
    (
      await ctx.tx
        .select({ id: groups.id })
        .from(groups)
        .where(whereOf(ctx, listing, { loosely, fields }))
        .orderBy(asc(groups.id))
    ).map(({ id }) => id)
  const exact = await ids(false)
  return exact.length > 0 || !firstValue(listing, "q") ? exact : ids(true)
}

const TAKEN_AT_ONCE = 2000

/** The columns of a file: those chosen in the list, or everything that is kept. */
export async function fileColumns(ctx: Ctx, listing: Listing, everything: boolean): Promise<Column[]> {
  const all = columnsOf(everything ? await listFields(ctx) : await fieldsFor(ctx, listing))
  return everything ? all : chosenColumns(all, listing.cols)
}

/** The values of these columns for every group of the list, a few thousand at a time: for files. */
export async function* eachLine(
  ctx: Ctx,
  listing: Listing,
  columns: Column[],
): AsyncGenerator<(string | number)[][]> {
  ensure(maySeeGroups(ctx.actor), say("Only staff can export the groups."))
  const fields = await fieldsFor(ctx, listing)
  const loosely = Boolean(firstValue(listing, "q")) && (await pageOf(ctx, listing, { fields })).total === 0
  const where = whereOf(ctx, listing, { loosely, fields })
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
    .orderBy(...orderOf(listing.sort, fields))
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
