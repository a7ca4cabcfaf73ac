import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { maySeeAll } from "../../policy"
import type { Consultation } from "../../queries"

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

/** So many stand under a question's numbers; the others have pages of their own. */
export const FIRST_WRITTEN = 10

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
  const rows = await readingAll(
    ctx,
    "answers that may be quoted are for everybody who reads the results",
    () =>
      ctx.tx.execute<Written & { total: number }>(sql`
    select left(${hash}, 16) as key, ${staff ? sql`a.group_id` : sql`null::uuid`} as "groupId",
      ${staff || of.named ? sql`g.name` : sql`null::text`} as by, said.text, coalesce(a.quotable, false) as quotable,
      (count(*) over ())::int as total
    from counted_answers a
    join response_versions v on v.response_id = a.response_id and v.version = a.version
    join groups g on g.id = a.group_id
    cross join lateral (select coalesce(v.answers->${questionId}::text->>'text', v.answers->${questionId}::text->>'says') as text) said
    where a.consultation_id = ${of.id}::uuid and said.text <> '' ${staff ? sql`` : sql`and a.quotable`}
    order by ${staff || of.named ? sql`g.name, g.id` : hash}
    limit ${size} offset ${(page - 1) * size}`),
  )
  return { written: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
