import "server-only"
import { eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { areas, groupAreas, groupIdentifiers, groups, groupTerms, terms } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { type AnswersSaid, answersSaid } from "../fields/queries"
import { type Happening, record, recordEach } from "../journal/commands"
import { versionInForce } from "../places/queries"
import { isHiddenAmong } from "../word-lists/queries"
import { formatDate, say } from "../words"
import { answersAfter, type Changes, differences, partsOf, sideOf } from "./changes"
import { UNSAID, withConsent } from "./consent"
import { findSave } from "./history/queries"
import type { AddGroup, ChangeGroup, CloseGroup, GroupFields, GroupLists } from "./input"
import { nameKey } from "./names"
import { mayChangeFields, mayKeepGroups } from "./policy"
import { listApproved } from "./proposals/queries"
import { type Group, getGroup, isUntouched, lockGroup, theirCompanions } from "./queries"
import { queueDuplicateSearch } from "./similarity/commands"
import { forgetSizes, keepPast, keepSizesOf, pastOf, withoutSizes } from "./sizes/commands"
import { isOfSize, SIZE_FIELDS } from "./sizes/input"
import { checkTypedStage, keepStages } from "./stage/commands"
import { timelineOf, withStage } from "./stage/words"
import { fieldLabel } from "./words"

const NOWHERE = { wardCode: null, districtCode: null, placeResolvedAt: null, placeVersion: null }

/** Where a postcode is, from the open data that the installation holds. */
async function placeOf(ctx: Ctx, postcode: string | null) {
  if (!postcode) return NOWHERE
  const [place] = await ctx.tx.execute<Record<"wardCode" | "districtCode" | "version", string | null>>(
    sql`select ward_code as "wardCode", district_code as "districtCode", ${versionInForce} as version from postcodes where postcode = ${postcode.replace(/\s/g, "")}`,
  )
  return {
    wardCode: place?.wardCode ?? null,
    districtCode: place?.districtCode ?? null,
    placeResolvedAt: place ? ctx.now : null,
    placeVersion: place?.version ?? null,
  }
}

const sayer = (ctx: Ctx) => ({
  today: ctx.today,
  member: ctx.actor.kind === "member" ? ctx.actor.name : undefined,
})

const hasDetails = (group: Partial<GroupFields>) =>
  Boolean(group.email || group.phone || group.website || group.address || group.postcode || group.about)

async function writeLists(ctx: Ctx, groupId: string, lists: Partial<GroupLists>) {
  const lioId = ctx.lio.id
  if (lists.identifiers) {
    await ctx.tx.delete(groupIdentifiers).where(eq(groupIdentifiers.groupId, groupId))
    const rows = lists.identifiers.map((number) => ({ lioId, groupId, ...number }))
    if (rows.length > 0) await ctx.tx.insert(groupIdentifiers).values(rows)
  }
  if (lists.areaIds) {
    await ctx.tx.delete(groupAreas).where(eq(groupAreas.groupId, groupId))
    const ids = await idsOf(ctx, areas, lists.areaIds, "areas")
    if (ids.length > 0)
      await ctx.tx.insert(groupAreas).values(ids.map((areaId) => ({ lioId, groupId, areaId })))
  }
  if (lists.termIds) {
    await ctx.tx.delete(groupTerms).where(eq(groupTerms.groupId, groupId))
    const ids = await idsOf(ctx, terms, lists.termIds, "words")
    if (ids.length > 0)
      await ctx.tx.insert(groupTerms).values(ids.map((termId) => ({ lioId, groupId, termId })))
  }
}

async function idsOf(ctx: Ctx, table: typeof areas | typeof terms, ids: string[], what: string) {
  if (ids.length === 0) return []
  const standing = table === terms ? sql<string>`coalesce(${terms.mergedIntoId}, ${terms.id})` : table.id
  const rows = await ctx.tx.select({ id: standing }).from(table).where(isOneOf(table.id, ids))
  if (rows.length !== new Set(ids).size)
    throw new RuleBroken(say("One of the {what} is not on the list any more. Open the page again.", { what }))
  return [...new Set(rows.map((row) => row.id))]
}

const MAY_NOT_ADD = say("Only staff who keep the list can add a group.")

const toAdd = (ctx: Ctx, name: string, fields: Partial<GroupFields>) => ({
  ...withConsent(UNSAID, fields, sayer(ctx)),
  name,
  lioId: ctx.lio.id,
  nameKey: nameKey(name),
  needsDetailsSince: hasDetails(fields) ? null : ctx.now,
  createdAt: ctx.now,
  updatedAt: ctx.now,
})
const wasAdded = (group: { id: string; name: string }, to: AddGroup): Happening => ({
  what: "group.added",
  subject: ["group", group.id],
  groupIds: [group.id],
  summary: say("Added {group}", { group: group.name }),
  to,
})

/** Keeps a new group. Its name is enough: it then "needs details". */
export async function addGroup(ctx: Ctx, input: AddGroup): Promise<{ id: string; name: string }> {
  ensure(mayKeepGroups(ctx.actor), MAY_NOT_ADD)
  const { fields, lists } = partsOf(input)
  if (fields.stage) await checkTypedStage(ctx, fields.stage)
  const place = await placeOf(ctx, fields.postcode ?? null)
  const [made] = await ctx.tx
    .insert(groups)
    .values({ ...toAdd(ctx, input.name, fields), ...place })
    .returning({ id: groups.id, name: groups.name })
  const group = found(made)
  if (Object.keys(fields).some(isOfSize)) await keepSizesOf(ctx, [group.id])
  await writeLists(ctx, group.id, lists)
  await record(ctx, wasAdded(group, input))
  await queueDuplicateSearch(ctx)
  return group
}

/** Keeps new groups of which only the names are known. */
export async function addNamed(ctx: Ctx, names: string[]): Promise<{ id: string; name: string }[]> {
  ensure(mayKeepGroups(ctx.actor), MAY_NOT_ADD)
  if (names.length === 0) return []
  const made = await ctx.tx
    .insert(groups)
    .values(names.map((name) => ({ ...toAdd(ctx, name, {}), ...NOWHERE })))
    .returning({ id: groups.id, name: groups.name })
  await recordEach(
    ctx,
    made.map((group) => wasAdded(group, { name: group.name })),
  )
  await queueDuplicateSearch(ctx)
  return made
}

/** What came of a change: the labels of what was different; `save` undoes it, for staff, where it can be undone whole. */
export type Saved = { id: string; name: string; changed: string[]; save: string | null }

/**
 * Changes what is kept of a group. Refused when somebody saved the same fields after `version`: both are then shown.
 * Each field goes into the log with what it said before and after. `how.stageSince`: since when a stage that comes back
 * was so. `how.undoes`: sizes go back to an earlier day, and the day that was entered since is forgotten.
 */
export async function changeGroup(
  ctx: Ctx,
  id: string,
  input: ChangeGroup,
  how: { summary?: string; stageSince?: string | null; undoes?: true } = {},
): Promise<Saved> {
  const { version, ...values } = input
  const numbered = values.identifiers?.some(({ register }) => register !== "local")
  const typed = partsOf(numbered ? { ...values, unregistered: null } : values)
  await lockGroup(ctx, id)
  const before = await getGroup(ctx, id)
  ensure(
    mayChangeFields(ctx.actor, id, Object.keys({ ...typed.fields, ...typed.lists })),
    say("You may not change that. Ask the staff to do it."),
  )
  const answers = await answersSaid(ctx, id, typed.custom)
  if (ctx.actor.kind === "member") {
    const held = await listApproved(ctx)
    ensure(
      !Object.keys(typed.fields).some((field) => held.has(field)),
      say("The staff want to see this change first."),
    )
  }
  const past = how.undoes ? null : pastOf(before, typed.fields)
  const stated = withStage(
    before,
    past ? withoutSizes(typed.fields) : typed.fields,
    how.stageSince ?? ctx.today,
  )
  const now = withConsent(before, stated, sayer(ctx))
  const parts = { ...typed, fields: now }
  const changed = differences(before, parts)
  const fields = Object.keys(changed)
  // Sizes are of one day: they change together.
  const sized = past || fields.some(isOfSize)
  if (!(await isUntouched(ctx, before, version, sized ? [...fields, ...SIZE_FIELDS] : fields)))
    throw await overtaken(ctx, before, input)
  const name = now.name ?? before.name
  if (fields.length === 0 && !past) return { id, name, changed: [], save: null }
  if (changed.stage && now.stage === "closed") {
    throw new RuleBroken(say("To close a group, say when and why: choose “This group has closed”."), "stage")
  }
  const reopens = before.stage === "closed" && Boolean(changed.stage)
  if (changed.stage && now.stage) await checkTypedStage(ctx, now.stage, reopens ? undefined : id)
  const after = { ...before, ...now }
  const moved = now.postcode !== undefined && changed.postcode
  await ctx.tx
    .update(groups)
    .set({
      ...(moved ? await placeOf(ctx, now.postcode ?? null) : {}),
      nameKey: nameKey(name),
      needsDetailsSince: before.needsDetailsSince && !hasDetails(after) ? before.needsDetailsSince : null,
      version: before.version + 1,
      updatedAt: ctx.now,
    })
    .where(eq(groups.id, id))
  const grows = fields.some(isOfSize)
  if (grows || past) await keepSizesOf(ctx, [id])
  await ctx.tx
    .update(groups)
    .set({ ...now, custom: answersAfter(before.custom, parts.custom) })
    .where(eq(groups.id, id))
  if (grows) await keepSizesOf(ctx, [id])
  if (how.undoes && changed.sizesAsAt && before.sizesAsAt) await forgetSizes(ctx, id, before.sizesAsAt)
  await writeLists(ctx, id, parts.lists)
  await recordChanges(ctx, id, { changed, version: before.version + 1, summary: how.summary }, answers)
  // Sizes of an earlier day are history: they are corrected, not put back.
  const save = past || !mayKeepGroups(ctx.actor) ? null : await findSave(ctx, id, before.version + 1)
  if (past) await keepPast(ctx, before, past, before.version + 1)
  await queueDuplicateSearch(ctx, fields)
  if (reopens) await keepStages(ctx, [id])
  const labels = fields.map((field) => answers.labels[field] ?? fieldLabel(field))
  return {
    id,
    name,
    changed: past ? [...labels, say("Sizes of {asAt}", { asAt: formatDate(past.asAt) })] : labels,
    save,
  }
}

type Made = { changed: Changes; version: number; summary?: string }

/** Into the log: what the group's own people may see, and apart from it the answers and tags that only staff see. */
async function recordChanges(
  ctx: Ctx,
  id: string,
  { changed, version, summary }: Made,
  { labels, staffOnly }: AnswersSaid,
) {
  const names = Object.keys(changed)
  const [was, is] = (changed.termIds ?? [[], []]) as [string[], string[]]
  const moved = [...was.filter((one) => !is.includes(one)), ...is.filter((one) => !was.includes(one))]
  const closed = (await isHiddenAmong(ctx, moved)) ? new Set([...staffOnly, "termIds"]) : staffOnly
  for (const [what, told] of [
    ["group.changed", names.filter((name) => !closed.has(name))],
    ["answer.changed", names.filter((name) => closed.has(name))],
  ] as const) {
    if (told.length === 0) continue
    await record(ctx, {
      what,
      subject: ["group", id],
      groupIds: [id],
      summary: summary ?? timelineOf(changed, told, labels),
      from: sideOf(changed, told, 0),
      to: { ...sideOf(changed, told, 1), version },
    })
  }
}

async function overtaken(ctx: Ctx, now: Group, input: ChangeGroup) {
  const { who, theirs } = await theirCompanions(ctx, now, input)
  return new RuleBroken(
    say(
      "{who} saved changes to this group while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
      { who },
    ),
    undefined,
    { ...theirs, version: String(now.version) },
  )
}

/** Ends a group: it stays in the history and leaves the working list. */
export async function closeGroup(ctx: Ctx, input: CloseGroup): Promise<{ id: string; name: string }> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can close a group."))
  await lockGroup(ctx, input.id)
  const before = await getGroup(ctx, input.id)
  if (before.stage === "closed") throw new RuleBroken(say("This group is closed already."))
  const { id, version = before.version, ...fields } = input
  if (version !== before.version) throw await overtaken(ctx, before, { ...fields, stage: "closed", version })
  const closed = { ...fields, stage: "closed" as const, stageSince: fields.closedOn, stageReason: null }
  await ctx.tx
    .update(groups)
    .set({ ...closed, version: version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, id))
  const { stage, stageReason, closedOn, closedReason } = before
  await record(ctx, {
    what: "group.closed",
    subject: ["group", id],
    groupIds: [id],
    summary: say("Closed: {closedReason}", { closedReason: input.closedReason }),
    from: { stage, stageReason, closedOn, closedReason },
    to: { stage: closed.stage, stageReason: null, ...fields, version: version + 1 },
  })
  return before
}
