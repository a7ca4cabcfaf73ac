import "server-only"
import { randomUUIDv7 } from "node:crypto"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../access/ctx"
import type { Draft } from "../columns/drafts"
import { FOLLOWS, KEPT, KEPT_FIELDS, type KeptField } from "../columns/kept"
import { LISTED_SIZES } from "../sizes/commands"
import type { ListWords } from "./words"

const once = <T>(all: T[], key: (one: T) => string) => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]

/** What the statement needs of a draft; what is not known is left out. Ids rise with time, so that each goes to the end of its index. */
function lean(draft: Draft & { id: string }, words: ListWords) {
  const { id, row, name, nameKey, identifiers, answers } = draft
  const said: Record<string, unknown> = { id, row, name, nameKey, eventId: randomUUIDv7() }
  for (const field of KEPT_FIELDS) if (draft[field] !== null) said[field] = draft[field]
  if (identifiers.length > 0)
    said.numbers = once(identifiers, (one) => `${one.register} ${one.value}`).map((one) => ({
      ...one,
      id: randomUUIDv7(),
    }))
  const [areas, terms] = [words.areasOf(draft), words.termsOf(draft)]
  if (areas.length > 0) said.areas = areas
  if (terms.length > 0) said.terms = terms
  if (Object.keys(answers).length > 0) said.answers = answers
  return said
}

/** What new groups say, as JSON, and which fields some of them do. */
export type NewRows = { json: string; fields: KeptField[] }

/** What new groups say, for `insertNew`. Their words must have been learnt. */
export function newRows(rows: (Draft & { id: string })[], words: ListWords): NewRows {
  const fields = KEPT_FIELDS.filter(
    (field) => field === "postcode" || rows.some((row) => row[field] !== null),
  )
  return { json: JSON.stringify(rows.map((row) => lean(row, words))), fields }
}

const DETAILS = ["address", "email", "phone", "website", "about", "postcode"] as const
/** Words that a group cannot be without. */
const USUAL: Partial<Record<KeptField, string>> = { stage: "'not_member'", sector: "'voluntary'" }
const sqlOf = (field: KeptField) =>
  USUAL[field] ? `coalesce(d."${field}", ${USUAL[field]})` : `d."${field}"`

/** The parts of the statement that differ with what a list says: PostgreSQL looks for each field that is named in every row. */
function statementFor(fields: KeptField[]) {
  const said = (some: readonly KeptField[]) => some.filter((field) => fields.includes(field))
  const anyOf = (some: readonly KeptField[]) =>
    said(some)
      .map((field) => `d."${field}" is not null`)
      .join(" or ") || "false"
  const plain = fields.filter((field) => !FOLLOWS.has(field))
  return {
    columns: sql.raw(plain.map((field) => KEPT[field][0]).join(", ")),
    inJson: sql.raw(fields.map((field) => `"${field}" ${KEPT[field][1]}`).join(", ")),
    values: sql.raw(plain.map(sqlOf).join(", ")),
    said: (field: KeptField) => sql.raw(fields.includes(field) ? `d."${field}"` : "null"),
    saysSize: sql.raw(anyOf(LISTED_SIZES)),
    saysConsent: sql.raw(anyOf(["directoryConsent"])),
    hasDetails: sql.raw(anyOf(DETAILS)),
  }
}

/**
 * Writes new groups with their numbers, areas, themes and log in one statement, so that PostgreSQL reads what is said of
 * them once. A postcode that the installation knows gives the ward and district, with the version of the table.
 */
export async function insertNew(
  ctx: Ctx,
  of: { importId: string; fileName: string },
  { json, fields }: NewRows,
) {
  const lio = sql`${ctx.lio.id}::uuid`
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const person = personOf(ctx.actor)
  const name = person?.name ?? (ctx.actor.kind === "system" ? ctx.actor.name : "Import")
  const { columns, inJson, values, said, saysSize, saysConsent, hasDetails } = statementFor(fields)
  await ctx.tx.execute(sql`
    with d as materialized (select * from json_to_recordset(${json}::json) as d(id uuid, row int, name text, "nameKey" text, ${inJson},
      "eventId" uuid, numbers json, areas json, terms json, answers jsonb)),
    made as (
      insert into groups (lio_id, id, name, name_key, ${columns}, ward_code, district_code, place_resolved_at, place_version, sizes_as_at, directory_said_on, directory_said_by, directory_said_how, stage_reason, stage_since, custom,
        needs_details_since, created_at, updated_at)
      select ${lio}, d.id, d.name, d."nameKey", ${values}, p.ward_code, p.district_code, case when p.postcode is not null then ${now} end,
        case when p.postcode is not null then v.version end, coalesce(${said("sizesAsAt")}::date, case when ${saysSize} then ${now}::date end),
        coalesce(${said("directorySaidOn")}::date, case when ${saysConsent} then ${now}::date end), ${said("directorySaidBy")}::text,
        coalesce(${said("directorySaidHow")}::text, case when ${saysConsent} and ${said("directorySaidOn")} is null then 'list' end), ${said("stageReason")}::text, ${said("stageSince")}::date, coalesce(d.answers, '{}'),
        case when not (${hasDetails}) then ${now} end, ${now}, ${now}
      from d left join postcodes p on p.postcode = replace(d.postcode, ' ', '')
        left join (select version from place_versions order by imported_at desc limit 1) v on true),
    numbered as (
      insert into group_identifiers (lio_id, id, group_id, register, value)
      select ${lio}, n.id, d.id, n.register, n.value from d, json_to_recordset(d.numbers) as n(id uuid, register text, value text)),
    placed as (
      insert into group_areas (lio_id, group_id, area_id)
      select ${lio}, d.id, a.id::uuid from d, json_array_elements_text(d.areas) as a(id)),
    worded as (
      insert into group_terms (lio_id, group_id, term_id)
      select ${lio}, d.id, t.id::uuid from d, json_array_elements_text(d.terms) as t(id))
    insert into events (lio_id, id, at, what, summary, subject_kind, subject_id, group_id, audience, actor_id, actor_name, via)
    select ${lio}, d."eventId", ${now}, 'group.imported', 'Brought in from row ' || d.row || ${` (${of.fileName})`}, 'import', ${of.importId}::uuid, d.id, 'group:' || d.id,
      ${person?.personId ?? null}::uuid, ${name}, 'import' from d`)
}
