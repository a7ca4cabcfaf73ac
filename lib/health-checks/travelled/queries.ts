import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { LEAST } from "../../consultations/small-numbers"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { maySeeChecks } from "../policy"

/** How far groups came in one set, between a check and its re-check. `change` is null where too few groups stand behind it. */
type Travelled = { key: string; name: string; groups: number; change: number | null }

/**
 * How far groups came over all, and how many share a check. Only checks that their groups share now are counted, each group
 * once, with its latest re-check; what fewer than five groups said is held back.
 */
export async function getTravelled(ctx: Ctx): Promise<{ sharing: number; sets: Travelled[] }> {
  ensure(maySeeChecks(ctx.actor), say("Only staff can see how far groups have come."))
  const shared = (check: string) =>
    sql.raw(
      `${check}.handed_in_at is not null and ${check}.consented_at is not null and ${check}.withdrawn_at is null`,
    )
  const [[counted], sets] = await Promise.all([
    ctx.tx.execute<{ sharing: number }>(
      sql`select count(distinct c.group_id)::int as sharing from health_checks c where ${shared("c")}`,
    ),
    ctx.tx.execute<Travelled>(sql`
      with pairs as (
        select distinct on (l.group_id) l.id as later, e.id as earlier
        from health_checks l join health_checks e on e.id = l.earlier_id
        where ${shared("l")} and ${shared("e")} order by l.group_id, l.handed_in_at desc),
      scores as (
        select q.check_id, q.set_key, max(q.set_name) as name,
          100 * avg(case q.answer when 'in_place' then 1 when 'partly' then 0.5 else 0 end) as score
        from health_check_questions q where q.answer is not null and q.answer <> 'not_apply' group by q.check_id, q.set_key)
      select l.set_key as key, max(l.name) as name, count(*)::int as groups,
        case when count(*) >= ${LEAST} then round(avg(l.score - e.score))::int end as change
      from pairs p join scores l on l.check_id = p.later join scores e on e.check_id = p.earlier and e.set_key = l.set_key
      group by l.set_key order by name`),
  ])
  return { sharing: found(counted).sharing, sets: [...sets] }
}
