import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { caseNotes, casePeople } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, NotAllowed, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepCases } from "../policy"
import { confidentialTo } from "../words"
import type { AddCaseNote, ChangeCaseNote } from "./input"
import { getCaseNote } from "./queries"

const guard = (ctx: Ctx) => ensure(mayKeepCases(ctx.actor), say("Only workers and managers can write notes."))

function dayOfNote(ctx: Ctx, on: string | null): string {
  if (on && on > ctx.today) throw new RuleBroken(say("A note can’t be about a day to come"), "on")
  return on ?? ctx.today
}

/** Writes a confidential note, which the people of the case alone may read. What it says stands in no history. */
export async function addCaseNote(ctx: Ctx, input: AddCaseNote): Promise<{ id: string; caseId: string }> {
  guard(ctx)
  const by = found(personOf(ctx.actor))
  const { caseId, text, sessionId } = input
  const on = dayOfNote(ctx, input.on)
  const [works] = await ctx.tx
    .select({ id: casePeople.personId })
    .from(casePeople)
    .where(and(eq(casePeople.caseId, caseId), eq(casePeople.personId, by.personId)))
  if (!works)
    throw new NotAllowed(say("Only the people working on a case can write confidential notes on it."))
  const [made] = await ctx.tx
    .insert(caseNotes)
    .values({
      ...{ lioId: ctx.lio.id, caseId, text, on, sessionId: sessionId ?? null },
      audience: confidentialTo(caseId),
      byPersonId: by.personId,
      createdAt: ctx.now,
    })
    .returning({ id: caseNotes.id })
  const { id } = found(made)
  await record(ctx, {
    what: "case_note.added",
    subject: ["case-note", id],
    audience: confidentialTo(caseId),
    summary: say("Wrote a confidential note"),
  })
  return { id, caseId }
}

/** Says a confidential note otherwise. */
export async function changeCaseNote(ctx: Ctx, { id, text, ...input }: ChangeCaseNote) {
  guard(ctx)
  const { caseId, ...before } = await getCaseNote(ctx, id)
  const on = dayOfNote(ctx, input.on ?? before.on)
  if (on === before.on && text === before.text) return { id, caseId }
  await ctx.tx.update(caseNotes).set({ on, text }).where(eq(caseNotes.id, id))
  await record(ctx, {
    what: "case_note.changed",
    subject: ["case-note", id],
    audience: confidentialTo(caseId),
    summary: say("Changed a confidential note"),
    from: { on: before.on, text: before.text },
    to: { on, text },
  })
  return { id, caseId }
}

async function setRemoved(ctx: Ctx, id: string, removed: boolean) {
  guard(ctx)
  const [note] = await ctx.tx
    .update(caseNotes)
    .set({ removedAt: removed ? ctx.now : null })
    .where(and(eq(caseNotes.id, id), removed ? isNull(caseNotes.removedAt) : isNotNull(caseNotes.removedAt)))
    .returning({ caseId: caseNotes.caseId })
  const { caseId } = found(note)
  await record(ctx, {
    what: removed ? "case_note.removed" : "case_note.restored",
    subject: ["case-note", id],
    audience: confidentialTo(caseId),
    summary: removed ? say("Removed a confidential note") : say("Restored a confidential note"),
  })
  return { id, caseId }
}

/** Removes a confidential note. */
export const removeCaseNote = (ctx: Ctx, { id }: { id: string }) => setRemoved(ctx, id, true)
/** Restores a confidential note that was removed. */
export const restoreCaseNote = (ctx: Ctx, { id }: { id: string }) => setRemoved(ctx, id, false)
