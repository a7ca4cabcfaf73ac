import "server-only"
import { eq, sql } from "drizzle-orm"
import { eventFeedback } from "@/db/schema"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import type { Party } from "../booking/queries"
import { maySeeAllEvents } from "../policy"
import { USEFUL } from "./input"

/** Fewer answers than this are not shown: they would tell who said what. */
const FEWEST = 5

/** Whether whoever booked may say how it was: it is over, and somebody of the booking came or had a place. */
export const mayJudge = (ctx: Ctx, { endsAt, cancelledAt, places }: Party) =>
  endsAt <= ctx.now && !cancelledAt && places.some(({ state, came }) => came ?? state === "yes")

/** What a booking has said of its event, for its own form. */
export const getOwnFeedback = (ctx: Ctx, party: Party) =>
  readingAll(ctx, "the link of a booking shows what was said with it", async () => {
    const [row] = await ctx.tx.select().from(eventFeedback).where(eq(eventFeedback.answerId, party.id))
    if (!row) return null
    const word = Object.entries(USEFUL).find(([, { points }]) => points === row.useful)?.[0]
    return { useful: word ?? "", change: row.change, better: row.better }
  })

/** What those who came to a date said of it, without their names. For staff; null numbers and words while it is too few. */
export async function getFeedback(ctx: Ctx, dateId: string) {
  ensure(maySeeAllEvents(ctx.actor), say("Only staff can see feedback."))
  const [row] = await ctx.tx.execute<{
    asked: number
    points: number[]
    changes: string[]
    betters: string[]
  }>(sql`
    select (select count(*)::int from calendar_answers a where a.occurrence_id = ${dateId} and a.answered_by_id is null and a.email is not null
        and (a.state = 'yes' or a.came_at is not null)) as asked,
      coalesce(json_agg(f.useful), '[]') as points,
      coalesce(json_agg(f.change order by md5(f.change)) filter (where f.change is not null), '[]') as changes,
      coalesce(json_agg(f.better order by md5(f.better)) filter (where f.better is not null), '[]') as betters
    from event_feedback f join calendar_answers a on a.id = f.answer_id where a.occurrence_id = ${dateId}`)
  const { asked = 0, points = [], changes = [], betters = [] } = row ?? {}
  const answered = points.length
  const enough = answered >= FEWEST
  return {
    asked,
    answered,
    fewest: FEWEST,
    useful: enough
      ? Object.values(USEFUL).map((one) => ({
          label: one.label,
          count: points.filter((given) => given === one.points).length,
        }))
      : null,
    changes: enough ? changes : [],
    betters: enough ? betters : [],
  }
}
