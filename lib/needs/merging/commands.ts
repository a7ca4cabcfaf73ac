import "server-only"
import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import { needs } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { getChange } from "../../journal/queries"
import { say } from "../../words"
import { openNeedRow, placeOf } from "../commands"
import type { MergeNeed } from "../input"

/** What hangs on a need, by its table: what tells one of its rows from another. A need has each of them once. */
type Moved = Record<
  | "evidence"
  | "areas"
  | "themes"
  | "figures"
  | "steps"
  | "tellings"
  | "groups"
  | "asks"
  | "outcomes"
  | "pins"
  | "decisions"
  | "promises",
  string[]
>

/** Moves what hangs on one need to another, unless it hangs there already. Gives what moved. `only`: those alone. */
async function move(ctx: Ctx, from: string, to: string, only?: Moved): Promise<Moved> {
  const among = (kind: keyof Moved, key: SQL) =>
    sql`t.need_id = ${from}::uuid and (${only === undefined}::boolean or ${key} = any (${sql.param(only?.[kind] ?? [])}::uuid[]))`
  const keys = (table: string) => sql.raw(`coalesce((select json_agg(key) from ${table}), '[]')`)
  const [moved] = await ctx.tx.execute<Moved>(sql`
    with evidence as (update need_evidence t set need_id = ${to}::uuid where ${among("evidence", placeOf("t"))}
        and not exists (select from need_evidence o where o.need_id = ${to}::uuid and ${placeOf("o")} = ${placeOf("t")}) returning ${placeOf("t")} as key),
      areas as (update need_areas t set need_id = ${to}::uuid where ${among("areas", sql`t.area_id`)}
        and not exists (select from need_areas o where o.need_id = ${to}::uuid and o.area_id = t.area_id) returning t.area_id as key),
      themes as (update need_themes t set need_id = ${to}::uuid where ${among("themes", sql`t.term_id`)}
        and not exists (select from need_themes o where o.need_id = ${to}::uuid and o.term_id = t.term_id) returning t.term_id as key),
      figures as (update need_figures t set need_id = ${to}::uuid where ${among("figures", sql`t.id`)} returning t.id as key),
      steps as (update need_steps t set need_id = ${to}::uuid where ${among("steps", sql`t.id`)} returning t.id as key),
      tellings as (update need_tellings t set need_id = ${to}::uuid where ${among("tellings", sql`t.id`)} returning t.id as key),
      answering as (update need_groups t set need_id = ${to}::uuid where ${among("groups", sql`t.group_id`)}
        and not exists (select from need_groups o where o.need_id = ${to}::uuid and o.group_id = t.group_id) returning t.group_id as key),
      put as (update need_asks t set need_id = ${to}::uuid where ${among("asks", sql`t.ask_id`)}
        and not exists (select from need_asks o where o.need_id = ${to}::uuid and o.ask_id = t.ask_id) returning t.ask_id as key),
      met as (update outcome_needs t set need_id = ${to}::uuid where ${among("outcomes", sql`t.outcome_id`)}
        and not exists (select from outcome_needs o where o.need_id = ${to}::uuid and o.outcome_id = t.outcome_id) returning t.outcome_id as key),
      pinned as (update paper_pins t set need_id = ${to}::uuid where ${among("pins", sql`t.id`)}
        and not exists (select from paper_pins o where o.need_id = ${to}::uuid and (o.ask_id, o.part_id, o.sentence) is not distinct from (t.ask_id, t.part_id, t.sentence)) returning t.id as key),
      decided as (update board_decision_needs t set need_id = ${to}::uuid where ${among("decisions", sql`t.decision_id`)}
        and not exists (select from board_decision_needs o where o.need_id = ${to}::uuid and o.decision_id = t.decision_id) returning t.decision_id as key),
      promised as (update board_promise_needs t set need_id = ${to}::uuid where ${among("promises", sql`t.promise_id`)}
        and not exists (select from board_promise_needs o where o.need_id = ${to}::uuid and o.promise_id = t.promise_id) returning t.promise_id as key)
    select ${keys("evidence")} as evidence, ${keys("areas")} as areas, ${keys("themes")} as themes, ${keys("figures")} as figures, ${keys("steps")} as steps, ${keys("tellings")} as tellings, ${keys("answering")} as groups, ${keys("put")} as asks, ${keys("met")} as outcomes, ${keys("pinned")} as pins, ${keys("decided")} as decisions, ${keys("promised")} as promises`)
  return found(moved)
}

/**
 * Says that two needs are one: where it was heard, its areas and themes, its figures, its steps, the groups that answer it, the bodies that were told
 * of it, the papers that put it to one, the outcomes that met it, and what boards decided and promised about it go to the one that stays; the other is closed and leads there. `merge` undoes it.
 */
export async function mergeNeed(ctx: Ctx, { id, intoId }: MergeNeed) {
  const gone = await openNeedRow(ctx, id)
  const kept = await openNeedRow(ctx, intoId)
  if (id === intoId) throw new RuleBroken(say("Choose a different need."), "intoId")
  if (kept.mergedIntoId)
    throw new RuleBroken(say("That need is part of another already. Choose the one that stays."), "intoId")
  const [closed] = await ctx.tx
    .update(needs)
    .set({
      closedAt: ctx.now,
      closedReason: say("The same as “{title}”", { title: kept.title }),
      ending: "merged",
      mergedIntoId: intoId,
      shownAt: null,
    })
    .where(and(eq(needs.id, id), isNull(needs.closedAt)))
    .returning({ id: needs.id })
  if (!closed) throw new RuleBroken(say("This need is closed. Open it again first."))
  const moved = await move(ctx, id, intoId)
  const merge = await record(ctx, {
    what: "need.merged",
    subject: ["need", id],
    summary: say("Made one with another: {gone} is part of {kept}", { gone: gone.title, kept: kept.title }),
    from: { shownAt: gone.shownAt },
    to: { intoId, moved },
  })
  return { id: intoId, title: kept.title, merge }
}

/** Makes two needs of one again; what was added to the one since stays there. `id` is the merge's. */
export async function unmergeNeed(ctx: Ctx, id: string) {
  const { id: goneId, to } = await getChange(ctx, id, ["need.merged"])
  const { intoId, moved } = to as { intoId: string; moved: Moved }
  const gone = await openNeedRow(ctx, goneId)
  const [opened] = await ctx.tx
    .update(needs)
    .set({ closedAt: null, closedReason: null, ending: null, mergedIntoId: null })
    .where(and(eq(needs.id, goneId), eq(needs.mergedIntoId, intoId)))
    .returning({ id: needs.id, title: needs.title })
  if (!opened) throw new RuleBroken(say("These are two needs already."))
  await move(ctx, intoId, goneId, moved)
  await record(ctx, {
    what: "need.unmerged",
    subject: ["need", goneId],
    summary: say("Made two needs of one again: {title}", { title: gone.title }),
  })
  return found(opened)
}
