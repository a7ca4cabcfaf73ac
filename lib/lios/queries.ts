import "server-only"
import { asc, eq, isNull } from "drizzle-orm"
import { lios, people, staff } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { found } from "../errors"
import { colleagueOptions } from "../lists/choices/queries"

/** What the LIO says of itself. Public. */
export async function getLio(ctx: Ctx) {
  const [row] = await ctx.tx.select().from(lios).where(eq(lios.id, ctx.lio.id))
  return found(row)
}

/** Who works here now. */
export async function listStaff(ctx: Ctx) {
  return ctx.tx
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      level: staff.level,
      startedAt: staff.startedAt,
    })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(isNull(staff.endedAt))
    .orderBy(asc(people.name))
}

/** Somebody here who keeps things up, by name. */
export type Colleague = { personId: string; name: string }

/** Who works here, without those who only look on: whom tasks are given to. */
export const listColleagues = async (ctx: Ctx): Promise<Colleague[]> =>
  (await colleagueOptions(ctx)).map(({ value, label }) => ({ personId: value, name: label }))
