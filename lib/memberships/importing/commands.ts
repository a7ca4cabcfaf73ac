import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { found } from "../../errors"
import { followsMembership, keepStages, type Stage } from "../../groups/stage/commands"
import { listOpenTypes } from "../types/queries"
import { fitPeriod, type HeldPeriod, type ImportedMembership, kindTold, paidDay } from "./told"

type Held = HeldPeriod & { groupId: string }

/**
 * Keeps the memberships that a list tells of. A period that is known already learns its last day and payment where it
 * had none; one that lies across another is left as it is.
 */
export async function importMemberships(ctx: Ctx, rows: ImportedMembership[]) {
  if (rows.length === 0) return
  const types = await listOpenTypes(ctx)
  if (types.length === 0) return
  const ids = JSON.stringify([...new Set(rows.map(({ groupId }) => groupId))])
  const groups = await ctx.tx.execute<{ id: string; stage: string }>(
    sql`select id, stage from groups where id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`,
  )
  const stages = new Map(groups.map(({ id, stage }) => [id, stage]))
  const held = [
    ...(await ctx.tx.execute<Held>(sql`
      select id, group_id as "groupId", starts_on::text as "startsOn", ends_on::text as "endsOn", paid_on::text as "paidOn"
      from memberships where cancelled_on is null and group_id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`)),
  ]
  const byGroup = new Map<string, Held[]>()
  for (const one of held) byGroup.set(one.groupId, [...(byGroup.get(one.groupId) ?? []), one])
  const made: (Held & { typeId: string; feePence: number | null })[] = []
  const learnt: unknown[] = []
  for (const row of rows) {
    const there = byGroup.get(row.groupId) ?? []
    const type = found(kindTold(types, row, stages.get(row.groupId)))
    const { twin, across, ...learns } = fitPeriod(there, row, ctx.today)
    if (twin) {
      if (twin.id) learnt.push({ id: twin.id, ...learns })
      twin.endsOn ??= learns.endsOn
      twin.paidOn ??= learns.paidOn
      continue
    }
    if (across) continue
    const { groupId, startsOn, endsOn } = row
    const fee = row.feePence || type.feePence
    const period = {
      id: null,
      groupId,
      typeId: type.id,
      startsOn,
      endsOn,
      feePence: fee,
      paidOn: paidDay(row, ctx.today),
    }
    made.push(period)
    byGroup.set(groupId, [...there, period])
  }
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  await ctx.tx.execute(sql`
    insert into memberships (lio_id, group_id, type_id, starts_on, ends_on, fee_pence, paid_on, created_at)
    select ${ctx.lio.id}::uuid, d."groupId", d."typeId", d."startsOn", d."endsOn", d."feePence", d."paidOn", ${now}
    from json_to_recordset(${JSON.stringify(made)}::json)
      as d("groupId" uuid, "typeId" uuid, "startsOn" date, "endsOn" date, "feePence" int, "paidOn" date)`)
  await ctx.tx.execute(sql`
    update memberships m set ends_on = coalesce(m.ends_on, d."endsOn"), paid_on = coalesce(m.paid_on, d."paidOn")
    from json_to_recordset(${JSON.stringify(learnt)}::json) as d(id uuid, "endsOn" date, "paidOn" date) where m.id = d.id`)
  await keepStages(ctx, [...byGroup.keys(), ...rows.map(({ groupId }) => groupId)])
}

/**
 * Groups that a list calls member or affiliate and that never had a membership get one of the LIO's first fitting type,
 * with no last day until somebody knows it; those that had one keep the stage it says. Whatever the length of the list,
 * it is two statements.
 */
export async function beginImported(
  ctx: Ctx,
  rows: { groupId: string; stage: Stage | null; known: boolean }[],
) {
  const listed = rows.flatMap(({ groupId, stage }) =>
    stage && followsMembership(stage) ? [{ groupId, stage }] : [],
  )
  if (listed.length > 0) await insertImported(ctx, listed)
  const existing = rows.flatMap((row) => (row.stage && row.known ? [row.groupId] : []))
  if (existing.length > 0) await keepStages(ctx, existing)
}

async function insertImported(ctx: Ctx, rows: { groupId: string; stage: Stage }[]) {
  await ctx.tx.execute(sql`
    insert into memberships (lio_id, group_id, type_id, starts_on, fee_pence, created_at)
    select distinct on (d."groupId") ${ctx.lio.id}::uuid, d."groupId", t.id, g.joined_on, null, ${ctx.now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as d("groupId" uuid, stage text)
    join groups g on g.id = d."groupId"
    join membership_types t on t.standing = d.stage and t.retired_at is null
    where not exists (select from memberships m where m.group_id = d."groupId")
    order by d."groupId", t.position, t.created_at, t.id`)
}

/** Takes memberships of groups back that an import of that moment made. */
export async function takeBackMemberships(ctx: Ctx, at: Date, groupIds: string[]) {
  await ctx.tx.execute(sql`
    delete from memberships m where m.created_at = ${at.toISOString()}::timestamptz and m.group_id = any (${sql.param(groupIds)}::uuid[])`)
}

/** Takes the last days and payments back that an import told of memberships that were there before it. */
export async function forgetLearnt(ctx: Ctx, importId: string, groupIds: string[]) {
  const ids = (kind: "lastDays" | "payments") => sql`
    select jsonb_array_elements_text(e."to"->'made'->${kind})::uuid from events e where e.subject_kind = 'import' and e.subject_id = ${importId}
      and e."to"->'made'->${kind} is not null and e.group_id = any (${sql.param(groupIds)}::uuid[])`
  await ctx.tx.execute(sql`update memberships set ends_on = null where id in (${ids("lastDays")})`)
  await ctx.tx.execute(sql`update memberships set paid_on = null where id in (${ids("payments")})`)
}
