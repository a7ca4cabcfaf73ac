import "server-only"
import { eq, sql } from "drizzle-orm"
import { signingRules } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isHeld, speaksFor } from "../../access/may"
import { found } from "../../errors"

/** After so many minutes somebody is no longer said to be there. */
const THERE_MINUTES = 10

/** A colleague who is at the same answer just now, and the number of the question they are at. */
export type Colleague = { personId: string; name: string; question: number; seenAt: Date }

type Place = { consultationId: string; groupId: string }

/** Who else of a group is answering just now, the last seen first. For the group's own people. */
export async function listColleagues(ctx: Ctx, { consultationId, groupId }: Place): Promise<Colleague[]> {
  if (!speaksFor(ctx.actor, groupId)) return []
  const me = personOf(ctx.actor)?.personId ?? null
  const rows = await ctx.tx.execute<Omit<Colleague, "seenAt"> & { seenAt: string }>(sql`
    select n.person_id as "personId", p.name, q.at as question, n.seen_at as "seenAt"
    from answering_now n join people p on p.id = n.person_id
    join (select id, row_number() over (order by position, id)::int as at from questions where consultation_id = ${consultationId}::uuid) q on q.id = n.question_id
    where n.consultation_id = ${consultationId}::uuid and n.group_id = ${groupId}::uuid and n.person_id is distinct from ${me}::uuid
      and n.seen_at > ${ctx.now.toISOString()}::timestamptz - make_interval(mins => ${THERE_MINUTES}::int)
    order by n.seen_at desc`)
  return rows.map((row) => ({ ...row, seenAt: new Date(row.seenAt) }))
}

/** What colleagues said to each other about a question, oldest first; `mine` can be taken back. */
export type Comment = { id: string; name: string; words: string; saidAt: Date; mine: boolean }

/** The comments of a group on one question. For the group's own people, never for staff. */
export async function listComments(
  ctx: Ctx,
  { consultationId, groupId }: Place,
  questionId: string,
): Promise<Comment[]> {
  if (!speaksFor(ctx.actor, groupId)) return []
  const me = personOf(ctx.actor)?.personId ?? null
  const rows = await ctx.tx.execute<Omit<Comment, "saidAt"> & { saidAt: string }>(sql`
    select c.id, p.name, c.words, c.said_at as "saidAt", c.person_id is not distinct from ${me}::uuid as mine
    from answer_comments c join people p on p.id = c.person_id
    where c.consultation_id = ${consultationId}::uuid and c.group_id = ${groupId}::uuid and c.question_id = ${questionId}::uuid
    order by c.said_at, c.id`)
  return rows.map((row) => ({ ...row, saidAt: new Date(row.saidAt) }))
}

/** Whether two people of a group sign its answers off. */
export async function signsWithTwo(ctx: Ctx, groupId: string): Promise<boolean> {
  const [rule] = await ctx.tx.select().from(signingRules).where(eq(signingRules.groupId, groupId))
  return rule?.two ?? false
}

/** Who of a group may sign its answers off. */
export async function countSigners(ctx: Ctx, groupId: string): Promise<number> {
  const [row] = await ctx.tx.execute<{ signers: number }>(sql`
    select count(distinct r.person_id)::int as signers from roles r join people p on p.id = r.person_id
    where r.group_id = ${groupId}::uuid and r.speaks = 'lead' and p.left_at is null and ${isHeld(ctx)}`)
  return found(row).signers
}
