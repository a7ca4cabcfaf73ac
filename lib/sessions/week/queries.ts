import "server-only"
import { and, asc, between, eq, isNull, sql } from "drizzle-orm"
import { people, sessions, sessionTypes } from "@/db/schema"
import { FUNCTIONS, keys, SESSION_KINDS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { daysAfter } from "../../days"
import { ensure } from "../../errors"
import { formatWeekday, say } from "../../words"
import { listSessionsWhere } from "../list/queries"
import { maySeeSessions } from "../policy"
import type { WeekShown } from "./input"

/** The most sessions of a week that are listed; its totals have all of them. */
export const MOST_LISTED = 300

type Part = { sessions: number; minutes: number }
/** Sessions under one heading, and how long they took together in minutes. */
export type WeekLine = Part & { key: string; label: string }

const NOTHING: Part = { sessions: 0, minutes: 0 }
const sumOf = (parts: Part[]) =>
  parts.reduce(
    (sum, part) => ({ sessions: sum.sessions + part.sessions, minutes: sum.minutes + part.minutes }),
    NOTHING,
  )

/** A week of work, one's own or the team's: its sessions, and its totals by day, by function, by kind of work and by worker. */
export async function getWeek(ctx: Ctx, { from, to, whose }: WeekShown) {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  const mine = whose === "mine" ? eq(sessions.byPersonId, personOf(ctx.actor)?.personId ?? "") : undefined
  const where = and(between(sessions.on, from, to), mine)
  const [rows, parts] = await Promise.all([
    listSessionsWhere(ctx, where, MOST_LISTED),
    ctx.tx
      .select({
        on: sessions.on,
        function: sessions.function,
        kind: sql<string>`coalesce(${sessions.typeId}::text, ${sessions.kind})`,
        kindName: sql<string>`coalesce(${sessionTypes.name}, ${sessions.kind})`,
        by: people.name,
        byId: sessions.byPersonId,
        sessions: sql<number>`count(*)::int`,
        minutes: sql<number>`sum(${sessions.minutes})::int`,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.byPersonId))
      .leftJoin(sessionTypes, eq(sessionTypes.id, sessions.typeId))
      .where(and(isNull(sessions.undoneAt), where))
      .groupBy(
        ...[sessions.on, sessions.function, people.name, sessions.byPersonId],
        ...[sessions.typeId, sessions.kind, sessionTypes.name],
      )
      .orderBy(asc(people.name)),
  ])
  const days = [...Array(7).keys()].map((days) => daysAfter(from, days))
  const workers = new Map(parts.map(({ byId, by }) => [byId, by]))
  const usual: Record<string, string> = SESSION_KINDS
  const kinds = new Map(parts.map(({ kind, kindName }) => [kind, usual[kind] ?? kindName]))
  const line = (key: string, label: string, its: (part: (typeof parts)[number]) => boolean): WeekLine => ({
    ...{ key, label },
    ...sumOf(parts.filter(its)),
  })
  return {
    rows,
    all: sumOf(parts),
    days: days.map((day) => line(day, formatWeekday(day), ({ on }) => on === day)),
    functions: keys(FUNCTIONS)
      .map((key) => line(key, FUNCTIONS[key], (part) => part.function === key))
      .filter((one) => one.sessions > 0),
    kinds: [...kinds]
      .map(([key, name]) => line(key, name, ({ kind }) => kind === key))
      .sort((one, other) => other.minutes - one.minutes),
    workers: [...workers].map(([key, name]) => line(key, name, ({ byId }) => byId === key)),
  }
}
