import "server-only"
import type { Ctx, Lio } from "../access/ctx"
import { getSender } from "../email/queries"
import type { Sender } from "../email/writing"
import { type Drawers, sinceFor, sortFacts } from "./contents"
import { periodOf, RHYTHMS, type Rhythm } from "./periods"
import { gatherFacts, listReaders, type Reader } from "./queries"
import { digestWriter } from "./writing"

/** Somebody whose turn it is, and the period their digest is for. */
export type Due = { reader: Reader; period: string }

/** What the digests of one LIO are made from. */
export type Prepared = {
  lio: Lio
  /** How many people were looked at, and why some are not due. */
  people: number
  skipped: Record<string, number>
  due: Due[]
  /** Null when nobody is due. */
  drawers: Drawers | null
  sender: Sender
  write: Awaited<ReturnType<typeof digestWriter>>
}

type How = {
  /** The rhythms that are due for somebody. */
  rhythms: (reader: Reader) => readonly Rhythm[]
  again?: boolean
  emails?: string[]
}

/** Finds out who is due in one LIO at the time of the door, and gathers what may stand in their digests. */
export async function prepare(ctx: Ctx, { rhythms, again, emails }: How): Promise<Prepared> {
  const periods = Object.fromEntries(
    RHYTHMS.map((rhythm) => [rhythm, periodOf(rhythm, ctx.lio.timezone, ctx.now)]),
  ) as Record<Rhythm, string>
  const reasonAgainst = (reader: Reader) => {
    if (reader.rhythm === "never" || reader.stopped) return "unsubscribed"
    if (!rhythms(reader).includes(reader.rhythm)) return "not_due"
    if (reader.made.includes(periods[reader.rhythm])) return "already_made"
    if (!reader.email) return "no_address"
    return reader.suppressed ? "suppressed" : null
  }
  const readers = await listReaders(ctx, { periods: Object.values(periods), again, emails })
  const skipped: Record<string, number> = {}
  const due: Due[] = []
  for (const reader of readers) {
    const reason = reasonAgainst(reader)
    if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1
    else due.push({ reader, period: periods[reader.rhythm as Rhythm] })
  }
  const since = due.reduce(
    (first, { reader }) => Math.min(first, sinceFor(reader, ctx.now)),
    ctx.now.getTime(),
  )
  const facts = due.length > 0 ? await gatherFacts(ctx, new Date(since)) : null
  const sender = await getSender(ctx)
  return {
    ...{ lio: ctx.lio, people: readers.length, skipped, due, sender },
    drawers: facts && sortFacts(facts),
    write: await digestWriter(sender),
  }
}
