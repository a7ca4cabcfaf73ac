import "server-only"
import { and, eq, gt, sql } from "drizzle-orm"
import { questions } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { movedIn } from "../../order/input"
import { placesOf } from "../../order/rows"
import { say, sayCount } from "../../words"
import { holdDraft } from "../commands"
import { listQuestions, type Question } from "../queries"
import { checkKind } from "./files/input"
import type { AddQuestion, AddQuestions, ChangeQuestion, MoveQuestion, RemoveQuestion } from "./input"
import { canBeHungOn, checkCondition, checkOrder, followed, hangingOn } from "./showing/input"

/** A question to put down; `id` where others that come with it hang on it. */
type Said = Omit<AddQuestion, "consultationId"> & { id?: string }

/** Puts questions at the end of a draft, in their order. Returns how many there were before. */
async function putLast(ctx: Ctx, consultationId: string, said: Said[]) {
  const draft = await holdDraft(ctx, consultationId)
  const before = await listQuestions(ctx, consultationId)
  if (before.length + said.length > 50)
    throw new RuleBroken(say("50 questions are the most. Few groups answer more than ten."))
  const last = before.at(-1)?.position ?? 0
  const all: Question[] = [
    ...before,
    ...said.map((fields, at) => ({
      ...fields,
      id: fields.id ?? crypto.randomUUID(),
      position: last + at + 1,
    })),
  ]
  for (const [at, question] of all.entries()) {
    if (at < before.length) continue
    checkKind(question, draft)
    checkCondition(question.setting.onlyIf, all.slice(0, at), draft)
  }
  const made = await ctx.tx
    .insert(questions)
    .values(all.slice(before.length).map((fields) => ({ ...fields, lioId: ctx.lio.id, consultationId })))
    .returning({ id: questions.id })
  return { draft, before: before.length, made }
}

/** Puts a question at the end of a draft. */
export async function addQuestion(ctx: Ctx, { consultationId, ...fields }: AddQuestion) {
  const { draft, before, made } = await putLast(ctx, consultationId, [fields])
  await record(ctx, {
    what: "consultation.question_added",
    subject: ["consultation", consultationId],
    summary: say("Added a question to “{draft}”: {fields}", { draft: draft.title, fields: fields.title }),
    to: fields,
  })
  return { id: found(made[0]).id, consultationId, number: before + 1 }
}

/** Puts several questions at the end of a draft at once. */
export async function addQuestions(ctx: Ctx, { consultationId, questions: said }: AddQuestions) {
  const { draft } = await putLast(ctx, consultationId, said)
  await record(ctx, {
    what: "consultation.question_added",
    subject: ["consultation", consultationId],
    summary: sayCount(
      said.length,
      { one: "Added {count} question to “{draft}”", other: "Added {count} questions to “{draft}”" },
      { draft: draft.title },
    ),
    to: { questions: said },
  })
  return { consultationId, added: said.length }
}

/** Lets the questions that hang on a changed one follow its options. Refused when it no longer has the ones they need. */
async function keepConditions(ctx: Ctx, all: Question[], before: Question, after: Question) {
  const followers = hangingOn(before.id, all).map(({ question, onlyIf, number }) => {
    const now = canBeHungOn(after) ? followed(onlyIf, before.setting, after.setting) : null
    if (!now)
      throw new RuleBroken(
        say(
          "Question {number} is only for groups that chose an answer that is no longer here. Change that first.",
          {
            number,
          },
        ),
        canBeHungOn(after) ? "options" : "kind",
      )
    return { id: question.id, onlyIf: now }
  })
  if (followers.length > 0)
    await ctx.tx.execute(sql`
      update questions q set setting = jsonb_set(q.setting, '{onlyIf}', f."onlyIf")
      from jsonb_to_recordset(${JSON.stringify(followers)}::jsonb) f(id uuid, "onlyIf" jsonb) where q.id = f.id`)
}

/** Changes a question of a draft. */
export async function changeQuestion(ctx: Ctx, { id, consultationId, ...fields }: ChangeQuestion) {
  const draft = await holdDraft(ctx, consultationId)
  const all = await listQuestions(ctx, consultationId)
  const at = all.findIndex((question) => question.id === id)
  const before = found(all[at])
  checkKind(fields, draft)
  checkCondition(fields.setting.onlyIf, all.slice(0, at), draft)
  await ctx.tx.update(questions).set(fields).where(eq(questions.id, id))
  await keepConditions(ctx, all, before, { ...before, ...fields })
  await record(ctx, {
    what: "consultation.question_changed",
    subject: ["consultation", consultationId],
    summary: say("Changed a question of “{draft}”: {fields}", { draft: draft.title, fields: fields.title }),
    from: before,
    to: fields,
  })
  return { id, consultationId }
}

/** Moves a question one place up or down, or to a place; beyond the ends of the list nothing happens. */
export async function moveQuestion(ctx: Ctx, { consultationId, ...move }: MoveQuestion) {
  const draft = await holdDraft(ctx, consultationId)
  const all = await listQuestions(ctx, consultationId)
  const before = all.map((question) => question.id)
  const at = before.indexOf(move.id)
  found(at >= 0 || null)
  const order = movedIn(before, move)
  const to = (order ?? before).indexOf(move.id)
  if (order) {
    checkOrder(order.flatMap((id) => all.find((question) => question.id === id) ?? []))
    await ctx.tx.execute(sql`
      update questions q set position = o.place
      from ${placesOf(order)} where q.id = o.id and q.position <> o.place`)
    await record(ctx, {
      what: "consultation.question_moved",
      subject: ["consultation", consultationId],
      summary:
        to < at
          ? say("Moved question {number} of “{title}” up", { number: at + 1, title: draft.title })
          : say("Moved question {number} of “{title}” down", { number: at + 1, title: draft.title }),
      from: { position: at + 1 },
      to: { position: to + 1 },
    })
  }
  return { id: move.id, consultationId, number: to + 1 }
}

/** Removes a question of a draft. */
export async function removeQuestion(ctx: Ctx, { id, consultationId }: RemoveQuestion) {
  const draft = await holdDraft(ctx, consultationId)
  const all = await listQuestions(ctx, consultationId)
  const before = found(all.find((question) => question.id === id))
  const [hanging] = hangingOn(id, all)
  if (hanging)
    throw new RuleBroken(
      say(
        "Question {number} is only for groups that answered this one in a certain way. Change or remove it first.",
        {
          number: hanging.number,
        },
      ),
    )
  await ctx.tx.delete(questions).where(eq(questions.id, id))
  await ctx.tx
    .update(questions)
    .set({ position: sql`${questions.position} - 1` })
    .where(and(eq(questions.consultationId, consultationId), gt(questions.position, before.position)))
  await record(ctx, {
    what: "consultation.question_removed",
    subject: ["consultation", consultationId],
    summary: say("Removed a question of “{draft}”: {before}", { draft: draft.title, before: before.title }),
    from: before,
  })
  return { id, consultationId, title: before.title }
}
