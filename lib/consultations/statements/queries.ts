import "server-only"
import { and, asc, eq, isNull, sql } from "drizzle-orm"
import { groups, people, proposedStatements, questions } from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { centred, componentsOf, extremitiesOf } from "../../statements/components"
import { randomFrom } from "../../statements/random"
import { drawnBy, priorityOf } from "../../statements/routing"
import { totalsOf, type Votes } from "../../statements/votes"
import type { OpenResponse } from "../answering/queries"
import { maySeeAll } from "../policy"
import { getConsultation, type Question } from "../queries"
import { matrixOf } from "./numbers"
import { statementsOf, unseenBy } from "./words"

/** From how many groups on it is asked which statements tell them apart. */
const ENOUGH_TO_TELL_APART = 15

/** How much more there is to learn of each statement, from what groups have sent so far. */
function prioritiesOf(votes: Votes): number[] {
  const matrix = votes.participants >= ENOUGH_TO_TELL_APART ? centred(votes) : null
  const extremities = matrix && extremitiesOf(matrix, componentsOf(matrix))
  return totalsOf(votes).map((total, at) => priorityOf(total, extremities?.[at] ?? 0))
}

/** A number for some words: the same each time, so that a page opened again shows the same statement. */
const seedOf = (words: string) =>
  [...words].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)

/**
 * The statement that comes next for a group: drawn among those it hasn’t voted on, by how much more there is to learn of
 * each from what groups have sent so far. Undefined when it has voted on all.
 */
async function nextStatement(ctx: Ctx, consultationId: string, answering: OpenResponse, question: Question) {
  const value = answering.answers.get(question.id)?.value
  const unseen = unseenBy(question, value)
  if (unseen.length < 2) return unseen[0]
  const rows = await readingAll(ctx, "which statement comes next follows from what all groups said", () =>
    ctx.tx.execute<{ votes: AnswerValue["votes"] | null }>(sql`
      select v.answers -> ${question.id}::text -> 'votes' as votes from counted_answers a
      join response_versions v on v.response_id = a.response_id and v.version = a.version
      where a.consultation_id = ${consultationId}::uuid`),
  )
  const of = prioritiesOf(
    matrixOf(
      question,
      rows.map((row) => row.votes),
    ),
  )
  const priorities = new Map(statementsOf(question).map(({ id }, at) => [id, of[at] ?? 1]))
  const cast = Object.keys(value?.votes ?? {}).length
  const chance = randomFrom(seedOf(`${answering.group.id} ${question.id} ${cast}`))()
  return unseen[
    drawnBy(
      unseen.map(({ id }) => priorities.get(id) ?? 1),
      chance,
    )
  ]
}

/** What a group has proposed to a question, newest last: waiting, shown, or turned down with the reason. */
const listOwnProposed = (ctx: Ctx, questionId: string, groupId: string) =>
  ctx.tx
    .select({
      id: proposedStatements.id,
      body: proposedStatements.body,
      judgedAt: proposedStatements.judgedAt,
      reason: proposedStatements.reason,
    })
    .from(proposedStatements)
    .where(and(eq(proposedStatements.questionId, questionId), eq(proposedStatements.groupId, groupId)))
    .orderBy(asc(proposedStatements.proposedAt), asc(proposedStatements.id))

/** What somebody who votes sees: the statement they named or the one that comes next, if any, and what their group proposed. */
export async function readVoting(
  ctx: Ctx,
  consultationId: string,
  answering: OpenResponse,
  question: Question,
  { statement: named, list }: { statement?: unknown; list: boolean },
) {
  const own = await listOwnProposed(ctx, question.id, answering.group.id)
  const chosen = statementsOf(question).find(({ id }) => id === named)
  const votes = answering.answers.get(question.id)?.value.votes ?? {}
  const listed = list && Object.keys(votes).length > 0
  return {
    own,
    statement: chosen ?? (listed ? undefined : await nextStatement(ctx, consultationId, answering, question)),
    votes,
  }
}
export type Voting = Awaited<ReturnType<typeof readVoting>>

/** Every statement that groups proposed in a consultation, those that wait first. For staff. */
export async function listProposed(ctx: Ctx, consultationId: string) {
  await getConsultation(ctx, consultationId)
  ensure(maySeeAll(ctx.actor))
  return ctx.tx
    .select({
      id: proposedStatements.id,
      body: proposedStatements.body,
      questionId: questions.id,
      question: questions.title,
      groupId: groups.id,
      group: groups.name,
      by: people.name,
      proposedAt: proposedStatements.proposedAt,
      judgedAt: proposedStatements.judgedAt,
      reason: proposedStatements.reason,
    })
    .from(proposedStatements)
    .innerJoin(questions, eq(questions.id, proposedStatements.questionId))
    .innerJoin(groups, eq(groups.id, proposedStatements.groupId))
    .leftJoin(people, eq(people.id, proposedStatements.proposedBy))
    .where(eq(questions.consultationId, consultationId))
    .orderBy(sql`${proposedStatements.judgedAt} desc nulls first`, asc(proposedStatements.proposedAt))
}
export type Proposed = Awaited<ReturnType<typeof listProposed>>[number]

/** How many proposed statements of a consultation wait to be looked at. */
export async function countWaiting(ctx: Ctx, consultationId: string): Promise<number> {
  const rows = await ctx.tx
    .select({ id: proposedStatements.id })
    .from(proposedStatements)
    .innerJoin(questions, eq(questions.id, proposedStatements.questionId))
    .where(and(eq(questions.consultationId, consultationId), isNull(proposedStatements.judgedAt)))
  return rows.length
}

/** A proposed statement with its consultation. */
export async function getProposed(ctx: Ctx, id: string) {
  const [row] = await ctx.tx
    .select({ statement: proposedStatements, question: questions })
    .from(proposedStatements)
    .innerJoin(questions, eq(questions.id, proposedStatements.questionId))
    .where(eq(proposedStatements.id, id))
  return found(row)
}
