import "server-only"
import type { Ctx } from "../../access/ctx"
import { noteAttendance } from "../../calendar/answers/commands"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepEvents } from "../policy"
import { getEventDate } from "../queries"
import type { NoteAttendance } from "./input"

/** Notes of somebody that they came or didn't; pressed again it is taken back. */
export async function noteCame(ctx: Ctx, { eventId, dateId, press }: NoteAttendance) {
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can note who came."))
  const { event, date } = await getEventDate(ctx, eventId, dateId)
  if (date.startsAt.getTime() - ctx.now.getTime() > 86_400_000)
    throw new RuleBroken(say("You can note who came from the day before."))
  const noted = await noteAttendance(ctx, dateId, press)
  if (noted === 0) throw new RuleBroken(say("This booking isn’t there any more. Open the list again."))
  await record(ctx, {
    what: "event.attended",
    subject: ["event", event.id],
    summary: say("Noted who came to the event: {title}", { title: event.title }),
  })
  return { eventId, dateId }
}
