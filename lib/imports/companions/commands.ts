import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Judged } from "../matching/judge"

/** What goes with a field that a list changes, and comes back with it when the import is taken back. */
const COMPANIONS = {
  postcode: ["wardCode", "districtCode", "placeVersion", "placeResolvedAt"],
  stage: ["stageSince", "stageReason"],
  directoryConsent: ["directorySaidOn", "directorySaidBy", "directorySaidHow"],
} as const

type Changes = Judged["changes"]
/** The fields that go along with what a row changes. */
export const companionsOf = (changes: Changes): string[] =>
  Object.entries(COMPANIONS).flatMap(([field, beside]) => (field in changes ? beside : []))

/** What they say afterwards, where that is not looked up. */
export const followsFrom = (changes: Changes, day: string) => ({
  ...("stage" in changes ? { stageSince: day, stageReason: null } : {}),
  ...("directoryConsent" in changes
    ? {
        directorySaidOn: day,
        directorySaidBy: null,
        directorySaidHow: changes.directorySaidOn ? null : "list",
      }
    : {}),
})

/** A consent that a list brings is of the day that it says, or of the import. `d` is what is said, `g` the group. */
export const consentSaid = (day: string) => sql`
  directory_said_on = coalesce(d."directorySaidOn", case when d."directoryConsent" is null then g.directory_said_on else ${day}::date end),
  directory_said_by = coalesce(d."directorySaidBy", case when d."directoryConsent" is null then g.directory_said_by end),
  directory_said_how = coalesce(d."directorySaidHow", case when d."directoryConsent" is null then g.directory_said_how when d."directorySaidOn" is null then 'list' end)`

/** What an import made of a group that is not a field of it, for its log. */
export const saidOf = (made: object = {}) => (Object.keys(made).length > 0 ? { made } : {})

/** Notes how that stood before, for the groups of which it changes. */
export async function noteCompanions(ctx: Ctx, before: Map<string, Record<string, unknown>>, rows: Judged[]) {
  const touched = rows.flatMap(({ known, changes }) => {
    const said = known?.id ? before.get(known.id) : undefined
    const looked = "postcode" in changes || "directoryConsent" in changes
    return said && looked && !("wardCode" in said) ? [known?.id] : []
  })
  if (touched.length === 0) return
  const stood = await ctx.tx.execute<{ id: string }>(sql`
    select id, ward_code as "wardCode", district_code as "districtCode", place_version as "placeVersion", place_resolved_at as "placeResolvedAt",
      directory_said_on::text as "directorySaidOn", directory_said_by as "directorySaidBy", directory_said_how as "directorySaidHow"
    from groups where id in (select jsonb_array_elements_text(${JSON.stringify(touched)}::jsonb)::uuid)`)
  for (const { id, ...said } of stood) before.set(id, { ...before.get(id), ...said })
}
