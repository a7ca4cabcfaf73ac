import "server-only"
import type { Ctx } from "../../access/ctx"
import { answerTogether, holdOneDate, noteAttendance } from "../../calendar/answers/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { whoIs } from "../booking/queries"
import { mayKeepEvents } from "../policy"
import { getEventDate } from "../queries"
import type { CameUnbooked, NoteAttendance } from "./input"

const SUMMARIES: Record<string, (title: string) => string> = {
  true: (title) => say("Came to the event: {title}", { title }),
  false: (title) => say("Had a place and didn’t come: {title}", { title }),
  null: (title) => say("Took back who came: {title}", { title }),
}

/** Refuses to note anything of a date that is still far off. */
function ensureNear(ctx: Ctx, startsAt: Date) {
  if (startsAt.getTime() - ctx.now.getTime() > 86_400_000)
    throw new RuleBroken(say("You can note who came from the day before."))
}

/** Notes of somebody that they came or didn't; pressed again it is taken back. */
export async function noteCame(ctx: Ctx, { eventId, dateId, press }: NoteAttendance) {
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can note who came."))
  const { event, date } = await getEventDate(ctx, eventId, dateId)
  ensureNear(ctx, date.startsAt)
  const groupIds = await noteAttendance(ctx, dateId, press)
  if (groupIds.length === 0)
    throw new RuleBroken(say("This booking isn’t there any more. Open the list again."))
  await record(ctx, {
    what: "event.attended",
    subject: ["event", event.id],
    groupIds: groupIds.filter((id) => id !== null),
    summary: SUMMARIES[String(press.came)]?.(event.title) ?? "",
  })
  return { eventId, dateId }
}

/** Adds somebody who came without a booking, whether there was a place or not. */
export async function noteCameUnbooked(ctx: Ctx, { eventId, dateId, name, group }: CameUnbooked) {
  ensure(mayKeepEvents(ctx.actor), say("Only workers and managers can note who came."))
  const { event } = await getEventDate(ctx, eventId, dateId)
  const date = await holdOneDate(ctx, dateId)
  ensureNear(ctx, date.startsAt)
  const { groupId } = await whoIs(ctx, { email: null, group })
  const person = { name, email: null, personId: null, groupId, groupName: group }
  const [answer] = await answerTogether(ctx, { ...date, capacity: null }, [person])
  await noteAttendance(ctx, dateId, { answerIds: [found(answer).id], came: true })
  await record(ctx, {
    what: "event.attended",
    subject: ["event", event.id],
    groupIds: groupId ? [groupId] : [],
    summary: say("Came to the event: {title}", { title: event.title }),
  })
  return { eventId, dateId, name }
}
