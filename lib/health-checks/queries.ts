import "server-only"
import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { groups, healthCheckQuestions, healthCheckSteps, healthChecks, people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { groupIdsOf, isStaff } from "../access/may"
import { ensure, found } from "../errors"
import { say } from "../words"
import type { HealthAnswer } from "./words"

type Row = {
  id: string
  groupId: string
  group: string
  askedAt: string
  startedAt: string | null
  handedInAt: string | null
  shared: boolean
  again: boolean
  recheckOn: string | null
  by: string | null
  repeated: boolean
  /** The sets of its questions, as far as whoever asks may read them; null: not at all. */
  sets: string | null
}

/** The checks of the LIO’s groups, the latest first; of their own groups for their people. `of`: of these groups alone. Nothing of what they say. */
export async function listChecks(ctx: Ctx, of?: string[]) {
  const own = groupIdsOf(ctx)
  const groupIds = isStaff(ctx.actor) ? of : own
  ensure(
    isStaff(ctx.actor) || own.length > 0,
    say("Only staff and the group’s own people can see its health checks."),
  )
  return readChecks(
    ctx,
    groupIds ? sql`c.group_id = any (${sql.param(groupIds)}::uuid[])` : sql`true`,
    sql`limit 500`,
  )
}

/** The checks `c` that a condition leaves, the latest first; `limit`: how many. Nothing of what they say. */
export async function readChecks(ctx: Ctx, where: SQL, limit: SQL) {
  const rows = await ctx.tx.execute<Row>(sql`
    select c.id, c.group_id as "groupId", g.name as "group", c.asked_at as "askedAt", c.started_at as "startedAt",
      c.handed_in_at as "handedInAt", c.consented_at is not null and c.withdrawn_at is null as shared, p.name as by,
      c.earlier_id is not null as again, c.recheck_on::text as "recheckOn", exists (select from health_checks l where l.earlier_id = c.id) as repeated,
      (select string_agg(distinct q.set_name, ', ') from health_check_questions q where q.check_id = c.id) as sets
    from health_checks c join groups g on g.id = c.group_id left join people p on p.id = c.asked_by_id
    where ${where} order by c.asked_at desc, g.name, c.id ${limit}`)
  return rows.map((row) => ({
    ...row,
    askedAt: new Date(row.askedAt),
    startedAt: row.startedAt ? new Date(row.startedAt) : null,
    handedInAt: row.handedInAt ? new Date(row.handedInAt) : null,
  }))
}
export type CheckRow = Awaited<ReturnType<typeof readChecks>>[number]

/** An answer that was given before the one that stands; `by` null: somebody of the group whom we don’t know by name. */
export type EarlierAnswer = { answer: HealthAnswer; at: string; by: string | null }

const EARLIER = sql<
  EarlierAnswer[]
>`coalesce((select json_agg(json_build_object('answer', a.answer, 'at', a.at, 'by', p.name) order by a.at desc)
  from (select * from health_check_answers n where n.question_id = "health_check_questions"."id" order by n.at desc, n.id offset 1) a
    left join people p on p.id = a.by_person_id), '[]')`

/** The questions of a check with their answers, as far as whoever asks may read them. */
export const listQuestions = (ctx: Ctx, checkId: string) =>
  ctx.tx
    .select({
      id: healthCheckQuestions.id,
      setKey: healthCheckQuestions.setKey,
      setName: healthCheckQuestions.setName,
      question: healthCheckQuestions.question,
      hint: healthCheckQuestions.hint,
      guide: healthCheckQuestions.guide,
      resourceId: healthCheckQuestions.resourceId,
      themeId: healthCheckQuestions.themeId,
      offersSession: healthCheckQuestions.offersSession,
      sessionAskedAt: healthCheckQuestions.sessionAskedAt,
      answer: healthCheckQuestions.answer,
      answeredAt: healthCheckQuestions.answeredAt,
      answeredById: healthCheckQuestions.answeredById,
      answeredBy: people.name,
      version: healthCheckQuestions.version,
      earlier: EARLIER,
    })
    .from(healthCheckQuestions)
    .leftJoin(people, eq(people.id, healthCheckQuestions.answeredById))
    .where(eq(healthCheckQuestions.checkId, checkId))
    .orderBy(asc(healthCheckQuestions.position))
export type CheckQuestion = Awaited<ReturnType<typeof listQuestions>>[number]

/**
 * One check with its questions, its plan, and the check before it with what was never ticked off. Without the group’s consent staff get none of these:
 * the database doesn’t give them. NotFound.
 */
export async function getCheck(ctx: Ctx, id: string) {
  const [[row], questions, steps] = await Promise.all([
    ctx.tx
      .select({ check: healthChecks, group: groups.name, handedInBy: people.name })
      .from(healthChecks)
      .innerJoin(groups, eq(groups.id, healthChecks.groupId))
      .leftJoin(people, eq(people.id, healthChecks.handedInById))
      .where(eq(healthChecks.id, id)),
    listQuestions(ctx, id),
    ctx.tx
      .select()
      .from(healthCheckSteps)
      .where(eq(healthCheckSteps.checkId, id))
      .orderBy(
        sql`${healthCheckSteps.doneOn} nulls first`,
        asc(healthCheckSteps.dueOn),
        asc(healthCheckSteps.createdAt),
      ),
  ])
  const { check, group, handedInBy } = found(row)
  const [earlier] = check.earlierId
    ? await ctx.tx.select().from(healthChecks).where(eq(healthChecks.id, check.earlierId))
    : []
  return {
    ...check,
    ...{ group, handedInBy, questions, steps },
    shared: check.consentedAt !== null && check.withdrawnAt === null,
    earlier: earlier?.handedInAt
      ? {
          handedInAt: earlier.handedInAt,
          questions: await listQuestions(ctx, earlier.id),
          open: await ctx.tx
            .select({ id: healthCheckSteps.id, what: healthCheckSteps.what })
            .from(healthCheckSteps)
            .where(and(eq(healthCheckSteps.checkId, earlier.id), isNull(healthCheckSteps.doneOn)))
            .orderBy(asc(healthCheckSteps.createdAt)),
        }
      : null,
  }
}
export type HealthCheck = Awaited<ReturnType<typeof getCheck>>

/** Whether a check has been asked for again. */
export async function hasRecheck(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: healthChecks.id })
    .from(healthChecks)
    .where(eq(healthChecks.earlierId, id))
    .limit(1)
  return Boolean(row)
}
