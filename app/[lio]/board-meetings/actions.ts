"use server"

import { submit } from "@/app/_http/submit"
import { editBrief, makeBrief } from "@/lib/partnerships/briefs/commands"
import { briefIdInput, editBriefInput } from "@/lib/partnerships/briefs/input"
import {
  cancelMeeting,
  changeMeeting,
  planMeeting,
  putAsk,
  takeAskBack,
} from "@/lib/partnerships/meetings/commands"
import {
  cancelMeetingInput,
  changeMeetingInput,
  planMeetingInput,
  putAskInput,
} from "@/lib/partnerships/meetings/input"
import { raiseQuestion, replyToRaised, takeQuestionBack } from "@/lib/partnerships/raising/commands"
import { raisedIdInput, raiseInput, replyToRaisedInput } from "@/lib/partnerships/raising/input"
import { giveReportBack, publishReport, saveReport } from "@/lib/partnerships/reports/commands"
import { giveBackInput, publishReportInput, saveReportInput } from "@/lib/partnerships/reports/input"
import { inWords, say } from "@/lib/words"

const to = (lio: string, id: string, text: string, page = "") => ({
  to: `/${lio}/board-meetings/${id}${page}`,
  banner: { text },
})

/** Plans a meeting. */
export const planMeetingForm = submit("planMeeting", planMeetingInput, planMeeting, ({ id }, { lio }) =>
  to(lio, id, say("The meeting is in the calendar.")),
)
/** Changes when and where it is. */
export const changeMeetingForm = submit(
  "changeMeeting",
  changeMeetingInput,
  changeMeeting,
  ({ id }, { lio }) => to(lio, id, say("Saved.")),
)
/** Says that it doesn’t take place. */
export const cancelMeetingForm = submit(
  "cancelMeeting",
  cancelMeetingInput,
  cancelMeeting,
  ({ id }, { lio }) => to(lio, id, say("The meeting is cancelled.")),
)
/** Notes that an ask was put there. */
export const putAskForm = submit("putAsk", putAskInput, putAsk, ({ id }, { lio }) =>
  to(lio, id, say("Noted.")),
)
/** It wasn’t. */
export const takeAskBackForm = submit("takeAskBack", putAskInput, takeAskBack, ({ id }, { lio }) =>
  to(lio, id, say("Taken off.")),
)
/** A group says what should be raised. */
export const raiseForm = submit("raise", raiseInput, raiseQuestion, ({ meetingId }, { lio }) =>
  to(lio, meetingId, say("Thank you. It goes into the brief, and you’ll hear what came of it.")),
)
/** A group takes it back. */
export const takeQuestionBackForm = submit(
  "takeQuestionBack",
  raisedIdInput,
  takeQuestionBack,
  ({ meetingId }, { lio }) => to(lio, meetingId, say("Taken back.")),
)
/** Tells a group what became of it. */
export const replyToRaisedForm = submit(
  "replyToRaised",
  replyToRaisedInput,
  replyToRaised,
  ({ meetingId }, { lio }) =>
    to(lio, meetingId, say("Saved. The group sees it here and in its next digest.")),
)
/** Gathers the brief. */
export const makeBriefForm = submit("makeBrief", briefIdInput, makeBrief, ({ id }, { lio }) =>
  to(lio, id, say("The brief is up to date."), "/brief"),
)
/** Staff change it, and send it. */
export const editBriefForm = submit(
  "editBrief",
  editBriefInput,
  editBrief,
  ({ id, people, gathered }, { lio }) =>
    to(
      lio,
      id,
      people
        ? say("Sent to {people}.", { people: inWords(people) })
        : gathered
          ? say("The brief is up to date.")
          : say("Saved."),
      "/brief",
    ),
)
/** A representative keeps or sends their report. */
export const saveReportForm = submit("saveReport", saveReportInput, saveReport, ({ id, sent }, { lio }) =>
  to(
    lio,
    id,
    sent
      ? say("Thank you. Staff read your report now, then it goes to the groups.")
      : say("Your draft is kept. You can come back to it any time."),
    "/report",
  ),
)
/** Staff give it back. */
export const giveBackForm = submit("giveBack", giveBackInput, giveReportBack, ({ id }, { lio }) =>
  to(lio, id, say("Given back. They’ve got an email."), "/report"),
)
/** Staff pass it on. */
export const publishReportForm = submit(
  "publishReport",
  publishReportInput,
  publishReport,
  ({ id }, { lio }) =>
    to(lio, id, say("The groups can read it now. Next, write down what was promised."), "/report"),
)
