import "server-only"
import { and, eq, gt, isNull } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, merges, people, roles } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { keepStages } from "../../groups/stage/commands"
import { fieldLabel } from "../../groups/words"
import { record } from "../../journal/commands"
import { countAgain, endOverlapping } from "../../memberships/merging/commands"
import { say } from "../../words"
import { mayMergeGroups } from "../policy"
import { changesOf, standing, valuesOf } from "./facts"
import type { Merge as ToMerge } from "./input"
import {
  endAgain,
  keepLater,
  type Merge,
  membershipsOf,
  putBackReplaced,
  rewriteFacts,
  stillOwn,
  takeWhatWasLeftOut,
} from "./later"
import { giveBack, handOver, placeOf, pointersOf, putBack } from "./rows"

const nameOf = (ctx: Ctx) => personOf(ctx.actor)?.name ?? "Trellis"

/** Both groups, held until the work is done; always in the same order, so that two people cannot wait for each other. */
async function bothHeld(ctx: Ctx, keptId: string, goneId: string) {
  const rows = await ctx.tx
    .select()
    .from(groups)
    .where(isOneOf(groups.id, [keptId, goneId]))
    .orderBy(groups.id)
    .for("update")
  const kept = found(rows.find((row) => row.id === keptId))
  const gone = found(rows.find((row) => row.id === goneId))
  return { kept, gone }
}

/**
 * Makes one group of two. Everything that hangs on the one that goes is handed over; what both had is there once.
 * Nothing is lost: `unmergeGroups` takes it back, also after more was done.
 */
export async function mergeGroups(
  ctx: Ctx,
  input: ToMerge,
): Promise<{ id: string; keptId: string; name: string; moved: number }> {
  ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can merge groups."))
  const { keptId, goneId, take } = input
  if (keptId === goneId) throw new RuleBroken(say("Choose two different groups."))
  const { kept, gone } = await bothHeld(ctx, keptId, goneId)
  found(kept.removedAt === null && gone.removedAt === null ? true : null)
  if (kept.version !== input.keptVersion || gone.version !== input.goneVersion)
    throw new RuleBroken(
      say(
        "Somebody changed one of the two groups while you were looking. Both are shown as they are now: look again, then merge.",
      ),
      undefined,
      { keptVersion: String(kept.version), goneVersion: String(gone.version) },
    )
  const fields = changesOf(kept, gone, take)
  const moved: Record<string, unknown[]> = {}
  const dropped: Record<string, Record<string, unknown>[]> = {}
  for (const pointer of await pointersOf(ctx)) {
    const went = await handOver(ctx, pointer, goneId, keptId)
    const place = placeOf(pointer)
    if (went.moved.length > 0) moved[place] = went.moved
    if (went.dropped.length > 0) dropped[place] = went.dropped
  }
  const after = Object.fromEntries(Object.entries(fields).map(([column, [, value]]) => [column, value]))
  await ctx.tx
    .update(groups)
    .set({ ...valuesOf(kept, after), version: kept.version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, keptId))
  await ctx.tx
    .update(groups)
    .set({ removedAt: ctx.now, version: gone.version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, goneId))
  const ended = await endOverlapping(ctx, keptId, membershipsOf({ moved }))
  await keepStages(ctx, [keptId])
  const [made] = await ctx.tx
    .insert(merges)
    .values({
      lioId: ctx.lio.id,
      keptId,
      goneId,
      at: ctx.now,
      by: nameOf(ctx),
      fields,
      moved,
      dropped,
      ended,
    })
    .returning({ id: merges.id })
  const { id } = found(made)
  const count = Object.values(moved).reduce((sum, keys) => sum + keys.length, 0)
  await record(ctx, {
    what: "group.merged",
    subject: ["group", keptId],
    groupIds: [keptId],
    summary: say("Merged {gone} into this group", { gone: gone.name }),
    from: Object.fromEntries(Object.entries(fields).map(([column, [value]]) => [column, value])),
    to: { ...after, version: kept.version + 1 },
  })
  await record(ctx, {
    what: "group.merged",
    subject: ["group", goneId],
    groupIds: [goneId],
    summary: say("Merged into {kept}", { kept: kept.name }),
  })
  return { id, keptId, name: String(after.name ?? kept.name), moved: count }
}

/** Later merges into the same group that stand, the first of them first. */
async function laterMerges(ctx: Ctx, merge: Merge): Promise<Merge[]> {
  return ctx.tx
    .select()
    .from(merges)
    .where(and(eq(merges.keptId, merge.keptId), isNull(merges.undoneAt), gt(merges.at, merge.at)))
    .orderBy(merges.at)
    .for("update")
}

/** A group that went up in another itself has nothing to give back before it is there again. */
async function ensureThere(ctx: Ctx, keptId: string) {
  const [into] = await ctx.tx
    .select({ name: groups.name })
    .from(merges)
    .innerJoin(groups, eq(groups.id, merges.keptId))
    .where(and(eq(merges.goneId, keptId), isNull(merges.undoneAt)))
    .limit(1)
  throw new RuleBroken(
    into
      ? say("This group was itself merged into {into}. Undo that merge first, then this one.", {
          into: into.name,
        })
      : say("This group is not on the list any more."),
  )
}

/** The main contact must be one of the group's people: after a merge is undone they may have gone back with the other. */
async function mainContactStays(ctx: Ctx, groupId: string) {
  const [group] = await ctx.tx
    .select({ personId: groups.mainContactId })
    .from(groups)
    .where(eq(groups.id, groupId))
  if (!group?.personId) return
  const [role] = await ctx.tx
    .select({ id: roles.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.groupId, groupId), eq(roles.personId, group.personId)))
    .limit(1)
  if (!role) await ctx.tx.update(groups).set({ mainContactId: null }).where(eq(groups.id, groupId))
}

/**
 * Makes two groups again of one. What came with the merge goes back, what was done on the merged group since stays
 * with it. `kept` names the facts that somebody changed since, which therefore stay as they are.
 */
export async function unmergeGroups(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ keptId: string; goneId: string; name: string; kept: string[] }> {
  ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can undo a merge."))
  const [row] = await ctx.tx.select().from(merges).where(eq(merges.id, id)).for("update")
  const merge = found(row)
  if (merge.undoneAt) throw new RuleBroken(say("This merge was undone already."))
  const { keptId, goneId } = merge
  const { kept, gone } = await bothHeld(ctx, keptId, goneId)
  if (kept.removedAt !== null) await ensureThere(ctx, keptId)
  const later = await laterMerges(ctx, merge)
  const theirs = rewriteFacts(merge.fields, later)
  const ownFields = Object.fromEntries(
    Object.entries(merge.fields).filter(([column]) => !theirs.includes(column)),
  )
  const { still, since } = standing(kept, ownFields)
  const before = Object.fromEntries(still.map((column) => [column, merge.fields[column]?.[0] ?? null]))
  await countAgain(
    ctx,
    [merge, ...later].flatMap(({ ended }) => ended),
  )
  for (const pointer of await pointersOf(ctx)) {
    const keys = merge.moved[placeOf(pointer)] ?? []
    await giveBack(ctx, pointer, stillOwn(pointer, keys, later), keptId, goneId)
    await putBackReplaced(ctx, pointer, keys, later, { kept: keptId, gone: goneId })
    await putBack(ctx, pointer, merge.dropped[placeOf(pointer)] ?? [])
    await takeWhatWasLeftOut(ctx, pointer, later)
  }
  await endAgain(ctx, keptId, later)
  await keepLater(ctx, later)
  await ctx.tx
    .update(groups)
    .set({ ...valuesOf(kept, before), version: kept.version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, keptId))
  await ctx.tx
    .update(groups)
    .set({ removedAt: null, version: gone.version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, goneId))
  await mainContactStays(ctx, keptId)
  await keepStages(ctx, [keptId, goneId])
  await ctx.tx
    .update(merges)
    .set({ undoneAt: ctx.now, undoneBy: nameOf(ctx) })
    .where(eq(merges.id, id))
  await record(ctx, {
    what: "group.unmerged",
    subject: ["group", keptId],
    groupIds: [keptId],
    summary: say("Undid the merge: {gone} is a group of its own again", { gone: gone.name }),
    from: Object.fromEntries(still.map((column) => [column, merge.fields[column]?.[1] ?? null])),
    to: { ...before, version: kept.version + 1 },
  })
  await record(ctx, {
    what: "group.unmerged",
    subject: ["group", goneId],
    groupIds: [goneId],
    summary: say("Undid the merge into {kept}", { kept: kept.name }),
  })
  return { keptId, goneId, name: gone.name, kept: since.map(fieldLabel) }
}
