import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { NotFound } from "../../errors"
import { say } from "../../words"
import { suppressAddresses } from "./commands"
import { type ResendEvent, reportOf, tagOf } from "./input"

/** So many letters that came back for a while, in so many days, and we stop. */
const STRIKES = 3
const STRIKE_DAYS = 30

type Report = {
  eventId: string
  email: string
  kind: "bounce" | "soft_bounce" | "complaint"
  why: string
  at: Date
}

/** Notes that a letter came back or was called spam, once however often it is told, and stops writing there when it must. */
async function noteReport(ctx: Ctx, { eventId, email, kind, why, at }: Report) {
  const [fresh] = await ctx.tx.execute(sql`
    insert into letter_reports (lio_id, event_id, kind, email, at)
    values (${ctx.lio.id}, ${eventId}, ${kind}, ${email}, ${at.toISOString()}::timestamptz) on conflict do nothing returning event_id`)
  if (!fresh) return
  if (kind !== "soft_bounce") return suppressAddresses(ctx, [{ email, reason: why }])
  const [row] = await ctx.tx.execute<{ strikes: number }>(sql`
    select count(*)::int as strikes from letter_reports
    where email = ${email} and kind = 'soft_bounce' and at > ${at.toISOString()}::timestamptz - make_interval(days => ${STRIKE_DAYS})`)
  if ((row?.strikes ?? 0) >= STRIKES)
    await suppressAddresses(ctx, [
      {
        email,
        reason: say("{strikes} emails came back within {strikeDays} days: {why}", {
          strikes: STRIKES,
          strikeDays: STRIKE_DAYS,
          why,
        }),
      },
    ])
}

/** Takes an event of Resend whose signature was checked. It finds its LIO by the tag that we gave the letter. */
export async function takeResendEvent(eventId: string, event: ResendEvent): Promise<void> {
  const lio = tagOf(event, "lio")
  const report = reportOf(event)
  if (!lio || !report) return
  const at = event.created_at ? new Date(event.created_at) : undefined
  const work = async (ctx: Ctx) => {
    for (const to of event.data.to) {
      const email = (/<([^>]+)>/.exec(to)?.[1] ?? to).trim().toLowerCase()
      await noteReport(ctx, { eventId: `${eventId} ${email}`, email, ...report, at: at ?? ctx.now })
    }
  }
  try {
    await asSystem(lio, work, { name: "Resend", via: "email" })
  } catch (refusal) {
    if (!(refusal instanceof NotFound)) throw refusal
  }
}
