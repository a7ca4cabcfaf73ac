import "server-only"
import { createHash } from "node:crypto"
import { desc, eq, type SQL, sql } from "drizzle-orm"
import { areas, bulkChanges, events, people, terms } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, RuleBroken } from "../errors"
import { listGroupIds } from "../groups/list/queries"
import { mayKeepGroups, maySeeGroups } from "../groups/policy"
import { COUNTS } from "../membership-status/period"
import { membershipStatuses } from "../membership-status/queries"
import { inAlphabet, say } from "../words"
import { answerInWords, answerNow, answersSo } from "./answers/queries"
import type { Change, Which } from "./input"
import { answeredIn } from "./input"
import { type Held, type Named, termInWords, wordOf } from "./words"

/** For how long a change can be undone. */
export const UNDO_HOURS = 24

/** The change with its name in words. RuleBroken when its term or area is not on the list. */
export async function nameOf(ctx: Ctx, change: Change): Promise<Named> {
  if (change.kind === "add-term" || change.kind === "remove-term") {
    const [term] = await ctx.tx
      .select({ list: terms.list, name: terms.name, retiredAt: terms.retiredAt })
      .from(terms)
      .where(eq(terms.id, change.to))
    if (!term || (term.retiredAt && change.kind === "add-term"))
      throw new RuleBroken(say("This word is not on your lists any more. Choose another."), "to")
    return { change, name: termInWords(term) }
  }
  if (change.kind === "add-area" || change.kind === "remove-area") {
    const [area] = await ctx.tx.select({ name: areas.name }).from(areas).where(eq(areas.id, change.to))
    if (!area) throw new RuleBroken(say("This area is not on your list any more. Choose another."), "to")
    return { change, name: area.name }
  }
  if (change.kind === "answer") return { change, name: await answerInWords(ctx, change) }
  return { change, name: change.kind === "remove" ? "" : wordOf(change) }
}

type How = { before: SQL; already: SQL; closedHeld: boolean; memberHeld: boolean }

/** What a change looks at in a group g: what it says now, and whether that is so already. */
function howOf(change: Change): How {
  const { kind, to } = change
  const has = (table: string, column: string) => ({
    before: sql.raw(
      `(select coalesce(jsonb_agg(x.${column}), '[]') from ${table} x where x.group_id = g.id)`,
    ),
    there: sql`exists (select from ${sql.raw(table)} x where x.group_id = g.id and x.${sql.raw(column)} = ${to}::uuid)`,
  })
  const free = { closedHeld: false, memberHeld: false }
  if (kind === "add-term" || kind === "remove-term") {
    const { before, there } = has("group_terms", "term_id")
    return { ...free, before, already: kind === "add-term" ? there : sql`not ${there}` }
  }
  if (kind === "add-area" || kind === "remove-area") {
    const { before, there } = has("group_areas", "area_id")
    return { ...free, before, already: kind === "add-area" ? there : sql`not ${there}` }
  }
  if (kind === "stage")
    return {
      before: sql`jsonb_build_object('stage', g.stage, 'stageSince', g.stage_since, 'stageReason', g.stage_reason)`,
      already: sql`g.stage = ${to}`,
      closedHeld: true,
      memberHeld: true,
    }
  if (kind === "answer") {
    const answered = answeredIn(change)
    return { ...free, before: answerNow(answered), already: answersSo(answered) }
  }
  if (kind === "sector")
    return { ...free, before: sql`jsonb_build_object('sector', g.sector)`, already: sql`g.sector = ${to}` }
  return { before: sql`'null'::jsonb`, already: sql`false`, closedHeld: false, memberHeld: true }
}

/** These ids as a condition's right side. Joined, not searched: `= any` reads ten thousand ids for each row once a plan is kept. */
export const idsIn = (ids: string[]) => sql`(select unnest(${sql.param(ids)}::uuid[]))`

/** What a change would do with one group. */
export type Weighed = { id: string; name: string; state: "will" | "already" | Held; before: unknown }

/** Every group that is meant, and what the change would do with it. `hold`: nobody else changes them until the work is done. */
export async function weigh(ctx: Ctx, which: Which, change: Change, hold = false): Promise<Weighed[]> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change many groups."))
  const ids = "ids" in which ? which.ids : await listGroupIds(ctx, which.filter)
  if (ids.length === 0) return []
  const { before, already, closedHeld, memberHeld } = howOf(change)
  const chosen = idsIn(ids)
  const member = memberHeld
    ? sql`g.id in (select s.group_id from (${membershipStatuses(ctx, sql`m.group_id in ${chosen}`)}) s where s.state = any (${sql.param([...COUNTS])}::text[]))`
    : sql`false`
  const rows = await ctx.tx.execute<Weighed>(sql`
    select g.id, g.name, ${before} as before, case when ${already} then 'already'
      when ${closedHeld ? sql`g.stage = 'closed'` : sql`false`} then 'closed' when ${member} then 'member' else 'will' end as state
    from groups g where g.id in ${chosen} and g.removed_at is null order by g.id ${hold ? sql`for update of g` : sql``}`)
  return [...rows]
}

/** What these groups say now of what a change is about. */
export async function saidNow(ctx: Ctx, ids: string[], change: Change): Promise<Map<string, unknown>> {
  const rows = await ctx.tx.execute<{ id: string; now: unknown }>(
    sql`select g.id, ${howOf(change).before} as now from groups g where g.id in ${idsIn(ids)}`,
  )
  return new Map(rows.map(({ id, now }) => [id, now]))
}

/** Tells one set of groups from another, so that what is done is what was shown. */
export const sealOf = (weighed: Weighed[]) =>
  createHash("sha256")
    .update(weighed.flatMap(({ id, state }) => (state === "will" ? [id] : [])).join())
    .digest("hex")

const NAMED = 5

/** What a change would do: to how many groups, which are as wanted already, and which cannot be changed and why. */
export async function previewChange(ctx: Ctx, which: Which, change: Change) {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change many groups."))
  const named = await nameOf(ctx, change)
  const weighed = await weigh(ctx, which, change)
  const of = (state: Weighed["state"]) => {
    const some = weighed.filter((one) => one.state === state)
    const names = some.map(({ id, name }) => ({ id, name })).sort((a, b) => inAlphabet(a.name, b.name))
    return { number: some.length, some: names.slice(0, NAMED) }
  }
  return {
    named,
    seal: sealOf(weighed),
    total: weighed.length,
    will: of("will"),
    already: of("already"),
    closed: of("closed"),
    member: of("member"),
  }
}
export type Preview = Awaited<ReturnType<typeof previewChange>>

/** How many groups are meant. */
export async function countChosen(ctx: Ctx, which: Which): Promise<number> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change many groups."))
  return "ids" in which ? which.ids.length : (await listGroupIds(ctx, which.filter)).length
}

/** Changes that were made to many groups at once, newest first; `fresh`: it can still be undone. */
export async function listChanges(ctx: Ctx) {
  ensure(maySeeGroups(ctx.actor), say("Only staff can see the changes."))
  const rows = await ctx.tx
    .select({
      id: bulkChanges.id,
      summary: bulkChanges.summary,
      by: people.name,
      madeAt: bulkChanges.madeAt,
      undoneAt: bulkChanges.undoneAt,
      undoneBy: sql<string | null>`(select e.actor_name from ${events} e
        where e.subject_kind = 'bulk' and e.subject_id = ${bulkChanges.id} and e.what = 'groups.undone' limit 1)`,
    })
    .from(bulkChanges)
    .leftJoin(people, eq(people.id, bulkChanges.personId))
    .orderBy(desc(bulkChanges.madeAt))
    .limit(200)
  return rows.map((row) => ({ ...row, fresh: !row.undoneAt && isFresh(ctx, row.madeAt) }))
}

/** Whether a change of that moment can still be undone. */
export const isFresh = (ctx: Ctx, madeAt: Date) =>
  ctx.now.getTime() - madeAt.getTime() < UNDO_HOURS * 3_600_000
