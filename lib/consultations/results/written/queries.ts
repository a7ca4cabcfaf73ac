import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { ensure, found } from "../../../errors"
import { maySeeAll } from "../../policy"
import { type Consultation, getConsultation, listQuestions } from "../../queries"

/** A written answer, or the words beside “Other, please say”; `by` is the group's name, or null where answers are not named. */
export type Written = {
  key: string
  groupId: string | null
  by: string | null
  text: string
  quotable: boolean
}
/** Some of the written answers to a question, and how many there are. */
export type WrittenPage = { written: Written[]; total: number }

/** So many stand under a question's numbers; the others have a page of their own. */
export const FIRST_WRITTEN = 10
/** So many to a page of those. */
export const WRITTEN_PAGE = 50

/** May look at what came out: staff at any time, the groups that were asked once it has closed. */
export const mayReadResults = (ctx: Ctx, of: Consultation) =>
  maySeeAll(ctx.actor) || of.state === "closed" || of.state === "finished"

/**
 * Written answers to one question: all for staff; for others only those that may be quoted, as far as the group has not
 * taken that back since. Without names they stand in an order that has nothing to do with names, and their keys tell
 * nobody which group it is, nor which answers to two questions are of one group.
 */
export async function listWritten(
  ctx: Ctx,
  of: Pick<Consultation, "id" | "named">,
  questionId: string,
  { page = 1, size = FIRST_WRITTEN } = {},
): Promise<WrittenPage> {
  const staff = maySeeAll(ctx.actor)
  const hash = sql`encode(sha256(convert_to(a.response_id::text || ',' || ${questionId}::text, 'UTF8')), 'hex')`
  const rows = await ctx.tx.execute<Written & { total: number }>(sql`
    select left(${hash}, 16) as key, ${staff ? sql`a.group_id` : sql`null::uuid`} as "groupId",
      ${staff || of.named ? sql`g.name` : sql`null::text`} as by, said.text, coalesce(a.quotable, false) as quotable,
      (count(*) over ())::int as total
    from counted_answers a
    join response_versions v on v.response_id = a.response_id and v.version = a.version
    join groups g on g.id = a.group_id
    cross join lateral (select coalesce(v.answers->${questionId}::text->>'text', v.answers->${questionId}::text->>'says') as text) said
    where a.consultation_id = ${of.id}::uuid and said.text <> '' ${staff ? sql`` : sql`and a.quotable`}
    order by ${staff || of.named ? sql`g.name, g.id` : hash}
    limit ${size} offset ${(page - 1) * size}`)
  return { written: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** A page of the written answers to the question of this number. */
export async function getWritten(ctx: Ctx, id: string, { number, page }: { number: number; page: number }) {
  const consultation = await getConsultation(ctx, id)
  ensure(mayReadResults(ctx, consultation), "You can read the results here once the consultation has closed.")
  const question = found((await listQuestions(ctx, id))[number - 1])
  const read = await listWritten(ctx, consultation, question.id, { page, size: WRITTEN_PAGE })
  return { consultation, question: { number, title: question.title }, staff: maySeeAll(ctx.actor), ...read }
}
