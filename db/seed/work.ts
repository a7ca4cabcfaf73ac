import { personOf } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import type { Place } from "./base"
import { CAST, STEPS, WORK } from "./story/people"

const DAY = 86_400_000
/** The first so many groups have had a session; nobody has been in touch with the others. */
const HEARD_OF = 43

/** A year of sessions, about three a week, each recorded on its own day by the manager or the worker. */
export async function makeYear(lio: string, place: Place, now: Date) {
  const groups = [...place.groups.values()]
  for (let n = 0; n < 150; n++) {
    const at = new Date(now.getTime() - Math.round(364 - n * 2.42) * DAY - (n % 7) * 3_600_000)
    if (at.getUTCDay() % 6 === 0) at.setTime(at.getTime() - 2 * DAY)
    const which = (n * 5 + Math.floor(n / 14)) % WORK.length
    const [kind, fn, minutes, note] = WORK[which] as (typeof WORK)[number]
    const first = groups[(n * 11) % HEARD_OF]
    const others =
      kind === "meeting" || kind === "training"
        ? [groups[(n * 11 + 7) % HEARD_OF], groups[(n * 11 + 19) % HEARD_OF]]
        : []
    const groupIds = [first, ...others].flatMap((group) => (group ? [group.id] : []))
    const step = n > 135 && n % 3 === 0 ? STEPS[(n / 3) % STEPS.length] : undefined
    const due = new Date(now.getTime() + ((n % 5) - 1) * 3 * DAY).toISOString().slice(0, 10)
    const said = recordSessionInput.parse({
      groupIds,
      kind,
      function: fn,
      minutes: "other",
      minutesOther: minutes,
      note,
    })
    const who = n % 3 === 0 ? CAST.manager : CAST.worker
    await asPerson(
      lio,
      { email: who.email },
      (ctx) => {
        const next = step
          ? { stepWhat: step, stepDue: due, stepWho: personOf(ctx.actor)?.personId ?? null }
          : {}
        return recordSession(ctx, { ...said, ...next })
      },
      { now: at },
    )
  }
}
