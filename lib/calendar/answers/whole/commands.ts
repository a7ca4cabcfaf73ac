import "server-only"
import { sql } from "drizzle-orm"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"

/** Dates that are answered together: what stands at the first of them holds for the others. */
type Held = { id: string; whole: boolean; others: string[] }

/** Puts answers to something as a whole at more of its dates, in the same order and state, each with its own head there. */
export async function copyAnswers(ctx: Ctx, answerIds: string[], occurrenceIds: string[]): Promise<void> {
  if (answerIds.length === 0 || occurrenceIds.length === 0) return
  const others = sql`unnest(${sql.param(occurrenceIds)}::uuid[]) o(id)`
  await readingAll(ctx, "answers are put beside those that stand", () =>
    ctx.tx.execute(sql`
      with mine as (
        select a.*, h.whole_id as head from calendar_answers a left join calendar_answers h on h.id = a.answered_by_id
        where a.id = any (${sql.param(answerIds)}::uuid[]) and a.whole_id is not null),
      copies as materialized (select gen_random_uuid() as copy, o.id as at, m.* from mine m cross join ${others}),
      last as (select o.id, coalesce(max(a.position), 0) as position from ${others} left join calendar_answers a on a.occurrence_id = o.id group by o.id)
      insert into calendar_answers (lio_id, id, occurrence_id, person_id, group_id, name, email, group_name, answered_by_id, whole_id,
        state, position, answered_at, offered_until)
      select c.lio_id, c.copy, c.at, c.person_id, c.group_id, c.name, c.email, c.group_name,
        (select h.copy from copies h where h.at = c.at and h.whole_id = c.head), c.whole_id,
        c.state, l.position + row_number() over (partition by c.at order by c.position), c.answered_at, c.offered_until
      from copies c join last l on l.id = c.at`),
  )
}

/** Has the answers at the other dates of something that is answered as a whole say what they say at the first. */
export async function spreadAnswers(ctx: Ctx, { id, others }: Held): Promise<void> {
  if (others.length === 0) return
  await ctx.tx.execute(sql`
    update calendar_answers a set state = l.state, offered_until = l.offered_until
    from calendar_answers l
    where l.occurrence_id = ${id} and l.whole_id = a.whole_id and a.occurrence_id = any (${sql.param(others)}::uuid[])
      and (a.state, a.offered_until) is distinct from (l.state, l.offered_until)`)
}

/** The answer at a held date that belongs to an answer at any date of the same whole; else the answer itself. */
export async function answerAt(ctx: Ctx, { id, whole }: Held, answerId: string): Promise<string> {
  if (!whole) return answerId
  const [row] = await ctx.tx.execute<{ id: string }>(sql`
    select l.id from calendar_answers a join calendar_answers l on l.whole_id = a.whole_id
    where a.id = ${answerId} and l.occurrence_id = ${id}`)
  return row?.id ?? answerId
}
