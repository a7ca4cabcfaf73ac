import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isStaff } from "../../access/may"
import { ensure } from "../../errors"
import { say } from "../../words"
import type { Invalid } from "../importing/input"

/** An address from which releases are fetched, and how that went. */
export type Source = {
  id: string
  name: string
  address: string
  triedAt: Date | null
  workedAt: Date | null
  trouble: string | null
  invalid: number
}
/** One time that releases were read, by hand or from an address. */
export type Reading = {
  id: string
  at: Date
  by: string
  summary: string
  releases: number
  opportunities: number
  invalid: Invalid[]
}

type Dates<T> = {
  [Key in keyof T]: T[Key] extends Date ? string : T[Key] extends Date | null ? string | null : T[Key]
}
const momentOf = (at: string | null) => (at ? new Date(at) : null)

/** The addresses from which releases are fetched, by name. */
export async function listSources(ctx: Ctx): Promise<Source[]> {
  ensure(
    isStaff(ctx.actor) || ctx.actor.kind === "system",
    say("Only staff see where opportunities come from."),
  )
  const rows = await ctx.tx.execute<Dates<Source>>(sql`
    select id, name, address, tried_at as "triedAt", worked_at as "workedAt", trouble, invalid
    from opportunity_sources order by lower(name), id`)
  return rows.map((row) => ({ ...row, triedAt: momentOf(row.triedAt), workedAt: momentOf(row.workedAt) }))
}

/** The last times that something new was read, with what was left out. */
export async function listReadings(ctx: Ctx, most = 10): Promise<Reading[]> {
  ensure(isStaff(ctx.actor), say("Only staff see where opportunities come from."))
  const rows = await ctx.tx.execute<Dates<Reading>>(sql`
    select id, at, actor_name as by, summary, coalesce(("to" ->> 'releases')::int, 0) as releases,
      coalesce(("to" ->> 'opportunities')::int, 0) as opportunities, coalesce("to" -> 'invalid', '[]') as invalid
    from events where subject_kind = 'opportunity' and subject_id is null and what = 'opportunities.read'
    order by at desc, id limit ${most}`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}
