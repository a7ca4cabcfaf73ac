import "server-only"
import { and, eq } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { events } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { found } from "../errors"
import type { EventName } from "../rooms"

type Fields = Record<string, unknown>

/** A change by its line in the log: what was changed, and each field as it was before and after. NotFound when it is no such line. */
export async function getChange(ctx: Ctx, id: string, names: EventName[]) {
  const [row] = await ctx.tx
    .select({ id: events.subjectId, from: events.from, to: events.to })
    .from(events)
    .where(and(eq(events.id, id), isOneOf(events.what, names)))
  const { id: subjectId, from, to } = found(row)
  return { id: found(subjectId), from: (from ?? {}) as Fields, to: (to ?? {}) as Fields }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Whether a thing still says what a change made of it. */
export const stands = (now: Fields, to: Fields) =>
  Object.entries(to).every(([field, value]) => same(now[field], value))
