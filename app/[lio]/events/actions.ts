"use server"

import { submit, submitOutside } from "@/app/_http/submit"
import { noteCame, noteCameUnbooked } from "@/lib/events/attendance/commands"
import { cameUnbookedInput, noteAttendanceInput } from "@/lib/events/attendance/input"
import { bookIn, givePlaceBack, sayNeeds, takePlace } from "@/lib/events/booking/commands"
import {
  bookForm as bookFormInput,
  bookInInput,
  needsByLinkInput,
  placeByLinkInput,
  placeInput,
} from "@/lib/events/booking/input"
import { bookFrom } from "@/lib/events/booking/public/commands"
import { byBookingLink } from "@/lib/events/booking/queries"
import {
  addEvent,
  cancelDate,
  cancelEvent,
  changeEvent,
  moveDate,
  publishEvent,
  repeatEventAnew,
} from "@/lib/events/commands"
import { judgeEvent } from "@/lib/events/feedback/commands"
import { feedbackByLinkInput } from "@/lib/events/feedback/input"
import {
  addFeedbackQuestion,
  changeFeedbackQuestion,
  moveFeedbackQuestion,
  removeFeedbackQuestion,
  takeFeedbackQuestions,
} from "@/lib/events/feedback/questions/commands"
import {
  addFeedbackQuestionInput,
  changeFeedbackQuestionInput,
  moveFeedbackQuestionInput,
  removeFeedbackQuestionInput,
  takeFeedbackQuestionsInput,
} from "@/lib/events/feedback/questions/input"
import {
  addEventInput,
  cancelEventInput,
  changeEventInput,
  eventIdInput,
  moveDateInput,
  repeatAnewInput,
} from "@/lib/events/input"
import { say, sayCount } from "@/lib/words"

const to = (lio: string, path: string, text: string) => ({ to: `/${lio}/events/${path}`, banner: { text } })
const told = (count: number) =>
  count === 0
    ? say("Nobody had booked, so no emails went out.")
    : sayCount(count, {
        one: "We’re emailing {count} person who booked.",
        other: "We’re emailing {count} people who booked.",
      })

/** Adds an event. */
export const addEventForm = submit("addEvent", addEventInput, addEvent, ({ id }, { lio }) =>
  to(lio, id, say("Saved as a draft. Publish it when you want people to book.")),
)
/** Publishes it. */
export const publishEventForm = submit("publishEvent", eventIdInput, publishEvent, ({ id }, { lio }) =>
  to(lio, id, say("Published. People can book now.")),
)
/** Says it better. */
export const changeEventForm = submit(
  "changeEvent",
  changeEventInput,
  changeEvent,
  ({ id, told: emails }, { lio }) =>
    to(lio, id, emails > 0 ? say("Saved. {told}", { told: told(emails) }) : say("Saved.")),
)
/** Cancels it. */
export const cancelEventForm = submit(
  "cancelEvent",
  cancelEventInput,
  cancelEvent,
  ({ id, told: emails }, { lio }) =>
    to(lio, id, say("The event is cancelled. {told}", { told: told(emails) })),
)
/** Moves one date. */
export const moveDateForm = submit(
  "moveDate",
  moveDateInput,
  moveDate,
  ({ id, eventId, told: emails }, { lio }) =>
    to(lio, `${eventId}/${id}`, say("Saved. {told}", { told: told(emails) })),
)
/** Changes how a series repeats. */
export const repeatAnewForm = submit(
  "repeatAnew",
  repeatAnewInput,
  repeatEventAnew,
  ({ id, gone, added, told: emails }, { lio }) =>
    to(
      lio,
      id,
      [
        say("Saved."),
        added > 0 ? sayCount(added, { one: "{count} new date.", other: "{count} new dates." }) : "",
        gone > 0
          ? sayCount(gone, {
              one: "{count} date with bookings is cancelled.",
              other: "{count} dates with bookings are cancelled.",
            })
          : "",
        emails > 0 ? told(emails) : "",
      ]
        .filter(Boolean)
        .join(" "),
    ),
)
/** Cancels one date. */
export const cancelDateForm = submit(
  "cancelDate",
  cancelEventInput,
  cancelDate,
  ({ id, eventId, told: emails }, { lio }) =>
    to(lio, `${eventId}/${id}`, say("This date is cancelled. {told}", { told: told(emails) })),
)
/** Staff book somebody in. */
export const bookInForm = submit("bookIn", bookInInput, bookIn, ({ eventId, waiting, name }, { lio, form }) =>
  to(
    lio,
    `${eventId}/${String(form.get("dateId"))}`,
    waiting > 0 ? say("{name} is on the waiting list.", { name }) : say("{name} is booked.", { name }),
  ),
)
/** Staff give a place back for somebody. */
export const givePlaceBackForm = submit(
  "givePlaceBack",
  placeInput,
  givePlaceBack,
  ({ eventId, dateId }, { lio }) =>
    to(
      lio,
      `${eventId}/${dateId}`,
      say("Taken off the list. If anybody is waiting, they’re offered the place."),
    ),
)
/** Staff say yes to an offered place for somebody. */
export const takePlaceForm = submit("takePlace", placeInput, takePlace, ({ eventId, dateId }, { lio }) =>
  to(lio, `${eventId}/${dateId}`, say("Booked.")),
)
/** Who came. */
export const noteCameForm = submit(
  "noteCame",
  noteAttendanceInput,
  noteCame,
  ({ eventId, dateId }, { lio }) => ({
    to: `/${lio}/events/${eventId}/${dateId}/attendance`,
  }),
)

/** Who came without a booking. */
export const noteCameUnbookedForm = submit(
  "noteCameUnbooked",
  cameUnbookedInput,
  noteCameUnbooked,
  ({ eventId, dateId, name }, { lio }) =>
    to(lio, `${eventId}/${dateId}/attendance`, say("{name} is on the list.", { name })),
)

/** Anybody books places. */
export const bookForm = submitOutside(bookFormInput, async ({ lio, eventId, ...said }, { from }) => {
  const came = await bookFrom(lio, said, from)
  const places = String(1 + said.colleagues.length)
  const query = { event: eventId, date: said.dateId, as: came, places }
  return `/${lio}/events/booked?${new URLSearchParams(query)}`
})
/** Whoever booked gives a place back. */
export const givePlaceBackByLinkForm = submitOutside(placeByLinkInput, async ({ lio, key, id }) => {
  await byBookingLink({ lio, key }, (ctx) => givePlaceBack(ctx, { id }))
  return `/${lio}/events/booking?${new URLSearchParams({ key })}`
})
/** Whoever waited takes the place. */
export const takePlaceByLinkForm = submitOutside(placeByLinkInput, async ({ lio, key, id }) => {
  await byBookingLink({ lio, key }, (ctx) => takePlace(ctx, { id }))
  return `/${lio}/events/booking?${new URLSearchParams({ key })}`
})
/** Whoever booked says what they need. */
export const sayNeedsByLinkForm = submitOutside(needsByLinkInput, async ({ lio, key, ...needs }) => {
  await byBookingLink({ lio, key }, (ctx, { id }) => sayNeeds(ctx, { id, ...needs }))
  return `/${lio}/events/booking?${new URLSearchParams({ key, saved: "yes" })}`
})
/** Whoever came says how it was. */
export const judgeByLinkForm = submitOutside(feedbackByLinkInput, async ({ lio, key, said }) => {
  await byBookingLink({ lio, key }, (ctx, { id }) => judgeEvent(ctx, { said, id }))
  return `/${lio}/events/booking?${new URLSearchParams({ key, saved: "yes" })}`
})

/** Adds a question to what people are asked after an event. */
export const addFeedbackQuestionForm = submit(
  "addFeedbackQuestion",
  addFeedbackQuestionInput,
  addFeedbackQuestion,
  ({ eventId, number }, { lio }) =>
    to(lio, `${eventId}/feedback`, say("Added as question {number}.", { number })),
)
/** Changes one of them. */
export const changeFeedbackQuestionForm = submit(
  "changeFeedbackQuestion",
  changeFeedbackQuestionInput,
  changeFeedbackQuestion,
  ({ eventId }, { lio }) => to(lio, `${eventId}/feedback`, say("Saved.")),
)
/** Moves one of them. */
export const moveFeedbackQuestionForm = submit(
  "moveFeedbackQuestion",
  moveFeedbackQuestionInput,
  moveFeedbackQuestion,
  ({ eventId, number }, { lio }) =>
    to(lio, `${eventId}/feedback`, say("It’s question {number} now.", { number })),
)
/** Removes one of them. */
export const removeFeedbackQuestionForm = submit(
  "removeFeedbackQuestion",
  removeFeedbackQuestionInput,
  removeFeedbackQuestion,
  ({ eventId, title }, { lio }) =>
    to(lio, `${eventId}/feedback`, say("Removed the question “{title}”.", { title })),
)
/** Uses the questions of another event, or the usual ones. */
export const takeFeedbackQuestionsForm = submit(
  "takeFeedbackQuestions",
  takeFeedbackQuestionsInput,
  takeFeedbackQuestions,
  ({ eventId, count }, { lio }) =>
    to(
      lio,
      `${eventId}/feedback`,
      sayCount(count, {
        one: "People will be asked {count} question.",
        other: "People will be asked {count} questions.",
      }),
    ),
)
