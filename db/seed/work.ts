import { type Ctx, personOf } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { addSessionType } from "@/lib/sessions/types/commands"
import { dayOf } from "@/lib/words"
import type { Place } from "./base"
import { CAST, STEPS, SURGERIES, WORK } from "./story/people"

const DAY = 86_400_000
/** The first so many groups have had a session; nobody has been in touch with the others. */
const HEARD_OF = 43

/** The nth of 150 sessions of a year: on which day, with whom it is done, and what comes next. */
function sessionOf(groups: { id: string }[], n: number, now: Date) {
  const at = new Date(now.getTime() - Math.round(364 - n * 2.42) * DAY - (n % 7) * 3_600_000)
  if (at.getUTCDay() % 6 === 0) at.setTime(at.getTime() - 2 * DAY)
  const which = (n * 5 + Math.floor(n / 14)) % WORK.length
  const [kind, fn, minutes, note] = WORK[which] as (typeof WORK)[number]
  const heard = Math.min(HEARD_OF, groups.length)
  const with3 = kind === "meeting" || kind === "training"
  const places = with3 ? [n * 11, n * 11 + 7, n * 11 + 19] : [n * 11]
  const groupIds = places.flatMap((place) => groups[place % heard]?.id ?? [])
  const said = recordSessionInput.parse({
    groupIds: [...new Set(groupIds)],
    kind,
    function: fn,
    minutes: "other",
    minutesOther: minutes,
    note,
  })
  const stepWhat = n > 135 && n % 3 === 0 ? STEPS[(n / 3) % STEPS.length] : undefined
  const stepDue = dayOf(new Date(now.getTime() + ((n % 5) - 1) * 3 * DAY))
  const work = (ctx: Ctx) => {
    const stepWho = personOf(ctx.actor)?.personId ?? null
    return recordSession(ctx, { ...said, ...(stepWhat ? { stepWhat, stepDue, stepWho } : {}) })
  }
  return { at, work }
}

/** What the LIO does often and counts on its own, and three weeks of it. */
async function makeSurgeries(lio: string, groups: { id: string }[], now: Date) {
  const day = (weeks: number) => ({ now: new Date(now.getTime() - weeks * 7 * DAY) })
  const worker = { email: CAST.worker.email }
  const { id } = await asPerson(
    lio,
    worker,
    (ctx) => addSessionType(ctx, { name: "Funding surgery", kind: "advice", function: "support" }),
    day(20),
  )
  for (const [weeks, note] of SURGERIES.entries()) {
    const groupIds = [groups[weeks * 3]?.id ?? ""]
    const said = recordSessionInput.parse({ kind: id, place: "ours", minutes: "60", note, groupIds })
    await asPerson(lio, worker, (ctx) => recordSession(ctx, said), day(SURGERIES.length - weeks))
  }
}

/** A year of sessions, about three a week, each recorded on its own day by the manager or the worker. */
export async function makeYear(lio: string, place: Place, now: Date) {
  const groups = [...place.groups.values()]
  await makeSurgeries(lio, groups, now)
  for (let n = 0; n < 150; n++) {
    const { at, work } = sessionOf(groups, n, now)
    const who = n % 3 === 0 ? CAST.manager : CAST.worker
    await asPerson(lio, { email: who.email }, work, { now: at })
  }
}

/** The last two months of that year, as work of whoever asks, in one transaction. */
export async function makeMonths(ctx: Ctx, place: Place): Promise<string[]> {
  const ids: string[] = []
  for (let n = 126; n < 150; n++) {
    const { at, work } = sessionOf([...place.groups.values()], n, ctx.now)
    ids.push((await work({ ...ctx, now: at, today: dayOf(at, ctx.lio.timezone) })).id)
  }
  return ids
}
