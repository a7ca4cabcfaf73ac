import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { questionChanges, questions } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { found, RuleBroken } from "../../../errors"
import { enqueue } from "../../../jobs/commands"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { holdConsultation } from "../../commands"
import { answeredOf } from "../../counted"
import { tellChanged } from "../../invitations/letters"
import { nextDaytime } from "../../period"
import { getConsultation, listQuestions, type Question } from "../../queries"
import { MOST_OPTIONS } from "../kinds/input"
import { type CorrectQuestion, isSpelling } from "./input"
import { listQuestionVersions } from "./queries"

/** So long after a change those who have answered are emailed, so that several changes come in one email. */
const WAIT = 15 * 60_000

/** The open consultation, held so that no answer is saved while a question of it changes. */
async function holdWhileOpen(ctx: Ctx, id: string) {
  const consultation = await holdConsultation(ctx, id)
  if (consultation.state !== "open")
    throw new RuleBroken(say("This is for consultations that are open. This one isn’t."))
  return consultation
}

const wordsOf = ({ title, help, setting }: Question) => ({
  ...{ title, help },
  options: (setting.options ?? []).filter(({ proposed }) => !proposed).map(({ label }) => label),
})

/** The options with those that are new after them. RuleBroken where the question takes none. */
function withMore({ kind, setting }: Question, more: string[]) {
  const there = setting.options ?? []
  if (more.length === 0) return there
  const refuse = (message: string): never => {
    throw new RuleBroken(message, "more")
  }
  if (kind !== "single" && kind !== "multiple")
    refuse(say("You can’t add options to this kind of question while it’s open"))
  const labels = new Set(there.map(({ label }) => label.toLowerCase()))
  if (more.some((label) => labels.has(label.toLowerCase()))) refuse(say("One of these is already there"))
  if (there.length + more.length > MOST_OPTIONS)
    refuse(say("Enter {mostOptions} options or fewer", { mostOptions: MOST_OPTIONS - there.length }))
  return [...there, ...more.map((label, at) => ({ id: `o${there.length + at + 1}`, label }))]
}

/**
 * Puts a question right while groups answer it: its spelling, its help, and answers to choose from after those there are.
 * Nothing else, for what was answered has to go on meaning what it meant. Each change is a version of the questions, which is
 * kept, printed with the numbers, and told to the groups that have sent their answers.
 */
export async function correctQuestion(ctx: Ctx, { id, consultationId, ...said }: CorrectQuestion) {
  const consultation = await holdWhileOpen(ctx, consultationId)
  const [versions, all] = await Promise.all([
    listQuestionVersions(ctx, consultationId),
    listQuestions(ctx, consultationId),
  ])
  const number = all.findIndex((question) => question.id === id) + 1
  const question = found(all[number - 1])
  const before = versions.at(-1)?.version ?? 1
  if (before !== said.version)
    throw new RuleBroken(say("A colleague has just changed a question. Open the page again and look."))
  const was = wordsOf(question)
  const { title, help } = said
  if (!isSpelling(was.title, title))
    throw new RuleBroken(
      say("Change only its spelling. To ask something else, plan another consultation."),
      "title",
    )
  const options = withMore(question, said.more)
  const now = wordsOf({ ...question, title, help, setting: { ...question.setting, options } })
  if (JSON.stringify(was) === JSON.stringify(now)) throw new RuleBroken(say("Nothing has changed."), "title")
  const version = before + 1
  await ctx.tx.insert(questionChanges).values({
    lioId: ctx.lio.id,
    ...{ consultationId, questionId: id, version, was, now, reason: said.reason },
    answered: sql`${answeredOf(sql`${consultationId}::uuid`)}`,
    changedAt: ctx.now,
    changedBy: personOf(ctx.actor)?.personId ?? null,
  })
  // The database takes it only as the version says it.
  await ctx.tx
    .update(questions)
    .set({
      ...{ title, help },
      ...(said.more.length > 0 ? { setting: { ...question.setting, options } } : {}),
    })
    .where(eq(questions.id, id))
  await record(ctx, {
    what: "consultation.question_corrected",
    subject: ["consultation", consultationId],
    summary: say("Changed question {number} of “{title}” while it’s open: {reason}", {
      ...{ number, title: consultation.title, reason: said.reason },
    }),
    from: was,
    to: now,
  })
  const soon = nextDaytime(new Date(ctx.now.getTime() + WAIT), ctx.lio.timezone)
  const { closesAt } = consultation
  await enqueue(
    ctx,
    "tell-question-changes",
    { id: consultationId },
    { runAt: closesAt && soon >= closesAt ? ctx.now : soon, key: `tell-question-changes:${consultationId}` },
  )
  return { id, consultationId, number, version }
}

/**
 * Tells each group that had sent its answers before the last change what has changed since then, once, in one email. Those who
 * sent them afterwards have read the questions as they are. Returns how many emails go.
 */
export async function tellQuestionChanges(ctx: Ctx, id: string): Promise<number> {
  const consultation = await getConsultation(ctx, id)
  if (consultation.state !== "open") return 0
  const untold = (await listQuestionVersions(ctx, id)).filter(({ toldAt }) => !toldAt)
  const last = untold.at(-1)
  if (!last) return 0
  await ctx.tx
    .update(questionChanges)
    .set({ toldAt: ctx.now })
    .where(and(eq(questionChanges.consultationId, id), isNull(questionChanges.toldAt)))
  const rows = await ctx.tx.execute<{ id: string; sentAt: string }>(sql`
    select a.group_id as id, r.signed_off_at as "sentAt" from counted_answers a join responses r on r.id = a.response_id
    where a.consultation_id = ${id}::uuid and r.signed_off_at < ${last.changedAt.toISOString()}::timestamptz`)
  // Whoever sent between two changes has answered the first as it is now.
  const since = Map.groupBy(
    rows,
    ({ sentAt }) => untold.filter(({ changedAt }) => changedAt > new Date(sentAt)).length,
  )
  const told = await Promise.all(
    [...since].map(([count, groups]) =>
      tellChanged(
        ctx,
        { ...consultation, changes: untold.slice(-count).map(({ words, reason }) => ({ words, reason })) },
        groups.map((group) => group.id),
      ),
    ),
  )
  return told.reduce((all, letters) => all + letters, 0)
}
