import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { groups, notes } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { say, shortened } from "../words"
import type { AddNote, ChangeNote } from "./input"
import { mayKeepNotes } from "./policy"
import { getNote } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepNotes(ctx.actor), say("Only workers and managers can change notes."))
const SHOWN = 300

/** Writes a note on a group, for staff only. */
export async function addNote(ctx: Ctx, input: AddNote): Promise<{ id: string; groupId: string }> {
  guard(ctx)
  const on = input.on ?? ctx.today
  if (on > ctx.today) throw new RuleBroken(say("A note can’t be about a day to come"), "on")
  const [group] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.id, input.groupId), isNull(groups.removedAt)))
  const groupId = found(group).id
  const byPersonId = personOf(ctx.actor)?.personId ?? null
  const [made] = await ctx.tx
    .insert(notes)
    .values({ lioId: ctx.lio.id, groupId, on, text: input.text, byPersonId, createdAt: ctx.now })
    .returning({ id: notes.id })
  const { id } = found(made)
  await record(ctx, {
    what: "note.added",
    subject: ["note", id],
    groupIds: [groupId],
    summary: say("Note: {text}", { text: shortened(input.text, SHOWN) }),
  })
  return { id, groupId }
}

/** Says a note otherwise; the history keeps what it said. */
export async function changeNote(ctx: Ctx, { id, ...input }: ChangeNote): Promise<{ groupId: string }> {
  guard(ctx)
  const before = await getNote(ctx, id)
  const on = input.on ?? before.on
  if (on > ctx.today) throw new RuleBroken(say("A note can’t be about a day to come"), "on")
  if (on === before.on && input.text === before.text) return before
  await ctx.tx.update(notes).set({ on, text: input.text }).where(eq(notes.id, id))
  await record(ctx, {
    what: "note.changed",
    subject: ["note", id],
    groupIds: [before.groupId],
    summary: say("Changed a note: {text}", { text: shortened(input.text, SHOWN) }),
    from: { on: before.on, text: before.text },
    to: { on, text: input.text },
  })
  return before
}

async function setRemoved(ctx: Ctx, id: string, removed: boolean) {
  guard(ctx)
  const [note] = await ctx.tx
    .update(notes)
    .set({ removedAt: removed ? ctx.now : null })
    .where(and(eq(notes.id, id), removed ? isNull(notes.removedAt) : isNotNull(notes.removedAt)))
    .returning({ groupId: notes.groupId })
  const { groupId } = found(note)
  await record(ctx, {
    what: removed ? "note.removed" : "note.restored",
    subject: ["note", id],
    groupIds: [groupId],
    summary: removed ? say("Removed a note") : say("Restored a note"),
  })
  return { id, groupId }
}

/** Removes a note. */
export const removeNote = (ctx: Ctx, { id }: { id: string }) => setRemoved(ctx, id, true)
/** Restores a note that was removed. */
export const restoreNote = (ctx: Ctx, { id }: { id: string }) => setRemoved(ctx, id, false)
