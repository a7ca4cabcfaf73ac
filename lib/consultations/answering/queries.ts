import "server-only"
import { and, eq } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { answers, groups, invitations, people, responses, responseVersions } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { say } from "../../words"
import { knowsWhose, mayEnterFor, maySeeAll, maySignOffFor } from "../policy"
import {
  type Consultation,
  getConsultation,
  listQuestions,
  listYourInvitations,
  type Question,
  readSeal,
} from "../queries"
import { shownTo } from "../questions/showing/words"
import { type Seal, unsealed } from "../sealed"
import { isAnswered, sayTheSame } from "../words"

/** What the draft says to one question, who said it last, and when. */
export type Answer = {
  questionId: string
  value: AnswerValue
  revision: number
  savedAt: Date
  savedBy: string | null
  saver: string | null
}

/** What drafts say, each to its questions. */
async function readAnswers(
  ctx: Ctx,
  responseIds: string[],
  seal: Seal | null,
): Promise<(Answer & { responseId: string })[]> {
  const rows = await ctx.tx
    .select({
      responseId: answers.responseId,
      questionId: answers.questionId,
      value: answers.value,
      revision: answers.revision,
      savedAt: answers.savedAt,
      savedBy: answers.savedBy,
      saver: people.name,
    })
    .from(answers)
    .leftJoin(people, eq(people.id, answers.savedBy))
    .where(isOneOf(answers.responseId, responseIds))
  return rows.map((row) => ({ ...row, value: unsealed(seal, row, row.value) }))
}

/** A version that was sent, with its answers as they were given. */
export const openedVersion = <T extends { responseId: string; answers: Record<string, AnswerValue> }>(
  seal: Seal | null,
  version: T,
): T => ({
  ...version,
  answers: Object.fromEntries(
    Object.entries(version.answers).map(([questionId, value]) => [
      questionId,
      unsealed(seal, { responseId: version.responseId, questionId }, value),
    ]),
  ),
})

/** What groups signed off last; nothing of those that have sent nothing yet. */
async function readSent(ctx: Ctx, responseIds: string[], seal: Seal | null) {
  const rows = await ctx.tx
    .select({ version: responseVersions })
    .from(responseVersions)
    .innerJoin(
      responses,
      and(eq(responses.id, responseVersions.responseId), eq(responses.version, responseVersions.version)),
    )
    .where(isOneOf(responses.id, responseIds))
  return rows.map(({ version }) => openedVersion(seal, version))
}

/** Which group the asker answers for: the one that was said, or the only one they speak for here. Null: they must choose. */
async function chooseGroup(
  ctx: Ctx,
  consultation: Pick<Consultation, "id" | "naming">,
  groupId: string | null,
) {
  const consultationId = consultation.id
  const yours = await listYourInvitations(ctx, consultationId)
  const group = groupId ? yours.find(({ id }) => id === groupId) : yours.length === 1 ? yours[0] : undefined
  if (group) return { yours, group, behalf: false }
  if (!groupId || !maySeeAll(ctx.actor)) {
    found(yours.length > 0 && !groupId ? yours : null)
    return { yours, group: null, behalf: false }
  }
  ensure(mayEnterFor(ctx.actor), say("Only workers and managers can enter answers for a group."))
  ensure(
    knowsWhose(consultation),
    say(
      "Answers here are anonymous, so staff can’t enter them for a group. Send the group its link instead.",
    ),
  )
  const [invited] = await ctx.tx
    .select({ id: groups.id, name: groups.name, declinedAt: invitations.declinedAt })
    .from(invitations)
    .innerJoin(groups, eq(groups.id, invitations.groupId))
    .where(and(eq(invitations.consultationId, consultationId), eq(invitations.groupId, groupId)))
  return { yours, group: found(invited), behalf: true }
}

/**
 * A person's place at the table: for which group they answer, whether they may send it, and what the draft says now.
 * `behalf`: staff enter it from paper; they never see what a group wrote itself before it is signed off.
 * NotFound for everybody whose group was not asked.
 */
export async function getOpenResponse(ctx: Ctx, consultationId: string, groupId: string | null) {
  const consultation = await getConsultation(ctx, consultationId)
  const { yours, group, behalf } = await chooseGroup(ctx, consultation, groupId)
  if (!group) return { consultation, yours, answering: null }
  const [seal, questions, [response]] = await Promise.all([
    readSeal(ctx, consultationId),
    listQuestions(ctx, consultationId),
    ctx.tx
      .select()
      .from(responses)
      .where(and(eq(responses.consultationId, consultationId), eq(responses.groupId, group.id))),
  ])
  ensure(
    !behalf || !response || response.onBehalf,
    say("{group} has begun its own answer, so you cannot see or change it. Ask them to finish it.", {
      group: group.name,
    }),
  )
  const answers = response ? await readAnswers(ctx, [response.id], seal) : []
  const sent = response && response.version > 0 ? found((await readSent(ctx, [response.id], seal))[0]) : null
  const open = consultation.state === "open"
  return {
    consultation,
    yours,
    answering: {
      group,
      behalf,
      lead: behalf || maySignOffFor(ctx.actor, group.id),
      open,
      /** Came by a link to the group's own address: we do not know who it is. */
      nameless: personOf(ctx.actor) === null,
      questions,
      seal,
      response: response ?? null,
      /** What was sent last: it counts, whatever the draft says now. */
      sent,
      answers: new Map(answers.map((answer) => [answer.questionId, answer])),
      seen: stampOf(answers),
    },
  }
}
type Place = Awaited<ReturnType<typeof getOpenResponse>>
export type OpenResponse = NonNullable<Place["answering"]>

/** The open response of somebody who must have said for which group. */
export async function openResponse(ctx: Ctx, consultationId: string, groupId: string | null) {
  const { consultation, answering } = await getOpenResponse(ctx, consultationId, groupId)
  return { consultation, ...found(answering) }
}

/** Changes whenever any answer of a draft does: revisions only rise. */
export const stampOf = (answers: Pick<Answer, "revision">[]) =>
  String(answers.reduce((total, { revision }) => total + revision, 0))

type Draft = Pick<OpenResponse, "questions" | "answers">

/** The questions that the group is asked, by what its draft says now. */
export const shownIn = ({ questions, answers }: Draft): Question[] =>
  shownTo(questions, (id) => answers.get(id)?.value)

/** The number of the first question without an answer, of those that the group is asked; null when all have one. */
export function firstUnanswered(draft: Draft): number | null {
  const open = shownIn(draft).find(({ id }) => !isAnswered(draft.answers.get(id)?.value))
  return open ? draft.questions.indexOf(open) + 1 : null
}

/** How many of the questions that the group is asked the draft answers. */
export const countAnswered = (draft: Draft) =>
  shownIn(draft).filter(({ id }) => isAnswered(draft.answers.get(id)?.value)).length

/** Questions that the group is no longer asked, to which its draft still says something: that goes when it is sent. */
export function droppedIn(draft: Draft): Question[] {
  const shown = new Set(shownIn(draft))
  return draft.questions.filter(
    (question) => !shown.has(question) && isAnswered(draft.answers.get(question.id)?.value),
  )
}

/** The questions to which the draft says something else than what was sent: not sent, so not counted. */
export function changedSince(answering: Draft & Pick<OpenResponse, "sent">): Question[] {
  const { sent, answers } = answering
  if (!sent) return []
  const dropped = new Set(droppedIn(answering))
  return answering.questions.filter(
    (question) =>
      !sayTheSame(
        dropped.has(question) ? undefined : answers.get(question.id)?.value,
        sent.answers[question.id],
      ),
  )
}

/** Where each group of the asker stands in a consultation: for the page before starting. */
export async function listPlaces(ctx: Ctx, consultationId: string) {
  const yours = await listYourInvitations(ctx, consultationId)
  if (yours.length === 0) return []
  await getConsultation(ctx, consultationId)
  const groupIds = yours.map(({ id }) => id)
  const [seal, questions, begun] = await Promise.all([
    readSeal(ctx, consultationId),
    listQuestions(ctx, consultationId),
    ctx.tx
      .select()
      .from(responses)
      .where(and(eq(responses.consultationId, consultationId), isOneOf(responses.groupId, groupIds))),
  ])
  const ids = begun.map(({ id }) => id)
  const said = Map.groupBy(await readAnswers(ctx, ids, seal), ({ responseId }) => responseId)
  const sent = new Map((await readSent(ctx, ids, seal)).map((version) => [version.responseId, version]))
  return yours.map(({ id, name, declinedAt }) => {
    const response = begun.find(({ groupId }) => groupId === id)
    const its = (response && said.get(response.id)) ?? []
    const answers = new Map(its.map((answer) => [answer.questionId, answer]))
    return {
      id,
      name,
      lead: maySignOffFor(ctx.actor, id),
      declinedAt,
      answered: countAnswered({ questions, answers }),
      questions: shownIn({ questions, answers }).length,
      signedOffAt: response?.signedOffAt ?? null,
      reference: response?.reference ?? null,
      changed: changedSince({ questions, answers, sent: (response && sent.get(response.id)) ?? null }).length,
      ready: response?.readyAt != null,
    }
  })
}
export type YourPlace = Awaited<ReturnType<typeof listPlaces>>[number]
