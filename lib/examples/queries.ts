import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import { isStaff } from "../access/may"
import { ensure, found } from "../errors"
import { say } from "../words"
import { mayLoadExamples } from "./policy"

/** Whether this LIO has example data, and whether it could have: as long as it has no group of its own. */
export async function getExamples(ctx: Ctx) {
  ensure(isStaff(ctx.actor), say("Example data is for staff."))
  const [row] = await ctx.tx.execute<{ groups: number; empty: boolean }>(sql`
    select (select count(*)::int from examples where kind = 'groups') as groups,
      not exists (select from groups where removed_at is null) as empty`)
  const { groups, empty } = found(row)
  const manages = mayLoadExamples(ctx.actor)
  return { groups, mayLoad: manages && empty && groups === 0, mayRemove: manages && groups > 0 }
}

/** What is named when it stays. */
type ExampleKind = "groups" | "networks" | "consultations"

/**
 * What of the example data would go, how many of each, and the groups, networks and
 * consultations that would stay because something of the LIO hangs on them.
 */
export async function previewRemoval(ctx: Ctx) {
  ensure(mayLoadExamples(ctx.actor), say("Only a manager can remove the example data."))
  const [row] = await ctx.tx.execute<{
    goes: Record<string, number>
    stays: { kind: ExampleKind; id: string; name: string }[]
  }>(sql`
    with going as (select * from examples_to_go())
    select (select coalesce(json_object_agg(k.kind, k.times), '{}') from (select kind, count(*)::int as times from going group by kind) k) as goes,
      (select coalesce(json_agg(json_build_object('kind', x.kind, 'id', x.row_id, 'name', s.name) order by x.kind, s.name), '[]') from examples x
        join (select id, name from groups where removed_at is null union all select id, name from networks
          union all select id, title from consultations) s on s.id = x.row_id
        where x.kind in ('groups', 'networks', 'consultations') and not exists (select from going o where o.row_id = x.row_id)) as stays`)
  return found(row)
}
