import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { knowsWhose, maySeeAll } from "../../policy"
import type { Consultation } from "../../queries"
import type { Quotes } from "../../signing/consent/words"

/** A written answer, or the words beside “Other, please say”; `by` is the group's name, or null where answers are not named. */
export type Written = {
  key: string
  groupId: string | null
  by: string | null
  text: string
  quotes: Quotes
}
/** Some of the written answers to a question, and how many there are. */
export type WrittenPage = { written: Written[]; total: number }
/** Where nobody wrote anything. */
export const NOTHING_WRITTEN: WrittenPage = { written: [], total: 0 }

/** So many stand under a question's numbers; the others have pages of their own. */
export const FIRST_WRITTEN = 10

/**
 * A page of the written answers to each of these questions, by the question's id; one without any is left out. All for
 * staff; for others only those that may be quoted, as far as the group has not taken that back since. Without names they
 * stand in an order that has nothing to do with names, and their keys tell nobody which group it is, nor which answers
 * to two questions are of one group.
 */
export async function listWritten(
  ctx: Ctx,
  of: Pick<Consultation, "id" | "named" | "naming">,
  questionIds: string[],
  { page = 1, size = FIRST_WRITTEN } = {},
): Promise<Map<string, WrittenPage>> {
  const staff = maySeeAll(ctx.actor)
  if (!knowsWhose(of)) return listUnnamed(ctx, questionIds, { staff, page, size })
  const hash = (a: string, q: string) =>
    sql`encode(sha256(convert_to(${sql.raw(a)}::text || ',' || ${sql.raw(q)}::text, 'UTF8')), 'hex')`
  const rows = await readingAll(
    ctx,
    "answers that may be quoted are for everybody who reads the results",
    () =>
      ctx.tx.execute<Row>(sql`
    with a as materialized (select * from answers_to_read where consultation_id = ${of.id}::uuid)
    select w."questionId", left(${hash('w."responseId"', 'w."questionId"')}, 16) as key, w."groupId", w.by, w.text, w.quotes, w.total, w.at
    from (
      select q.id as "questionId", a.response_id as "responseId", ${staff ? sql`a.group_id` : sql`null::uuid`} as "groupId",
        ${staff || of.named ? sql`g.name` : sql`null::text`} as by, said.text, case when a.quotable then 'public' when a.quotable_to_groups then 'groups' else 'no' end as quotes,
        (count(*) over (partition by q.id))::int as total,
        (row_number() over (partition by q.id order by ${staff || of.named ? sql`g.name, g.id` : hash("a.response_id", "q.id")}))::int as at
      from unnest(${sql.param(questionIds)}::uuid[]) q(id)
      cross join a
      join response_versions v on v.response_id = a.response_id and v.version = a.version
      join groups g on g.id = a.group_id
      cross join lateral (select coalesce(v.answers->q.id::text->>'text', v.answers->q.id::text->>'says') as text) said
      where said.text <> '' ${staff ? sql`` : sql`and a.quotable_to_groups`}) w
    where w.at > ${(page - 1) * size}::int and w.at <= ${page * size}::int
    order by w.at`),
  )
  return pagesOf(rows)
}

/** The same of answers that are named to nobody: theirs are kept without their groups. */
async function listUnnamed(
  ctx: Ctx,
  questionIds: string[],
  { staff, page, size }: { staff: boolean; page: number; size: number },
) {
  const said = sql`coalesce(u.value->>'text', u.value->>'says')`
  return pagesOf(
    await readingAll(ctx, "answers that may be quoted are for everybody who reads the results", () =>
      ctx.tx.execute<Row>(sql`
      select * from (
        select u.question_id as "questionId", u.id::text as key, null::uuid as "groupId", null::text as by, ${said} as text, case when u.quotable then 'groups' else 'no' end as quotes,
          (count(*) over (partition by u.question_id))::int as total,
          (row_number() over (partition by u.question_id order by u.id))::int as at
        from unnamed_answers u
        where u.question_id = any (${sql.param(questionIds)}::uuid[]) ${staff ? sql`` : sql`and u.quotable`}) w
      where w.at > ${(page - 1) * size}::int and w.at <= ${page * size}::int
      order by w.at`),
    ),
  )
}

type Row = Written & { questionId: string; at: number; total: number }

function pagesOf(rows: readonly Row[]): Map<string, WrittenPage> {
  return new Map(
    [...Map.groupBy(rows, ({ questionId }) => questionId)].map(([id, its]) => [
      id,
      {
        written: its.map(({ questionId: _question, at: _at, total: _total, ...row }) => row),
        total: its[0]?.total ?? 0,
      },
    ]),
  )
}
