import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import type { Actor, Ctx } from "./ctx"

/** What staff read whole, whichever group, network or consultation it is about. */
const OF_STAFF = [
  "public",
  "members",
  "staff",
  "group",
  "network",
  "consultation",
  "board",
  "interested",
  "forming",
]
const OF_LEVEL = { manager: ["workers", "managers"], worker: ["workers"], viewer: [] } as const

/** Whether an audience is a room that is given to people by name alone: no word of staff opens it. */
export const isByName = (audience: string) => audience.startsWith("consortium:")
/** The same of a column, in SQL. */
export const byName = (column: SQL) => sql`${column} like 'consortium:%'`

/** The audiences that an actor belongs to by what they are, and the groups by which they belong to more. */
function belonging(actor: Actor): { words: string[]; groups: string[] } {
  const person = "personId" in actor ? [`person:${actor.personId}`] : []
  const groups = "groups" in actor ? actor.groups.map(({ id }) => id) : []
  const boards = "seats" in actor ? actor.seats.map(({ boardId }) => `board:${boardId}`) : []
  switch (actor.kind) {
    case "system":
      return { words: ["*"], groups: [] }
    case "staff":
      return { words: [...OF_STAFF, ...OF_LEVEL[actor.level], ...person], groups: [] }
    case "member":
    case "representative":
      return { words: ["public", "members", ...boards, ...person], groups }
    case "guest":
      return { words: ["public", "members", `consultation:${actor.scope.id}`, ...person], groups }
    case "link":
      return {
        words: ["public", "members", ...(actor.holder ? [`person:${actor.holder.personId}`] : [])],
        groups: actor.groupId ? [actor.groupId] : [],
      }
    case "public":
      return { words: ["public"], groups: [] }
  }
}

/** Tells PostgreSQL, for this transaction, which audiences the asker belongs to: rows for others are not there for it. */
export function tellAudiences(tx: Tx, actor: Actor) {
  const { words, groups } = belonging(actor)
  const person = actor.kind === "staff" || actor.kind === "member" ? actor.personId : null
  return groups.length === 0 && !person
    ? tx.execute(sql`select set_config('app.audiences', ${sql.param(words)}::text[]::text, true)`)
    : tx.execute(
        sql`select tell_audiences(${sql.param(words)}::text[], ${sql.param(groups)}::uuid[], ${person}::uuid)`,
      )
}

const tellEverything = (tx: Tx) => tx.execute(sql`select set_config('app.audiences', '{*}', true)`)

/** How many pieces of work are reading everything in a transaction just now. */
const reading = new WeakMap<Tx, number>()

/** One piece of work less: with the last one the asker reads again what is for them. */
async function readLess({ tx, actor }: Ctx) {
  const left = (reading.get(tx) ?? 1) - 1
  reading.set(tx, left)
  if (left === 0) await tellAudiences(tx, actor)
}

/**
 * Reads beyond what the asker may read, for what has to be known but is not shown: how many answered, whom to write to,
 * whether something is there already. `why` says what for; it stands at each place for whoever reads the code. Several
 * at once are well: none of them is cut short by another that is done.
 */
export async function readingAll<T>(ctx: Ctx, _why: string, work: () => Promise<T>): Promise<T> {
  if (ctx.actor.kind === "system") return work()
  reading.set(ctx.tx, (reading.get(ctx.tx) ?? 0) + 1)
  await tellEverything(ctx.tx)
  let result: T
  try {
    result = await work()
  } catch (error) {
    // After a failed statement PostgreSQL takes no other: what failed is what is told.
    await readLess(ctx).catch(() => {})
    throw error
  }
  await readLess(ctx)
  return result
}
