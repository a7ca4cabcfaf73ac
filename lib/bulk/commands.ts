import "server-only"
import { eq, sql } from "drizzle-orm"
import { bulkChanges } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { answerName } from "../fields/input"
import { mayKeepGroups } from "../groups/policy"
import { record, recordMany } from "../journal/commands"
import { dayOf, say } from "../words"
import { answerBack, answerSides, answersSo, isStaffOnly, withAnswer } from "./answers/queries"
import { answeredIn, type Change, type ChangeMany, NOTHING_CHOSEN } from "./input"
import { idsIn, isFresh, nameOf, saidNow, sealOf, UNDO_HOURS, type Weighed, weigh } from "./queries"
import { doneInWords, eventInWords } from "./words"

const nowOf = (ctx: Ctx) => sql`${ctx.now.toISOString()}::timestamptz`
const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
const table = ({ kind }: Change) =>
  kind.endsWith("-term")
    ? { name: sql.raw("group_terms"), column: sql.raw("term_id") }
    : { name: sql.raw("group_areas"), column: sql.raw("area_id") }

/** The facts of a group that a change is about, as the log calls them. */
function fieldsOf(change: Change): string[] {
  const { kind } = change
  if (kind.endsWith("-term")) return ["termIds"]
  if (kind.endsWith("-area")) return ["areaIds"]
  if (kind === "stage") return ["stage", "stageReason"]
  if (kind === "answer") return [answerName(answeredIn(change).question)]
  return [kind === "remove" ? "removed" : kind]
}

type Sides = { from: Record<string, unknown>; to: Record<string, unknown> }

/** What a group says before and after, as the log keeps it. `on`: the day of the change. */
function sidesOf(change: Change, before: unknown, on: string): Sides {
  if (change.kind === "remove") return { from: { removed: false }, to: { removed: true } }
  if (change.kind === "answer") return answerSides(answeredIn(change), before)
  if (change.kind === "sector") return { from: before as Sides["from"], to: { sector: change.to } }
  if (change.kind === "stage")
    return { from: before as Sides["from"], to: { stage: change.to, stageSince: on, stageReason: null } }
  const [field = ""] = fieldsOf(change)
  const now = list(before)
  const to = change.kind.startsWith("add") ? [...now, change.to] : now.filter((id) => id !== change.to)
  return { from: { [field]: now }, to: { [field]: to } }
}

/** Writes the change into the groups themselves: a statement, and one more for terms and areas. */
async function write(ctx: Ctx, change: Change, ids: string[]) {
  const chosen = idsIn(ids)
  if (change.kind.startsWith("add-")) {
    const { name, column } = table(change)
    await ctx.tx.execute(sql`insert into ${name} (lio_id, group_id, ${column})
      select ${ctx.lio.id}::uuid, id, ${change.to}::uuid from unnest(${sql.param(ids)}::uuid[]) id on conflict do nothing`)
  }
  if (change.kind.startsWith("remove-")) {
    const { name, column } = table(change)
    await ctx.tx.execute(
      sql`delete from ${name} where ${column} = ${change.to}::uuid and group_id in ${chosen}`,
    )
  }
  const set = {
    stage: sql`stage = ${change.to}, stage_since = ${ctx.today}::date, stage_reason = null,`,
    sector: sql`sector = ${change.to},`,
    answer: sql`custom = ${withAnswer(answeredIn(change))},`,
    remove: sql`removed_at = ${nowOf(ctx)},`,
  }
  return ctx.tx.execute<{ id: string; version: number }>(sql`
    update groups set ${change.kind in set ? set[change.kind as keyof typeof set] : sql``}
      version = version + 1, updated_at = ${nowOf(ctx)}
    where id in ${chosen} returning id, version`)
}

/**
 * Makes one change to many groups: exactly those that the preview showed, or none. However many they are, it is one
 * statement a step. Undone for a day with `undoChange`.
 */
export async function changeMany(
  ctx: Ctx,
  { which, change, seal }: ChangeMany,
): Promise<{ id: string; summary: string }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can change many groups."))
  if ("ids" in which && which.ids.length === 0) throw new RuleBroken(NOTHING_CHOSEN)
  const named = await nameOf(ctx, change)
  const weighed = await weigh(ctx, which, change, true)
  const will = weighed.filter(({ state }) => state === "will")
  if (will.length === 0) throw new RuleBroken(say("There is nothing to change in these groups."))
  if (seal !== sealOf(weighed))
    throw new RuleBroken(
      say(
        "Somebody changed some of these groups while you were looking. Nothing was changed. Open this page again to see what would happen now.",
      ),
    )
  const versions = new Map(
    (
      await write(
        ctx,
        change,
        will.map(({ id }) => id),
      )
    ).map((row) => [row.id, row.version]),
  )
  const summary = doneInWords(named, will.length)
  const [made] = await ctx.tx
    .insert(bulkChanges)
    .values({
      lioId: ctx.lio.id,
      what: change.kind,
      change,
      summary,
      personId: personOf(ctx.actor)?.personId ?? null,
      madeAt: ctx.now,
    })
    .returning({ id: bulkChanges.id })
  const { id } = found(made)
  await keep(ctx, id, will)
  await recordMany(ctx, {
    what: await whatOf(ctx, change, "group.removed"),
    summary: eventInWords(named),
    groups: will.map(({ id: groupId, before }) => {
      const { from, to } = sidesOf(change, before, ctx.today)
      return { groupId, from, to: { ...to, version: versions.get(groupId) } }
    }),
  })
  await record(ctx, {
    what: "groups.changed",
    subject: ["bulk", id],
    summary,
    to: { change, groups: will.length },
  })
  return { id, summary }
}

/** What the log calls the change to one group; answers that only staff see are told apart. */
async function whatOf(ctx: Ctx, change: Change, removal: "group.removed" | "group.restored") {
  if (change.kind === "remove") return removal
  return (await isStaffOnly(ctx, change)) ? "answer.changed" : "group.changed"
}

/** Keeps what each group said before. */
async function keep(ctx: Ctx, changeId: string, groups: Weighed[]) {
  await ctx.tx.execute(sql`
    insert into bulk_change_groups (lio_id, change_id, group_id, before)
    select ${ctx.lio.id}::uuid, ${changeId}::uuid, d.id, d.before
    from json_to_recordset(${JSON.stringify(groups.map(({ id, before }) => ({ id, before })))}::json) as d(id uuid, before jsonb)`)
}

/** The groups of a change in which nobody has changed the same thing since, with what each said before. */
async function untouched(ctx: Ctx, id: string, change: Change, madeAt: Date): Promise<Kept[]> {
  const fields = fieldsOf(change)
  const [field = ""] = fields
  const same = change.kind.includes("-")
    ? sql`and (coalesce(e."from"->${field}, '[]') ? ${change.to}) <> ((e."to"->${field}) ? ${change.to})`
    : sql``
  const saved = await ctx.tx.execute<Kept>(
    sql`select group_id as id, before from bulk_change_groups where change_id = ${id} order by group_id`,
  )
  const touched = await ctx.tx.execute<{ id: string }>(sql`
    select e.group_id as id from events e where e.at > ${madeAt.toISOString()}::timestamptz and e."to" ?| ${sql.param(fields)}::text[] ${same}
      and e.group_id in ${idsIn(saved.map((group) => group.id))}`)
  const later = new Set(touched.map((group) => group.id))
  return saved.filter((group) => !later.has(group.id))
}

type Kept = { id: string; before: unknown }
type Back = Kept & { version: number }

/** Puts back what the change changed in these groups, as far as it is still so. */
async function putBack(ctx: Ctx, change: Change, madeAt: Date, saved: Kept[]): Promise<Back[]> {
  const ids = saved.map(({ id }) => id)
  const bump = sql`version = g.version + 1, updated_at = ${nowOf(ctx)}`
  const back = await (change.kind.includes("-")
    ? ctx.tx.execute<Back>(sql`
        with back as (${backOnTheLists(ctx, change, ids)})
        update groups g set ${bump} where g.id in (select group_id from back) returning g.id, g.version`)
    : ctx.tx.execute<Back>(sql`
        update groups g set ${backInTheGroup(change)}, ${bump}
        from json_to_recordset(${JSON.stringify(saved)}::json) as b(id uuid, before jsonb)
        where g.id = b.id and ${stillSo(change, madeAt)} returning g.id, g.version`))
  const before = change.kind.includes("-")
    ? await saidNow(ctx, ids, change)
    : new Map(saved.map((group) => [group.id, group.before]))
  return back.map((group) => ({ ...group, before: before.get(group.id) }))
}

function backOnTheLists(ctx: Ctx, change: Change, ids: string[]) {
  const { name, column } = table(change)
  return change.kind.startsWith("add-")
    ? sql`delete from ${name} where ${column} = ${change.to}::uuid and group_id in ${idsIn(ids)} returning group_id`
    : sql`insert into ${name} (lio_id, group_id, ${column}) select ${ctx.lio.id}::uuid, id, ${change.to}::uuid
        from unnest(${sql.param(ids)}::uuid[]) id where ${stillThere(change)} on conflict do nothing returning group_id`
}

const backInTheGroup = (change: Change) =>
  change.kind === "answer"
    ? sql`custom = ${answerBack(answeredIn(change))}`
    : change.kind === "stage"
      ? sql`stage = b.before->>'stage', stage_since = (b.before->>'stageSince')::date, stage_reason = b.before->>'stageReason'`
      : change.kind === "sector"
        ? sql`sector = b.before->>'sector'`
        : sql`removed_at = null`

function stillSo(change: Change, madeAt: Date) {
  if (change.kind === "answer") return answersSo(answeredIn(change))
  return change.kind === "remove"
    ? sql`g.removed_at = ${madeAt.toISOString()}::timestamptz`
    : sql`g.${sql.raw(change.kind)} = ${change.to}`
}

/** A word or area that went off the lists meanwhile is not put back. */
const stillThere = (change: Change) =>
  change.kind === "remove-term"
    ? sql`exists (select from terms t where t.id = ${change.to}::uuid and t.merged_into_id is null)`
    : sql`exists (select from areas a where a.id = ${change.to}::uuid)`

/**
 * Takes a change to many groups back, for a day. Only what the change itself did is put back; groups in which somebody
 * changed the same thing since are left alone, and counted.
 */
export async function undoChange(ctx: Ctx, { id }: { id: string }): Promise<{ back: number; left: number }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can undo this."))
  const [row] = await ctx.tx.select().from(bulkChanges).where(eq(bulkChanges.id, id)).for("update")
  const made = found(row)
  if (made.undoneAt) throw new RuleBroken(say("This change was undone already."))
  if (!isFresh(ctx, made.madeAt))
    throw new RuleBroken(
      say(
        "A change can be undone for {undoHours} hours. To go back now, choose the groups on the list and change them again.",
        { undoHours: UNDO_HOURS },
      ),
    )
  const change = made.change as Change
  const back = await putBack(ctx, change, made.madeAt, await untouched(ctx, id, change, made.madeAt))
  const [counted] = await ctx.tx.execute<{ total: number }>(
    sql`select count(*)::int as total from bulk_change_groups where change_id = ${id}`,
  )
  await ctx.tx.update(bulkChanges).set({ undoneAt: ctx.now }).where(eq(bulkChanges.id, id))
  const summary = say("Undid: {summary}", { summary: made.summary })
  await recordMany(ctx, {
    what: await whatOf(ctx, change, "group.restored"),
    summary: say("Undid: {summary}", { summary: made.summary.replace(/: [^:]*$/, "") }),
    groups: back.map(({ id: groupId, before, version }) => {
      const { from, to } = sidesOf(change, before, dayOf(made.madeAt, ctx.lio.timezone))
      return { groupId, from: to, to: { ...from, version } }
    }),
  })
  await record(ctx, { what: "groups.undone", subject: ["bulk", id], summary })
  return { back: back.length, left: (counted?.total ?? 0) - back.length }
}
