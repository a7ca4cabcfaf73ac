"use server"

import { submit } from "@/app/_http/submit"
import { recordMeeting } from "@/lib/enquiries/meeting/commands"
import { recordMeetingInput } from "@/lib/enquiries/meeting/input"
import { changeSession } from "@/lib/sessions/change/commands"
import { restoreSession } from "@/lib/sessions/commands"
import { discardDraft } from "@/lib/sessions/form/commands"
import { discardDraftInput } from "@/lib/sessions/form/input"
import { changeSessionInput, sessionIdInput } from "@/lib/sessions/input"
import { say } from "@/lib/words"
import { recorded } from "./new/recorded"

export const recordSessionForm = submit("recordSession", recordMeetingInput, recordMeeting, recorded)

export const discardDraftForm = submit("discardDraft", discardDraftInput, discardDraft, (_, { lio }) => ({
  to: `/${lio}/sessions/new`,
  banner: { text: say("Thrown away. This is a new session."), kind: "note" },
}))

export const changeSessionForm = submit(
  "changeSession",
  changeSessionInput,
  changeSession,
  (session, { lio }) => ({
    to: `/${lio}/sessions/${session.id}`,
    banner: {
      text: session.changed ? say("Saved your changes") : say("Nothing was different, so nothing changed"),
    },
  }),
)

export const restoreSessionForm = submit(
  "restoreSession",
  sessionIdInput,
  restoreSession,
  (session, { lio }) => ({
    to: `/${lio}/sessions/${session.id}`,
    banner: { text: say("Restored. It counts again.") },
  }),
)
