import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Answers } from "../../fields/input"
import { versionInForce } from "../../places/queries"
import { SIZES } from "../sizes/input"
import { FIELDS_IN_JSON, IMPORTED, type ImportedField, type ImportedValue, PLAIN_FIELDS } from "./fields"

type Fields = Partial<Record<ImportedField, ImportedValue | null>>
/** What a list says of a group that is new. Days are like 2026-06-04, money is in pence; null: it does not say. */
export type NewGroup = Fields & { id: string; name: string; nameKey: string; answers: Answers }
/** What a list changes in a group; what is left out stays. */
export type ChangedGroup = Fields & { id: string; answers: Answers }

const DETAILS = ["address", "email", "phone", "website", "about", "postcode"] as const
const anyOf = (fields: readonly ImportedField[]) =>
  sql.raw(fields.map((field) => `d."${field}" is not null`).join(" or "))
const momentOf = (ctx: Ctx) => sql`${ctx.now.toISOString()}::timestamptz`

/** Words that a group cannot be without. */
const USUAL: Partial<Record<ImportedField, string>> = { stage: "not_member", sector: "voluntary" }
const columns = sql.raw(PLAIN_FIELDS.map((field) => IMPORTED[field][0]).join(", "))
const values = sql.raw(
  PLAIN_FIELDS.map((field) =>
    USUAL[field] ? `coalesce(d."${field}", '${USUAL[field]}')` : `d."${field}"`,
  ).join(", "),
)

/** What a row leaves out is left out of the JSON, too. */
const lean = (group: NewGroup) => {
  const { id, name, nameKey, answers } = group
  const fields = Object.keys(IMPORTED).filter((field) => group[field as ImportedField] != null)
  return {
    id,
    name,
    nameKey,
    answers,
    ...Object.fromEntries(fields.map((field) => [field, group[field as ImportedField]])),
  }
}

/**
 * Writes new groups, however many, in one statement. A postcode that the installation knows gives the ward and district,
 * with the version of the table; sizes and a consent are of the day that the list says, or of today.
 */
export async function insertImported(ctx: Ctx, groups: NewGroup[]) {
  if (groups.length === 0) return
  const now = momentOf(ctx)
  const consented = sql`d."directoryConsent" is not null`
  await ctx.tx.execute(sql`
    insert into groups (lio_id, id, name, name_key, ${columns}, ward_code, district_code, place_resolved_at, place_version,
      sizes_as_at, directory_said_on, directory_said_by, directory_said_how, stage_reason, stage_since, custom,
      needs_details_since, created_at, updated_at)
    select ${ctx.lio.id}::uuid, d.id, d.name, d."nameKey", ${values}, p.ward_code, p.district_code,
      case when p.postcode is not null then ${now} end, case when p.postcode is not null then ${versionInForce} end,
      coalesce(d."sizesAsAt", case when ${anyOf(SIZES)} then ${ctx.today}::date end),
      coalesce(d."directorySaidOn", case when ${consented} then ${ctx.today}::date end), d."directorySaidBy",
      coalesce(d."directorySaidHow", case when ${consented} and d."directorySaidOn" is null then 'list' end),
      d."stageReason", d."stageSince", d.answers, case when not (${anyOf(DETAILS)}) then ${now} end, ${now}, ${now}
    from json_to_recordset(${JSON.stringify(groups.map(lean))}::json)
      as d(id uuid, name text, "nameKey" text, ${sql.raw(FIELDS_IN_JSON)}, answers jsonb)
    left join postcodes p on p.postcode = replace(d.postcode, ' ', '')`)
}

const saidOrStanding = sql.raw(
  PLAIN_FIELDS.map((field) => `${IMPORTED[field][0]} = coalesce(d."${field}", g.${IMPORTED[field][0]})`).join(
    ", ",
  ),
)

/** Changes groups as a list says, however many, in one statement: what a row says counts, what it does not say stays. */
export async function updateImported(ctx: Ctx, groups: ChangedGroup[]) {
  if (groups.length === 0) return
  const [now, today] = [momentOf(ctx), sql`${ctx.today}::date`]
  const moved = (column: string, to: ReturnType<typeof sql>) =>
    sql`${sql.raw(column)} = case when d.postcode is null then g.${sql.raw(column)} else ${to} end`
  const consented = (column: string, field: string, otherwise: ReturnType<typeof sql>) =>
    sql`${sql.raw(column)} = coalesce(d.${sql.raw(`"${field}"`)}, case when d."directoryConsent" is null then g.${sql.raw(column)} else ${otherwise} end)`
  await ctx.tx.execute(sql`
    update groups g set ${saidOrStanding}, ${moved("ward_code", sql`p.ward_code`)}, ${moved("district_code", sql`p.district_code`)},
      ${moved("place_version", sql`case when p.postcode is not null then ${versionInForce} end`)},
      ${moved("place_resolved_at", sql`case when p.postcode is not null then ${now} end`)},
      stage_since = coalesce(d."stageSince", case when d.stage is null then g.stage_since else ${today} end),
      stage_reason = coalesce(d."stageReason", case when d.stage is null then g.stage_reason end),
      ${consented("directory_said_on", "directorySaidOn", today)}, ${consented("directory_said_by", "directorySaidBy", sql`null`)},
      ${consented("directory_said_how", "directorySaidHow", sql`case when d."directorySaidOn" is null then 'list' end`)},
      custom = g.custom || d.answers, needs_details_since = null, version = g.version + 1, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(groups)}::json) as d(id uuid, ${sql.raw(FIELDS_IN_JSON)}, answers jsonb)
    left join postcodes p on p.postcode = replace(d.postcode, ' ', '')
    where g.id = d.id`)
}

/** What a group has now and had not before: a number or a word, by its id. */
export type Added = { groupId: string; what: string }

/** Gives groups numbers on registers besides those that they have; gives those that are new. */
export async function addNumbers(ctx: Ctx, numbers: { groupId: string; register: string; value: string }[]) {
  if (numbers.length === 0) return []
  return ctx.tx.execute<Added>(sql`
    insert into group_identifiers (lio_id, id, group_id, register, value)
    select ${ctx.lio.id}::uuid, uuidv7(), n."groupId", n.register, n.value from (
      select distinct * from json_to_recordset(${JSON.stringify(numbers)}::json) as n("groupId" uuid, register text, value text)) n
    where not exists (select from group_identifiers g where g.group_id = n."groupId" and g.register = n.register and g.value = n.value)
    returning group_id as "groupId", id as what`)
}

/** Gives groups areas or words of the LIO's lists besides those that they have; gives those that are new. */
export async function addToLists(
  ctx: Ctx,
  list: "areas" | "terms",
  links: { groupId: string; id: string }[],
) {
  if (links.length === 0) return []
  const [table, key] = list === "areas" ? [sql`group_areas`, sql`area_id`] : [sql`group_terms`, sql`term_id`]
  return ctx.tx.execute<Added>(sql`
    insert into ${table} (lio_id, group_id, ${key}) select ${ctx.lio.id}::uuid, d."groupId", d.id
    from json_to_recordset(${JSON.stringify(links)}::json) as d("groupId" uuid, id uuid) on conflict do nothing
    returning group_id as "groupId", ${key} as what`)
}
