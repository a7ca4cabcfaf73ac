import "server-only"
import { asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { people, staff } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { isStaff } from "../../access/may"
import { ensure, found } from "../../errors"
import { lastSignIns } from "../../sign-in/queries"
import { say } from "../../words"

const guard = (ctx: Ctx) => ensure(isStaff(ctx.actor), say("Only staff can see who works here."))

const columns = {
  personId: people.id,
  name: people.name,
  email: people.email,
  level: staff.level,
  startedAt: staff.startedAt,
  endedAt: staff.endedAt,
  /** Something in the log was done by them. */
  acted: sql<boolean>`exists (select from events e where e.actor_id = ${people.id})`,
}

type Row = { email: string | null; startedAt: Date; acted: boolean }

/** With whether each has signed in since they were invited. */
async function withSignIns<T extends Row>(rows: T[]) {
  const last = await lastSignIns(rows.flatMap(({ email }) => (email ? [email] : [])))
  return rows.map((row) => {
    const at = row.email ? last.get(row.email) : undefined
    return { ...row, cameIn: row.acted || (at !== undefined && at >= row.startedAt) }
  })
}

/** Who works here now, and whether they have been in. */
export async function listTeam(ctx: Ctx) {
  guard(ctx)
  return withSignIns(
    await ctx.tx
      .select(columns)
      .from(staff)
      .innerJoin(people, eq(people.id, staff.personId))
      .where(isNull(staff.endedAt))
      .orderBy(asc(people.name)),
  )
}

/** Who worked here before, the last to go first. */
export async function listPastTeam(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select(columns)
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(isNotNull(staff.endedAt))
    .orderBy(desc(staff.endedAt))
}

/** One of those who work here. */
export async function getTeammate(ctx: Ctx, personId: string) {
  return found((await listTeam(ctx)).find((one) => one.personId === personId))
}
