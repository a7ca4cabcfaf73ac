import "server-only"
import type { Ctx } from "../access/ctx"
import { asSystem } from "../access/doors"
import { digestFor } from "./contents"
import { findFellows, putFellowsInOutbox } from "./joint"
import { type Made, putInOutbox } from "./outbox"
import { dueRhythms, RHYTHMS, type Rhythm } from "./periods"
import { prepare } from "./preparing"
import { listElsewhere } from "./queries"

/** What a run did: people looked at, digests made, and why the others got none. */
export type DigestRun = { people: number; sent: number; skipped: Record<string, number> }

/** So many people's digests are kept in one transaction: a run that is killed goes on where it was. */
const KEPT_AT_ONCE = 500

/**
 * Makes the digests of one LIO for the periods that `at` lies in. Without `rhythms` for everybody whatever the weekday and hour.
 * A second run in the same period makes nothing; `again` looks once more at those for whom there was nothing new.
 * Letters are frozen here; the worker sends them. Whoever is in other LIOs, too, gets one letter with what each has to say:
 * theirs are made at the same time.
 */
export async function runDigest(
  lio: string,
  { at, rhythms = RHYTHMS, again = false }: { at: Date; rhythms?: readonly Rhythm[]; again?: boolean },
): Promise<DigestRun> {
  const inLio = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem(lio, work, { now: at, name: "The digest" })
  const { prepared, elsewhere } = await inLio(async (ctx) => ({
    prepared: await prepare(ctx, { rhythms: () => rhythms, again }),
    elsewhere: await listElsewhere(ctx),
  }))
  const { due, drawers, people } = prepared
  const run: DigestRun = { people, sent: 0, skipped: { ...prepared.skipped } }
  const skip = (reason: string, count: number) => {
    if (count > 0) run.skipped[reason] = (run.skipped[reason] ?? 0) + count
  }
  if (!drawers) return run
  const fellows = await findFellows(due, elsewhere, at)
  for (let from = 0; from < due.length; from += KEPT_AT_ONCE) {
    const made = due.slice(from, from + KEPT_AT_ONCE).map(
      (one): Made => ({
        ...one,
        id: crypto.randomUUID(),
        contents: digestFor(one.reader, drawers),
      }),
    )
    const whole = await putFellowsInOutbox(prepared, made, fellows, at)
    const posted = await inLio((ctx) => putInOutbox(ctx, whole, prepared, again))
    run.sent += posted.letters.size
    skip("already_made", posted.quicker)
    skip("nothing_new", posted.empty)
  }
  return run
}

/** Makes the digests that are due by the LIO's own clock: once an hour this is asked. */
export async function runDueDigests(lio: string, at: Date): Promise<DigestRun | null> {
  const rhythms = await asSystem(lio, async (ctx) => dueRhythms(ctx.lio, at), { now: at })
  return rhythms.length > 0 ? runDigest(lio, { at, rhythms }) : null
}
