import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { answers, proposedStatements } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { stillHere } from "../../lists/choices/queries"
import { leaveForStaff } from "../../tasks/commands"
import { say, shortened } from "../../words"
import { ensureShown, holdOpen, holdResponse, put, sendComeBack } from "../answering/commands"
import { openResponse } from "../answering/queries"
import { knowsWhose, mayKeepConsultations } from "../policy"
import { nextShown } from "../questions/showing/words"
import { unsealed } from "../sealed"
import type { GiveVote, Judge, Propose } from "./input"
import { settleModeration, whereToLook } from "./moderating/commands"
import { countWaiting, getProposed } from "./queries"
import { statementsOf, unseenBy } from "./words"

/** How many statements of one group may wait at once. */
const MOST_WAITING = 5

async function openQuestion(ctx: Ctx, input: Pick<GiveVote, "id" | "group" | "questionId">) {
  const consultation = await holdOpen(ctx, input.id)
  const answering = await openResponse(ctx, input.id, input.group)
  const at = answering.questions.findIndex(({ id, kind }) => id === input.questionId && kind === "statements")
  return { consultation, answering, at, question: found(answering.questions[at]) }
}

/**
 * Saves what a group says to one statement, beside what it says to the others: two people can vote at once. A vote that is
 * changed is kept among the earlier words. Leads on to the next statement, and after the last to the next question.
 */
export async function giveVote(ctx: Ctx, input: GiveVote) {
  const { consultation, answering, at, question } = await openQuestion(ctx, input)
  const statement = found(statementsOf(question).find(({ id }) => id === input.statement))
  const later = input.button === "later"
  if (!input.vote && !later) throw new RuleBroken(say("Choose agree, disagree or pass"), "vote")
  let value: AnswerValue | undefined = answering.answers.get(question.id)?.value
  let sent = answering.response?.version ?? 0
  if (input.vote) {
    const response = await holdResponse(ctx, consultation, answering)
    await ensureShown(ctx, question, input)
    sent = response.version
    const [row] = await ctx.tx
      .select()
      .from(answers)
      .where(and(eq(answers.responseId, response.id), eq(answers.questionId, question.id)))
    const { seal } = answering
    const before = row && { ...row, value: unsealed(seal, row, row.value) }
    const said = before?.value.votes?.[statement.id]
    value = { votes: { ...before?.value.votes, [statement.id]: input.vote } }
    const of = { responseId: response.id, questionId: question.id, seal }
    if (said !== input.vote) await put(ctx, of, said ? before : undefined, value)
  }
  if (later && !answering.behalf) await sendComeBack(ctx, consultation, answering)
  const more = unseenBy(question, value).length > 0
  return {
    id: input.id,
    group: input.group,
    groupId: answering.group.id,
    behalf: answering.behalf,
    number: at + 1,
    button: input.button,
    next: more ? at + 1 : nextShown(answering.questions, (id) => answering.answers.get(id)?.value, at),
    sent: sent > 0,
  }
}

const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** One at a time proposes and judges the statements of a consultation: how many wait follows from what the last one did. */
const inTurn = (ctx: Ctx, consultationId: string) =>
  ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`statements ${consultationId}`}, 0))`)

/** Whoever began the consultation, as long as they work here: they get the task to look at proposed statements. */
async function moderatorOf(ctx: Ctx, personId: string | null): Promise<string | null> {
  const [row] = await readingAll(ctx, "the task goes to whoever began the consultation", () =>
    ctx.tx.execute<{ id: string | null }>(sql`select ${stillHere(sql`${personId}::uuid`)} as id`),
  )
  return row?.id ?? null
}

/** Puts a statement of a group’s own forward. Nobody else sees it until staff have looked at it; they get a task. */
export async function proposeStatement(ctx: Ctx, input: Propose) {
  await inTurn(ctx, input.id)
  const { consultation, answering, at, question } = await openQuestion(ctx, input)
  if (!knowsWhose(consultation))
    throw new RuleBroken(
      say("Answers here are anonymous, so groups can’t propose statements: we’d know who wrote them."),
      "body",
    )
  const all = await readingAll(ctx, "whether it is there already, and how many wait", () =>
    ctx.tx
      .select({
        groupId: proposedStatements.groupId,
        body: proposedStatements.body,
        judgedAt: proposedStatements.judgedAt,
      })
      .from(proposedStatements)
      .where(eq(proposedStatements.questionId, question.id)),
  )
  const own = all.filter(({ groupId }) => groupId === answering.group.id)
  const there = [...statementsOf(question).map(({ label }) => label), ...own.map(({ body }) => body)]
  if (there.some((one) => plain(one) === plain(input.body)))
    throw new RuleBroken(say("This statement is already there"), "body")
  if (own.filter(({ judgedAt }) => !judgedAt).length >= MOST_WAITING)
    throw new RuleBroken(
      say("{most} of your statements are waiting for us to check. You can add more once we have.", {
        most: MOST_WAITING,
      }),
      "body",
    )
  await ctx.tx.insert(proposedStatements).values({
    lioId: ctx.lio.id,
    questionId: question.id,
    groupId: answering.group.id,
    body: input.body,
    proposedAt: ctx.now,
    proposedBy: personOf(ctx.actor)?.personId ?? null,
  })
  if (!all.some(({ judgedAt }) => !judgedAt))
    await leaveForStaff(ctx, [
      {
        what: say("Check the statements that groups have proposed for “{title}” {where}", {
          title: consultation.title,
          where: whereToLook(consultation.id),
        }),
        assigneeId: await moderatorOf(ctx, consultation.createdBy),
      },
    ])
  await record(ctx, {
    what: "statement.proposed",
    subject: ["consultation", consultation.id],
    groupIds: [answering.group.id],
    summary: say("Proposed a statement: “{statement}”", { statement: shortened(input.body, 90) }),
  })
  return { id: input.id, group: input.group, groupId: answering.group.id, number: at + 1 }
}

/** Shows a proposed statement to all groups that are asked, or turns it down with a reason; also one that is shown already. */
export async function judgeStatement(ctx: Ctx, input: Judge) {
  ensure(mayKeepConsultations(ctx.actor), say("Only workers and managers can do this."))
  const { question } = await getProposed(ctx, input.id)
  await inTurn(ctx, question.consultationId)
  const consultation = await holdOpen(ctx, question.consultationId)
  const { statement } = await getProposed(ctx, input.id)
  const shows = input.verdict === "show"
  const led = { consultationId: consultation.id, shows }
  if (statement.judgedAt && statement.reason === (shows ? null : input.reason)) return led
  await ctx.tx
    .update(proposedStatements)
    .set({
      judgedAt: ctx.now,
      judgedBy: personOf(ctx.actor)?.personId ?? null,
      reason: shows ? null : input.reason,
    })
    .where(eq(proposedStatements.id, input.id))
  if ((await countWaiting(ctx, consultation.id)) === 0) await settleModeration(ctx, consultation.id)
  const words = { statement: shortened(statement.body, 90), reason: input.reason ?? "" }
  await record(ctx, {
    what: shows ? "statement.shown" : "statement.turned_down",
    subject: ["consultation", consultation.id],
    groupIds: [statement.groupId],
    summary: shows
      ? say("Showed their statement to all groups: “{statement}”", words)
      : say("Turned down their statement “{statement}”: {reason}", words),
    from: { judgedAt: statement.judgedAt, reason: statement.reason },
    to: { reason: shows ? null : input.reason },
  })
  return led
}
