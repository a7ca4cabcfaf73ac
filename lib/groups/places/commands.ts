import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { type GroupHappening, record, recordMany } from "../../journal/commands"
import { say } from "../../words"
import { mayResolvePlaces } from "./policy"

/** What looking up all wards came to. `moved`: groups whose ward or district is another than before. */
export type Resolved = { version: string; groups: number; moved: number; unknown: number }

/**
 * Looks up the ward and district of every group again in the postcode table in force. Each group that comes to another
 * ward has it in its log, from what to what; sessions and results of the past stay with what was true then. A postcode
 * that the table does not know leaves its group as it was.
 */
export async function resolvePlaces(ctx: Ctx): Promise<Resolved> {
  ensure(mayResolvePlaces(ctx.actor), say("Only managers can have all wards looked up again."))
  const [force] = await ctx.tx.execute<{ version: string }>(
    sql`select version from place_versions order by imported_at desc limit 1`,
  )
  if (!force)
    throw new RuleBroken(
      say(
        "No postcode table has been read yet. Whoever runs Trellis does it with “trellis import postcodes”.",
      ),
    )
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const moved = await ctx.tx.execute<GroupHappening>(sql`
    with found as (
      select g.id, g.ward_code as old_ward, g.district_code as old_district, g.place_version as old_version, p.ward_code, p.district_code,
        (g.ward_code, g.district_code) is distinct from (p.ward_code, p.district_code) as moves
      from groups g join postcodes p on p.postcode = replace(g.postcode, ' ', '') where g.removed_at is null),
    written as (
      update groups g set ward_code = f.ward_code, district_code = f.district_code, place_version = ${force.version}, place_resolved_at = ${now},
        version = g.version + f.moves::int
      from found f where g.id = f.id and (f.moves or g.place_version is distinct from ${force.version}) returning g.id)
    select f.id as "groupId", ': ' || w.name as more,
      json_build_object('wardCode', f.old_ward, 'districtCode', f.old_district, 'placeVersion', f.old_version) as "from",
      json_build_object('wardCode', f.ward_code, 'districtCode', f.district_code, 'placeVersion', ${force.version}::text) as "to"
    from found f left join places w on w.code = f.ward_code where f.moves`)
  await recordMany(ctx, {
    what: "group.placed",
    summary: say("Ward looked up again in {version}", { version: force.version }),
    groups: [...moved],
  })
  const [counts] = await ctx.tx.execute<{ groups: number; unknown: number }>(sql`
    select (count(p.postcode))::int as groups, (count(*) filter (where p.postcode is null))::int as unknown
    from groups g left join postcodes p on p.postcode = replace(g.postcode, ' ', '') where g.removed_at is null and g.postcode is not null`)
  const result = {
    version: force.version,
    groups: counts?.groups ?? 0,
    moved: moved.length,
    unknown: counts?.unknown ?? 0,
  }
  await record(ctx, {
    what: "places.resolved",
    subject: ["lio", ctx.lio.id],
    summary: say("Looked up all wards again in {version}: {moved} changed, {unknown} postcodes not known", {
      version: force.version,
      moved: result.moved,
      unknown: result.unknown,
    }),
    to: result,
  })
  return result
}
