import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { openRoom } from "../queries"

export type Decision = { id: string; words: string; on: string; by: string | null }
export type Task = {
  id: string
  what: string
  personId: string
  who: string
  dueOn: string | null
  doneAt: string | null
}
type Said = { id: string; words: string; at: string; by: string | null }
export type Question = Said & { answers: Said[] }

/** What a consortium has decided, what is to be done, and its questions with their answers. */
export async function getWork(ctx: Ctx, id: string) {
  await openRoom(ctx, id)
  const of = sql`consortium_id = ${id}::uuid`
  const [decisions, tasks, questions] = await Promise.all([
    ctx.tx.execute<Decision>(sql`
      select d.id, d.words, d.decided_on::text as on, p.name as by from consortium_decisions d left join people p on p.id = d.noted_by
      where d.${of} order by d.decided_on desc, d.noted_at desc`),
    ctx.tx.execute<Task>(sql`
      select t.id, t.what, t.person_id as "personId", p.name as who, t.due_on::text as "dueOn", t.done_at as "doneAt"
      from consortium_tasks t join people p on p.id = t.person_id
      where t.${of} order by t.done_at desc nulls first, t.due_on nulls last, t.added_at`),
    ctx.tx.execute<Question>(sql`
      select q.id, q.words, q.said_at as at, p.name as by,
        (select coalesce(json_agg(json_build_object('id', a.id, 'words', a.words, 'at', a.said_at, 'by', o.name) order by a.said_at, a.id), '[]')
          from consortium_posts a left join people o on o.id = a.said_by where a.answers_id = q.id) as answers
      from consortium_posts q left join people p on p.id = q.said_by
      where q.${of} and q.answers_id is null order by q.said_at, q.id`),
  ])
  return { decisions: [...decisions], tasks: [...tasks], questions: [...questions] }
}
