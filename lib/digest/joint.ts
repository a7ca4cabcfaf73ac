import "server-only"
import type { Ctx, Lio } from "../access/ctx"
import { asSystem } from "../access/doors"
import { WAITS_MINUTES } from "../email/sending/reasons"
import { log } from "../log"
import { type Contents, digestFor, MOST_ITEMS } from "./contents"
import { type Made, putInOutbox } from "./outbox"
import { dueRhythms } from "./periods"
import { type Due, type Prepared, prepare } from "./preparing"

/** Somebody's turn in another LIO. */
type Fellow = Due & { prepared: Prepared }
/** By address: the other LIOs in which it is somebody's turn as well. */
export type Fellows = Map<string, Fellow[]>

/** Works in another LIO; trouble there is told, and keeps no digest here back. */
async function elsewhere<T>(lio: string, at: Date, work: (ctx: Ctx) => Promise<T>): Promise<T | null> {
  try {
    return await asSystem(lio, work, { now: at, name: "The digest" })
  } catch (error) {
    log.error({ err: error, lio }, "The digests of this LIO go out by themselves")
    return null
  }
}

/**
 * The digests that other LIOs owe the same addresses now: those that are due there, and those of the same rhythm whose
 * day has not come, so that the earliest day of somebody's LIOs is the day of all. `places`: the other LIOs of each address.
 */
export async function findFellows(due: Due[], places: Map<string, string[]>, at: Date): Promise<Fellows> {
  const rhythmOf = new Map(due.flatMap(({ reader }) => (reader.email ? [[reader.email, reader.rhythm]] : [])))
  const digestsByLio = Map.groupBy(
    [...rhythmOf.keys()].flatMap((email) => (places.get(email) ?? []).map((lio) => ({ lio, email }))),
    ({ lio }) => lio,
  )
  const fellows: Fellows = new Map()
  for (const [lio, theirs] of digestsByLio) {
    const prepared = await elsewhere(lio, at, (ctx) => {
      const dueThere = dueRhythms(ctx.lio, at)
      return prepare(ctx, {
        emails: theirs.map(({ email }) => email),
        rhythms: ({ email, rhythm }) =>
          rhythm !== "never" && rhythmOf.get(email ?? "") === rhythm ? [rhythm] : dueThere,
      })
    })
    for (const one of prepared?.due ?? []) {
      const email = one.reader.email ?? ""
      fellows.set(email, [...(fellows.get(email) ?? []), { ...one, prepared: prepared as Prepared }])
    }
  }
  return fellows
}

/** Shares the room for things to know among several LIOs, one to each in turn, to none more than it has. */
export function shareRoom(has: number[], most = MOST_ITEMS): number[] {
  const shares = has.map(() => 0)
  for (let left = most; left > 0; ) {
    const hungry = has.flatMap((count, at) => (count > (shares[at] ?? 0) ? [at] : []))
    if (hungry.length === 0) break
    for (const at of hungry.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
    left -= hungry.length
  }
  return shares
}

type Joined = { fellow: Fellow; made: Made }

/** One letter with the digests of the other LIOs that go out in it, all of them cut to the room there is. */
function join(
  lio: Lio,
  made: Made & { contents: Contents },
  prepared: Prepared,
  fellows: Fellow[],
  until: Date,
) {
  const digest = ({ reader, prepared: { drawers } }: Omit<Fellow, "period">, most?: number) =>
    drawers && digestFor(reader, drawers, most)
  const theirs = fellows.map((fellow) => ({ fellow, contents: digest(fellow) }))
  const [ownRoom = 0, ...rooms] = shareRoom([
    made.contents.known,
    ...theirs.map(({ contents }) => contents?.known ?? 0),
  ])
  const joined = theirs.flatMap(({ fellow, contents }, at): Joined[] => {
    const { reader, period } = fellow
    const one: Made = { id: crypto.randomUUID(), reader, period, contents }
    if (!contents) return [{ fellow, made: one }]
    const text = digest(fellow, rooms[at])
    return text
      ? [{ fellow, made: { ...one, goesWith: { head: { lio: lio.id, id: made.id }, said: text, until } } }]
      : []
  })
  const together = joined.some(({ made: { goesWith } }) => goesWith)
  const contents = (together && digest({ ...made, prepared }, ownRoom)) || made.contents
  return { head: { ...made, contents }, joined }
}

/**
 * Keeps what other LIOs have to say to the same people in their own outboxes, to go out in the letters of `made`, and
 * gives these back with what they carry. Each LIO's words stay behind its walls until the moment of sending.
 */
export async function putFellowsInOutbox(
  prepared: Prepared,
  made: Made[],
  fellows: Fellows,
  at: Date,
): Promise<Made[]> {
  const until = new Date(at.getTime() + WAITS_MINUTES * 60_000)
  const all = made.map((one) => {
    const others = fellows.get(one.reader.email ?? "")
    return one.contents && others
      ? join(prepared.lio, { ...one, contents: one.contents }, prepared, others, until)
      : { head: one, joined: [] }
  })
  const carried = new Set<string>()
  for (const [other, parts] of Map.groupBy(
    all.flatMap(({ joined }) => joined),
    ({ fellow }) => fellow.prepared,
  )) {
    const theirs = parts.map(({ made }) => made)
    const done = await elsewhere(other.lio.id, at, (ctx) => putInOutbox(ctx, theirs, other))
    for (const id of done?.letters ?? []) carried.add(id)
  }
  return all.map(({ head, joined }) => {
    const carries = joined.flatMap(({ fellow, made: { id } }) =>
      carried.has(id) ? [{ lio: fellow.prepared.lio.id, id }] : [],
    )
    return carries.length > 0 ? { ...head, carries } : head
  })
}
