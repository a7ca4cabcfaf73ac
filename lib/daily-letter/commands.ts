import "server-only"
import { dailyLetters } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { asPerson, asSystem } from "../access/doors"
import { isWorkingDay } from "../bank-holidays"
import { post } from "../email/commands"
import { found } from "../errors"
import { getNation } from "../lios/areas/queries"
import { hourOf } from "../words"
import { type Day, getDay, listForDay } from "./queries"

/** Letters go out between these hours by the LIO's clock; one that was missed goes until then. */
const FROM_HOUR = 7
const TO_HOUR = 11
const SHOWN = 10

const isEmpty = ({ enquiries, ...lists }: Day) =>
  enquiries === 0 && Object.values(lists).every((entries) => entries.length === 0)

/** Looks at the asker's day, once a day, and writes to them if there is anything. Gives whether a letter goes. */
async function writeOwnDay(ctx: Ctx): Promise<boolean> {
  // They may have stopped working here a moment ago.
  if (ctx.actor.kind !== "staff") return false
  const { personId } = found(personOf(ctx.actor))
  const [first] = await ctx.tx
    .insert(dailyLetters)
    .values({ lioId: ctx.lio.id, personId, day: ctx.today, madeAt: ctx.now })
    .onConflictDoNothing()
    .returning({ day: dailyLetters.day })
  const day = first ? await getDay(ctx) : null
  if (!day || isEmpty(day)) return false
  const at = `${process.env.APP_URL ?? ""}/${ctx.lio.slug}`
  const lines = (entries: Day["overdue"]) => ({
    count: entries.length,
    items: entries.slice(0, SHOWN).map(({ title, detail, path }) => ({ title, detail, url: at + path })),
  })
  const { overdue, today, handed, events, cases, enquiries } = day
  await post(ctx, {
    letter: "daily-letter",
    stream: "day",
    to: { personId },
    basis: { staff: true },
    props: {
      ...{ overdue: lines(overdue), today: lines(today), handed: lines(handed) },
      ...{ events: lines(events), cases: lines(cases), enquiries },
      ...{ url: `${at}/home`, enquiriesUrl: `${at}/enquiries` },
    },
  })
  return true
}

/**
 * Writes to each worker and manager of an LIO what the day brings for them, through their own door, so that nobody is told
 * of what they don't see. On working days (bank holidays are those of the LIO's nation), in the morning by the LIO's clock, once a day each. Gives how many letters go.
 */
export async function writeDailyLetters(lio: string, at: Date): Promise<number> {
  const addresses = await asSystem(
    lio,
    async (ctx) => {
      const hour = hourOf(at, ctx.lio.timezone)
      if (hour < FROM_HOUR || hour >= TO_HOUR) return []
      return isWorkingDay(ctx.today, await getNation(ctx)) ? listForDay(ctx) : []
    },
    { now: at },
  )
  let sent = 0
  for (const email of addresses)
    if (await asPerson(lio, { email }, writeOwnDay, { now: at, via: "job", patience: "job" })) sent++
  return sent
}
