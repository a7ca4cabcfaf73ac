import { asSystem } from "../access/doors"
import { settleLetters } from "./outcomes/commands"
import { type Door, emailDoor } from "./providers/choose"
import type { Stop } from "./providers/provider"
import { type Claim, claimLost, claimNext, freeUrgent, writeNext } from "./sending/commands"
import { followHeads, putTogether, tellFellows } from "./sending/joint"
import { hasUrgent } from "./sending/queries"

/** What one round did: letters written, letters handed to the provider, and why it stopped early, if it did. */
export type Round = { written: number; tried: number; stopped: string | null }

type How = { door?: Door; clock?: () => Date }

const REST_SECONDS = 30
const MOST_REST_SECONDS = 60
/** A letter that somebody waits for, as one to sign in, tries the provider again after so short a rest. */
const SHORT_REST_SECONDS = 10

/** After a failure of the provider itself nothing is tried for a while: longer each time, and never all at the same moment. */
function rest(door: Door, stop: Stop, now: Date) {
  const seconds =
    Math.min(MOST_REST_SECONDS, REST_SECONDS * 2 ** Math.min(door.failures, 10)) * (0.75 + Math.random() / 2)
  door.failures += 1
  door.why = stop.why
  door.restsSince = now
  door.told = stop.until !== undefined
  door.restsUntil = stop.until ?? new Date(now.getTime() + seconds * 1000)
}

async function deliver(lio: string, claim: Claim, door: Door, clock: () => Date) {
  const inLio = <T>(work: Parameters<typeof asSystem<T>>[1]) => asSystem(lio, work, { now: clock() })
  const late: Parameters<typeof settleLetters>[2] = []
  const whole = await putTogether(claim, clock())
  const stop = await door.provider.send(
    claim.batchId,
    whole,
    async (outcomes) => {
      const done = outcomes.filter(([, { kind }]) => kind !== "later" && kind !== "unknown")
      late.push(...outcomes.filter(([, { kind }]) => kind === "later" || kind === "unknown"))
      if (done.length === 0) return
      await inLio((ctx) => settleLetters(ctx, claim.batchId, done, null))
      await tellFellows(
        claim.letters,
        done.map(([id]) => id),
        clock(),
      )
    },
    clock(),
  )
  if (stop) rest(door, stop, clock())
  else {
    if (door.failures > 0) await inLio(freeUrgent)
    door.failures = 0
    door.restsUntil = null
  }
  if (late.length > 0)
    await inLio((ctx) => settleLetters(ctx, claim.batchId, late, stop ? door.restsUntil : null))
}

/** Writes as many letters as the provider takes at a time, if there are so many. */
async function writeBatch(lio: string, size: number, now: Date) {
  let written = 0
  while (written < size) {
    const more = await asSystem(lio, writeNext, { now })
    written += more
    if (more === 0) break
  }
  return written
}

/** Whether somebody waits for a letter that has not been tried, and the provider has had its short rest. */
async function isUrgent(lio: string, door: Door, now: Date) {
  const rested = now.getTime() - (door.restsSince?.getTime() ?? 0) > SHORT_REST_SECONDS * 1000
  return rested && !door.told && asSystem(lio, hasUrgent, { now })
}

/** Sends what waits in one LIO's outbox: writes and freezes letters, then hands them to the provider, until none is due. */
export async function sendWaiting(
  lio: string,
  { door = emailDoor(), clock = () => new Date() }: How = {},
): Promise<Round> {
  const round: Round = { written: 0, tried: 0, stopped: null }
  await followHeads(lio, clock())
  for (;;) {
    const now = clock()
    if (door.restsUntil && door.restsUntil > now && !(await isUrgent(lio, door, now)))
      return { ...round, stopped: door.why }
    const written = await writeBatch(lio, door.provider.size, now)
    const claim = await asSystem(
      lio,
      async (ctx) => (await claimLost(ctx, door.provider)) ?? (await claimNext(ctx, door.provider)),
      { now },
    )
    round.written += written
    round.tried += claim?.letters.length ?? 0
    if (claim && claim.letters.length > 0) await deliver(lio, claim, door, clock)
    if (!claim && written === 0) return round
  }
}
