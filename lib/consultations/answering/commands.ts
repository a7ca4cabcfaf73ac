import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { answerRevisions, answers, consultations, invitations, people, responses } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { type Ctx, personOf } from "../../access/ctx"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { byReader, closingInWords } from "../invitations/letters"
import { listSpokespeople } from "../invitations/queries"
import { stateOf } from "../period"
import { getConsultation, type Question } from "../queries"
import { hangsOn, nextShown, onlyIfYou } from "../questions/showing/words"
import { type Seal, sealed, unsealed } from "../sealed"
import { agoInWords, answerInWords, bothTogether, isAnswered, sayTheSame } from "../words"
import { needAnswer, type OpenResponseInput, parseAnswer, type SaveAnswer, typedFor } from "./input"
import { type OpenResponse, openResponse, shownIn } from "./queries"

/** Read aloud without mistakes: no 0 and O, no 1, I and L. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

/** "K7M2-9QXP": what a group says on the telephone to name its answer. */
function newReference(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  const word = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join("")
  return `${word.slice(0, 4)}-${word.slice(4)}`
}

/** Nothing changes after closing: a save holds the consultation open until it is written. NotFound for whoever was not asked. */
export async function holdOpen(ctx: Ctx, id: string) {
  await getConsultation(ctx, id)
  const [row] = await ctx.tx.select().from(consultations).where(eq(consultations.id, id)).for("share")
  const consultation = found(row)
  if (stateOf(consultation, ctx.now) !== "open") {
    throw new RuleBroken(say("This consultation has closed, so answers can no longer be changed."))
  }
  return consultation
}

/** The group's one response, held until this change is written; begun when there is none. */
export async function holdResponse(
  ctx: Ctx,
  consultation: { id: string; title: string },
  answering: OpenResponse,
) {
  const me = personOf(ctx.actor)?.personId ?? null
  const [begun] = await ctx.tx
    .insert(responses)
    .values({
      lioId: ctx.lio.id,
      consultationId: consultation.id,
      groupId: answering.group.id,
      reference: newReference(),
      startedAt: ctx.now,
      startedBy: me,
      onBehalf: answering.behalf,
    })
    .onConflictDoNothing()
    .returning({ id: responses.id })
  if (answering.group.declinedAt) {
    await ctx.tx
      .update(invitations)
      .set({ declinedAt: null })
      .where(
        and(eq(invitations.consultationId, consultation.id), eq(invitations.groupId, answering.group.id)),
      )
  }
  if (begun) {
    await record(ctx, {
      what: "response.begun",
      subject: ["consultation", consultation.id],
      groupIds: [answering.group.id],
      summary: answering.behalf
        ? say("Began to enter the answer to “{title}”", { title: consultation.title })
        : say("Began the answer to “{title}”", { title: consultation.title }),
    })
  }
  const [held] = await ctx.tx
    .select()
    .from(responses)
    .where(and(eq(responses.consultationId, consultation.id), eq(responses.groupId, answering.group.id)))
    .for("update")
  const response = found(held)
  ensure(
    !answering.behalf || response.onBehalf,
    say("{group} has begun its own answer.", { group: answering.group.name }),
  )
  if (!answering.behalf && response.onBehalf) {
    await ctx.tx.update(responses).set({ onBehalf: false }).where(eq(responses.id, response.id))
  }
  return response
}

type Row = typeof answers.$inferSelect

/** Who changed an answer, and how long ago, in words. */
export async function savedWhen(ctx: Ctx, { savedAt, savedBy }: Pick<Row, "savedAt" | "savedBy">) {
  const [saver] = savedBy
    ? await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, savedBy))
    : []
  return { saver: saver?.name ?? say("Somebody else"), ago: agoInWords(savedAt, ctx.now, ctx.lio.timezone) }
}

/** Refuses a save over what somebody else wrote meanwhile, and offers their words beside what was typed. */
async function refuseOver(
  ctx: Ctx,
  question: Question,
  now: Pick<Row, "value" | "revision" | "savedAt" | "savedBy">,
) {
  throw new RuleBroken(
    say(
      "{saver} changed this answer {ago}. Choose which to keep, then press Continue",
      await savedWhen(ctx, now),
    ),
    "answer",
    { answer: answerInWords(question, now.value), version: String(now.revision) },
  )
}

/** Puts an answer down, and keeps what stood there as earlier words. Returns it as it stands now. */
export async function put(
  ctx: Ctx,
  { seal, ...at }: Pick<Row, "responseId" | "questionId"> & { seal: Seal | null },
  before: Row | undefined,
  said: AnswerValue,
) {
  const value = sealed(seal, at, said)
  const saved = { savedAt: ctx.now, savedBy: personOf(ctx.actor)?.personId ?? null }
  if (before && isAnswered(before.value)) {
    const { revision, savedAt, savedBy } = before
    const earlier = sealed(seal, at, before.value)
    await ctx.tx
      .insert(answerRevisions)
      .values({ lioId: ctx.lio.id, ...at, revision, value: earlier, savedAt, savedBy })
      .onConflictDoNothing()
  }
  const [now] = await ctx.tx
    .insert(answers)
    .values({ lioId: ctx.lio.id, ...at, value, ...saved })
    .onConflictDoUpdate({
      target: [answers.lioId, answers.responseId, answers.questionId],
      set: { value, ...saved, revision: sql`${answers.revision} + 1` },
    })
    .returning()
  return now && { ...now, value: said }
}

async function write(
  ctx: Ctx,
  responseId: string,
  { question, seal }: { question: Question; seal: Seal | null },
  value: AnswerValue,
  input: SaveAnswer,
) {
  const at = { responseId, questionId: question.id, seal }
  const [row] = await ctx.tx
    .select()
    .from(answers)
    .where(and(eq(answers.responseId, responseId), eq(answers.questionId, question.id)))
  const before = row && { ...row, value: unsealed(seal, row, row.value) }
  if (!before && !isAnswered(value)) return
  if (before && sayTheSame(before.value, value)) return
  if (before && before.revision !== input.version) return refuseOver(ctx, question, before)
  if (!before || !input.keep || input.keep === "mine") {
    await put(ctx, at, before, value)
    return
  }
  // What is not to stand is put down first, so that it is kept among the earlier words.
  const both = input.keep === "both" ? bothTogether(question, before.value, value) : before.value
  if (!both)
    throw new RuleBroken(say("These two answers cannot be put together. Choose one of them."), "answer")
  const mine = isAnswered(value) ? await put(ctx, at, before, value) : before
  await put(ctx, at, mine, both)
}

/** Refused where the group isn't asked the question: a colleague has just changed the answer on which it hangs. */
export async function ensureShown(ctx: Ctx, question: Question, { id, group }: OpenResponseInput) {
  if (!question.setting.onlyIf) return
  const now = await openResponse(ctx, id, group)
  if (shownIn(now).some((shown) => shown.id === question.id)) return
  const on = found(hangsOn(question, now.questions))
  throw new RuleBroken(
    say("Your group isn’t asked this question any more. {only} Copy your words if you need them.", {
      only: onlyIfYou(on),
    }),
  )
}

/**
 * Saves one answer of a group's draft: every Continue does. The second of two people who change the same question is
 * refused with both versions. Leads on to the next question, the check page, or away with a link to come back by.
 */
export async function saveAnswer(ctx: Ctx, input: SaveAnswer) {
  const consultation = await holdOpen(ctx, input.id)
  const answering = await openResponse(ctx, input.id, input.group)
  const question = found(answering.questions.find(({ id }) => id === input.questionId))
  const value = parseAnswer(question, typedFor(question, input), {
    says: input.says,
    unsure: input.unsure,
  })
  if (input.button !== "later") needAnswer(question, value)
  const response = await holdResponse(ctx, consultation, answering)
  await ensureShown(ctx, question, input)
  await write(ctx, response.id, { question, seal: answering.seal }, value, input)
  return savedWith(ctx, input, { consultation, answering, response, question, value })
}

type Saved = {
  consultation: typeof consultations.$inferSelect
  answering: OpenResponse
  response: Pick<typeof responses.$inferSelect, "version">
  question: Question
  value: AnswerValue
}

/** What a save comes to: the letter to come back by where that was asked for, and where it leads on. */
export async function savedWith<B extends string>(
  ctx: Ctx,
  { id, group, button }: OpenResponseInput & { button: B },
  { consultation, answering, response, question, value }: Saved,
) {
  if (button === "later" && !answering.behalf) await sendComeBack(ctx, consultation, answering)
  const saidTo = (id: string) => (id === question.id ? value : answering.answers.get(id)?.value)
  const next = nextShown(answering.questions, saidTo, answering.questions.indexOf(question))
  const { behalf } = answering
  const sent = response.version > 0
  return { ...{ id, group, button, behalf, next, sent }, groupId: answering.group.id }
}

/** A letter with a link that leads back to the first question without an answer, to whoever is answering. */
export async function sendComeBack(
  ctx: Ctx,
  consultation: typeof consultations.$inferSelect,
  answering: OpenResponse,
) {
  const me = personOf(ctx.actor)
  if (!consultation.closesAt) return
  const spokespeople = await listSpokespeople(ctx, [answering.group.id], "service")
  const mine = spokespeople.filter(({ personId, by }) => (me ? personId === me.personId : by === "address"))
  await postAll(
    ctx,
    byReader(ctx, mine, consultation).map(({ to, url }) => ({
      letter: "consultation-come-back",
      stream: "service",
      to,
      props: {
        title: consultation.title,
        group: answering.group.name,
        closes: consultation.closesAt ? closingInWords(ctx, consultation.closesAt) : "",
        sent: (answering.sent?.version ?? 0) > 0,
        url,
      },
    })),
  )
}

/** Tells the group's leads that its draft is ready to be read and sent. */
export async function tellLead(ctx: Ctx, input: OpenResponseInput) {
  const consultation = await holdOpen(ctx, input.id)
  const answering = await openResponse(ctx, input.id, input.group)
  const me = found(personOf(ctx.actor))
  if (answering.lead) throw new RuleBroken(say("You can send the answers yourself."))
  if (!answering.response) throw new RuleBroken(say("Answer at least one question first."))
  const leads = (await listSpokespeople(ctx, [answering.group.id], "service")).filter(({ lead }) => lead)
  if (leads.length === 0) {
    throw new RuleBroken(
      say("Nobody is set down as lead of {group}. Please ring {lio}: they can help.", {
        group: answering.group.name,
        lio: ctx.lio.name,
      }),
    )
  }
  await ctx.tx
    .update(responses)
    .set({ readyAt: ctx.now, readyBy: me.personId })
    .where(eq(responses.id, answering.response.id))
  await postAll(
    ctx,
    byReader(ctx, leads, consultation).map(({ to, basis, url }) => ({
      letter: "consultation-ready",
      stream: "service",
      to,
      basis,
      props: {
        title: consultation.title,
        group: answering.group.name,
        by: me.name,
        closes: consultation.closesAt ? closingInWords(ctx, consultation.closesAt) : "",
        url,
      },
    })),
  )
  return { id: input.id, group: input.group, groupId: answering.group.id, leads: leads.length }
}
