import { asPerson, asPublic } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { daysAfter, mondayAfter } from "@/lib/days"
import { noteCame } from "@/lib/events/attendance/commands"
import { noteAttendanceInput } from "@/lib/events/attendance/input"
import { bookPlaces, givePlaceBack } from "@/lib/events/booking/commands"
import { bookInput } from "@/lib/events/booking/input"
import { byBookingLink, listAttendees } from "@/lib/events/booking/queries"
import { addEvent, cancelDate, publishEvent } from "@/lib/events/commands"
import { judgeEvent } from "@/lib/events/feedback/commands"
import { feedbackByLinkInput } from "@/lib/events/feedback/input"
import { addFeedbackQuestion } from "@/lib/events/feedback/questions/commands"
import { addFeedbackQuestionInput } from "@/lib/events/feedback/questions/input"
import { listFeedbackQuestions } from "@/lib/events/feedback/questions/queries"
import { addEventInput } from "@/lib/events/input"
import { listDatesOf } from "@/lib/events/queries"
import type { Place } from "./base"
import {
  COURSE,
  DRAFT,
  DROP_IN,
  EVENINGS,
  ONLINE,
  SURER,
  WHO_BOOKED,
  WHO_COMES_EVENINGS,
  WHO_DROPS_IN,
} from "./story/events"
import { CAST } from "./story/people"

const DAY = 86_400_000
type Story = { lio: string; place: Place; now: Date }

/** A course with a waiting list, a drop-in every month, something online, and a draft; with those who booked. */
export async function makeEvents({ lio, place, now }: Story) {
  const ago = (days: number) => ({ now: new Date(now.getTime() - days * DAY) })
  const today = now.toISOString().slice(0, 10)
  /** The Thursday of the week so many days on. */
  const thursday = (days: number) => daysAfter(mondayAfter(daysAfter(today, days)), -4)
  const worker = <T>(work: Parameters<typeof asPerson<T>>[2], days = 0) =>
    asPerson(lio, { email: CAST.worker.email }, work, ago(days))

  const open = async ({ themes, ...event }: { themes: readonly string[] }, days: number, when: object) => {
    const termIds = themes.flatMap((key) => place.themes.get(key) ?? [])
    const said = addEventInput.parse({ ...event, ...when, termIds })
    const { id } = await worker((ctx) => addEvent(ctx, said), days)
    await worker((ctx) => publishEvent(ctx, { id }), days)
    const dates = await worker((ctx) => listDatesOf(ctx, id))
    return { id, dates }
  }
  const { lioId } = await worker(async (ctx) => ({ lioId: ctx.lio.id }))
  const keyOf = (answerId: string) =>
    signLink({ purpose: "booking", lio: lioId, person: "", about: answerId })
  const book = (dateId: string, who: object, days: number) =>
    asPublic(lio, (ctx) => bookPlaces(ctx, bookInput.parse({ dateId, ...who })), {
      ...ago(days),
      patience: "save",
    })

  const course = await open(COURSE, 24, { on: thursday(18) })
  const courseId = course.dates[0]?.id ?? ""
  for (const [at, who] of WHO_BOOKED.entries()) await book(courseId, who, 20 - at)
  await worker(async (ctx) => {
    const [first] = await listAttendees(ctx, courseId)
    if (first) await givePlaceBack(ctx, { id: first.id })
  })

  const dropIn = await open(DROP_IN, 100, { on: thursday(-92), until: thursday(170) })
  const surer = addFeedbackQuestionInput.parse({ eventId: dropIn.id, ...SURER })
  await worker((ctx) => addFeedbackQuestion(ctx, surer), 100)
  const asked = await worker((ctx) => listFeedbackQuestions(ctx, dropIn.id))
  const over = dropIn.dates.filter(({ endsAt }) => endsAt < now)
  for (const { id, startsAt } of over)
    for (const { who } of WHO_DROPS_IN) await book(id, who, (now.getTime() - startsAt.getTime()) / DAY + 3)
  const last = over.at(-1)
  if (last) {
    const came = await worker((ctx) => listAttendees(ctx, last.id))
    for (const [at, { id }] of came.entries()) {
      const said = WHO_DROPS_IN[at]?.said
      const press = `${said ? "came" : "missed"} ${id}`
      const input = noteAttendanceInput.parse({ eventId: dropIn.id, dateId: last.id, press })
      await worker((ctx) => noteCame(ctx, input))
      const key = keyOf(id)
      if (said) {
        const fields = Object.fromEntries(
          asked.map((question, at) => [`answer-${question.id}`, said[at] ?? ""]),
        )
        await byBookingLink({ lio, key }, (ctx, party) =>
          judgeEvent(ctx, { ...feedbackByLinkInput.parse({ lio, key, ...fields }), id: party.id }),
        )
      }
    }
  }
  const coming = dropIn.dates.filter(({ startsAt }) => startsAt > now)
  const atChristmas = coming.find(({ startsAt }) => /-12-(2[2-9]|3)/.test(startsAt.toISOString()))
  const off = atChristmas ?? coming.at(2)
  if (off)
    await worker((ctx) => cancelDate(ctx, { id: off.id, reason: "The Old Library is shut that week." }))

  const evenings = await open(EVENINGS, 12, { on: thursday(39), until: thursday(60) })
  for (const [at, who] of WHO_COMES_EVENINGS.entries()) await book(evenings.dates[0]?.id ?? "", who, 9 - at)

  const online = await open(ONLINE, 10, { on: thursday(46) })
  await book(
    online.dates[0]?.id ?? "",
    { name: CAST.lead.name, email: CAST.lead.email, group: "Hob’s Mill Food Bank" },
    4,
  )
  await worker((ctx) => addEvent(ctx, addEventInput.parse({ ...DRAFT, on: thursday(60) })), 1)
}
