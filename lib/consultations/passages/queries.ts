import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { codes, questions } from "@/db/schema"
import type { AnswerFile, AnswerValue } from "@/db/schema/asking"
import type { LANGUAGES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { groupsUnderCodes } from "../codebook/counting/queries"
import { mayReadAnswers } from "./policy"

/** A passage with whose it is, to which question, under which names, and in how many asks it is pinned. */
export type Passage = {
  id: string
  quote: string
  note: string | null
  groupId: string
  group: string
  responseId: string
  questionId: string
  question: string
  quotable: boolean
  codes: { id: string; name: string }[]
  /** In how many places of papers it is evidence: asks, and paragraphs. */
  uses: number
}

/** The names under which passages of a consultation are kept, with how many each holds, of how many groups. */
export async function listCodes(ctx: Ctx, consultationId: string) {
  ensure(mayReadAnswers(ctx.actor))
  const [rows, under] = await Promise.all([
    ctx.tx
      .select({
        id: codes.id,
        name: codes.name,
        passages: sql<number>`(select count(*)::int from passage_codes pc where pc.code_id = codes.id)`,
      })
      .from(codes)
      .where(eq(codes.consultationId, consultationId))
      .orderBy(asc(codes.name)),
    groupsUnderCodes(ctx, consultationId),
  ])
  return rows.map((code) => ({ ...code, groups: under.get(code.id)?.size ?? 0 }))
}

/** Passages of a consultation, newest last; of one code or one response when given. None once it was stopped. */
export async function listPassages(
  ctx: Ctx,
  consultationId: string,
  only: { codeId?: string; responseId?: string } = {},
): Promise<Passage[]> {
  ensure(mayReadAnswers(ctx.actor))
  const rows = await ctx.tx.execute<Passage>(sql`
    select p.id, p.quote, p.note, p.group_id as "groupId", g.name as "group", p.response_id as "responseId",
      p.question_id as "questionId", q.title as question, coalesce(r.quotable, false) as quotable,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name)
        from passage_codes pc join codes c on c.id = pc.code_id where pc.passage_id = p.id), '[]') as codes,
      (select count(*)::int from pinned_passages n where n.passage_id = p.id) as uses
    from passages p join responses r on r.id = p.response_id join groups g on g.id = p.group_id join questions q on q.id = p.question_id
      join consultations c on c.id = r.consultation_id and c.stopped_at is null
    where r.consultation_id = ${consultationId}
      ${only.codeId ? sql`and exists (select from passage_codes pc where pc.passage_id = p.id and pc.code_id = ${only.codeId})` : sql``}
      ${only.responseId ? sql`and p.response_id = ${only.responseId}` : sql``}
    order by q.position, g.name, p.created_at`)
  return [...rows]
}

/** One group's signed-off answer as it is read for passages: its written answers, and the files that it sent. */
export type AnswerToRead = {
  responseId: string
  version: number
  group: string
  groupId: string
  quotable: boolean
  /** In which language the questions were read, where that wasn’t English. */
  language: keyof typeof LANGUAGES | null
  quotableToGroups: boolean
  says: { questionId: string; question: string; text: string }[]
  files: { question: string; file: AnswerFile }[]
}

/** Every signed-off answer of a consultation with its written parts and its files, by group. Drafts are not among them. */
export async function listAnswersToRead(ctx: Ctx, consultationId: string): Promise<AnswerToRead[]> {
  ensure(mayReadAnswers(ctx.actor))
  const questionRows = await ctx.tx
    .select({ id: questions.id, title: questions.title, kind: questions.kind })
    .from(questions)
    .where(eq(questions.consultationId, consultationId))
    .orderBy(asc(questions.position))
  const rows = await ctx.tx.execute<{
    responseId: string
    version: number
    group: string
    groupId: string
    quotable: boolean
    language: keyof typeof LANGUAGES | null
    quotableToGroups: boolean
    answers: Record<string, AnswerValue>
  }>(sql`
    select a.response_id as "responseId", v.version, g.name as "group", g.id as "groupId", coalesce(a.quotable, false) as quotable,
      coalesce(a.quotable_to_groups, false) as "quotableToGroups", v.language, v.answers
    from answers_to_read a join response_versions v on v.response_id = a.response_id and v.version = a.version join groups g on g.id = a.group_id
    where a.consultation_id = ${consultationId} order by g.name`)
  return [...rows].map(({ answers, ...row }) => ({
    ...row,
    says: questionRows.flatMap((question) => {
      const text = answers[question.id]?.text?.trim()
      return text ? [{ questionId: question.id, question: question.title, text }] : []
    }),
    files: questionRows.flatMap(({ id, title }) => {
      const file = answers[id]?.file
      return file ? [{ question: title, file }] : []
    }),
  }))
}
