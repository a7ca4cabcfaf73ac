import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { caseGroups, cases } from "@/db/schema"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import { readingAll, tellAudiences } from "../access/audiences"
import { type Ctx, personOf } from "../access/ctx"
import { dayThatWas, ensure, found, RuleBroken } from "../errors"
import { followAudience } from "../files/audience/commands"
import { settleGroups } from "../groups/picker/commands"
import { record } from "../journal/commands"
import { tasksOfCaseFollow } from "../tasks/of-case/commands"
import { formatDate, say } from "../words"
import type { ChangeCase, CloseCase, OpenCase } from "./input"
import { settlePeople } from "./people/commands"
import { mayKeepCases } from "./policy"
import { confidentialTo } from "./words"

const guard = (ctx: Ctx) =>
  ensure(mayKeepCases(ctx.actor), say("Only workers and managers can open and change cases."))

/** A case that the asker sees, kept from others until this is done. */
async function lockCase(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(cases).where(eq(cases.id, id)).for("update")
  return found(row)
}

const groupIdsOf = async (ctx: Ctx, caseId: string) =>
  (await ctx.tx.select({ id: caseGroups.groupId }).from(caseGroups).where(eq(caseGroups.caseId, caseId))).map(
    ({ id }) => id,
  )

async function writeGroups(ctx: Ctx, caseId: string, groupIds: string[]) {
  await ctx.tx.delete(caseGroups).where(eq(caseGroups.caseId, caseId))
  await ctx.tx.insert(caseGroups).values(groupIds.map((groupId) => ({ lioId: ctx.lio.id, caseId, groupId })))
}

/** Opens a case for one or more groups. Who opens it works on it, unless others are named. */
export async function openCase(
  ctx: Ctx,
  input: OpenCase,
): Promise<{ id: string; title: string; mine: boolean }> {
  guard(ctx)
  const by = found(personOf(ctx.actor))
  const openedOn = dayThatWas(ctx, input.openedOn, "openedOn")
  const chosen = await settleGroups(ctx, input)
  const id = randomUUID()
  const { title, aim } = input
  const audience = input.confidential ? confidentialTo(id) : "staff"
  const personIds = input.personIds.length > 0 ? input.personIds : [by.personId]
  await readingAll(ctx, "writes a case whose people are not told yet that it is theirs", async () => {
    await ctx.tx.insert(cases).values({
      ...{ lioId: ctx.lio.id, id, title, aim, audience, openedOn },
      openedBy: by.personId,
      createdAt: ctx.now,
    })
    await settlePeople(ctx, id, personIds)
    await writeGroups(
      ctx,
      id,
      chosen.map((group) => group.id),
    )
  })
  await record(ctx, {
    what: "case.opened",
    subject: ["case", id],
    groupIds: chosen.map((group) => group.id),
    audience,
    summary: say("Opened a case: {title}", { title }),
    to: { title, aim, openedOn },
  })
  return { id, title, mine: personIds.includes(by.personId) }
}

/**
 * Changes what a case says, whom it is with and who works on it. What becomes confidential takes its tasks and files
 * with it; what the history says already stays. Refused when somebody saved it after the page was opened.
 */
export async function changeCase(ctx: Ctx, input: ChangeCase): Promise<{ id: string; sees: boolean }> {
  const before = await lockCase(ctx, input.id)
  if ((before.changedAt?.toISOString() ?? "") !== input.seen) throw overtaken(before, input)
  const { id, title, aim } = input
  const chosen = await settleGroups(ctx, input)
  const groupsBefore = await groupIdsOf(ctx, id)
  const groupIds = chosen.map((group) => group.id)
  const audience = input.confidential ? confidentialTo(id) : "staff"
  await readingAll(ctx, "writes a case that the asker may not see any more", async () => {
    await settlePeople(ctx, id, input.personIds)
    await writeGroups(ctx, id, groupIds)
    await ctx.tx.update(cases).set({ title, aim, audience, changedAt: ctx.now }).where(eq(cases.id, id))
    if (audience !== before.audience) {
      await tasksOfCaseFollow(ctx, id, audience)
      await followAudience(ctx, { kind: "case", id, from: before.audience, to: audience })
    }
  })
  await record(ctx, {
    what: "case.changed",
    subject: ["case", id],
    groupIds: [...new Set([...groupsBefore, ...groupIds])],
    // What either side of the change keeps to its people stays with them.
    audience: before.audience === "staff" ? audience : before.audience,
    summary: say("Changed a case: {title}", { title }),
    from: { title: before.title, aim: before.aim, audience: before.audience, groupIds: groupsBefore },
    to: { title, aim, audience, groupIds },
  })
  await tellAudiences(ctx.tx, ctx.actor)
  const mine = input.personIds.includes(personOf(ctx.actor)?.personId ?? "")
  return { id, sees: mine || !input.confidential }
}

function overtaken(now: typeof cases.$inferSelect, input: ChangeCase) {
  const theirs: Record<string, string> = { seen: now.changedAt?.toISOString() ?? "" }
  if (now.title !== input.title) theirs.title = now.title
  if (now.aim !== input.aim) theirs.aim = now.aim ?? ""
  return new RuleBroken(
    say(
      "Somebody changed this case while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
    ),
    "title",
    theirs,
  )
}

/** Closes a case and says how it ended. Its open tasks stay, for whoever they are for. */
export async function closeCase(ctx: Ctx, { id, outcome, ending, ...input }: CloseCase) {
  const before = await lockCase(ctx, id)
  const closedOn = dayThatWas(ctx, input.closedOn, "closedOn")
  if (closedOn < before.openedOn)
    throw new RuleBroken(
      say("The case was opened on {day}. Enter that day or a later one.", {
        day: formatDate(before.openedOn),
      }),
      "closedOn",
    )
  const [closed] = await ctx.tx
    .update(cases)
    .set({ closedOn, outcome, ending, changedAt: ctx.now })
    .where(and(eq(cases.id, id), isNull(cases.closedOn)))
    .returning({ id: cases.id })
  if (!closed) throw new RuleBroken(say("This case has been closed already."))
  await record(ctx, {
    what: "case.closed",
    subject: ["case", id],
    groupIds: await groupIdsOf(ctx, id),
    audience: before.audience,
    summary: say("Closed a case: {title} ({outcome})", {
      title: before.title,
      outcome: CASE_OUTCOMES[outcome],
    }),
    to: { closedOn, outcome, ending },
  })
  return { id, title: before.title }
}

/** Opens a case again that was closed; how it had ended stays in its history. */
export async function reopenCase(ctx: Ctx, { id }: { id: string }) {
  const before = await lockCase(ctx, id)
  const [open] = await ctx.tx
    .update(cases)
    .set({ closedOn: null, outcome: null, ending: null, changedAt: ctx.now })
    .where(and(eq(cases.id, id), isNotNull(cases.closedOn)))
    .returning({ id: cases.id })
  if (!open) throw new RuleBroken(say("This case is open."))
  await record(ctx, {
    what: "case.reopened",
    subject: ["case", id],
    groupIds: await groupIdsOf(ctx, id),
    audience: before.audience,
    summary: say("Opened a case again: {title}", { title: before.title }),
    from: { closedOn: before.closedOn, outcome: before.outcome, ending: before.ending },
  })
  return { id, title: before.title }
}

/** An open case that a piece of work is to be part of; null where none was said. RuleBroken when it is closed or not there. */
export async function caseForWork(ctx: Ctx, caseId: string | null) {
  if (!caseId) return null
  const [row] = await ctx.tx
    .select({ id: cases.id, closedOn: cases.closedOn })
    .from(cases)
    .where(eq(cases.id, caseId))
  if (!row) throw new RuleBroken(say("Choose one of your cases"), "caseId")
  if (row.closedOn)
    throw new RuleBroken(say("This case is closed. Open it again first, or choose another."), "caseId")
  return row
}
