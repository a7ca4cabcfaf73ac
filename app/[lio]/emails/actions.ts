"use server"

import { submit } from "@/app/_http/submit"
import {
  discardMailing,
  draftMailing,
  rewriteMailing,
  sendMailing,
  tryMailing,
} from "@/lib/mailings/commands"
import { draftInput, mailingIdInput, rewriteInput } from "@/lib/mailings/input"
import { say, sayCount } from "@/lib/words"

/** Keeps an email to groups, and shows it before it goes. */
export const draftMailingForm = submit("draftMailing", draftInput, draftMailing, ({ id }, { lio }) => ({
  to: `/${lio}/emails/${id}`,
}))

export const rewriteMailingForm = submit(
  "rewriteMailing",
  rewriteInput,
  rewriteMailing,
  ({ id }, { lio }) => ({
    to: `/${lio}/emails/${id}`,
    banner: { text: say("Saved. It hasn’t been sent yet.") },
  }),
)

export const tryMailingForm = submit("tryMailing", mailingIdInput, tryMailing, ({ id, email }, { lio }) => ({
  to: `/${lio}/emails/${id}`,
  banner: {
    text: say("We’ve sent a test to {email}, and to nobody else.", { email }),
    links: [{ label: say("See what it says"), href: `/${lio}/emails/test` }],
  },
}))

export const sendMailingForm = submit(
  "sendMailing",
  mailingIdInput,
  sendMailing,
  ({ id, subject, people }, { lio }) => ({
    to: `/${lio}/emails/${id}`,
    banner: {
      text: sayCount(
        people,
        {
          one: "In a minute we’ll email “{subject}” to {count} person.",
          other: "In a minute we’ll email “{subject}” to {count} people.",
        },
        { subject },
      ),
      undo: { what: "mailing", id },
    },
  }),
)

export const discardMailingForm = submit(
  "discardMailing",
  mailingIdInput,
  discardMailing,
  ({ subject }, { lio }) => ({
    to: `/${lio}/emails`,
    banner: { text: say("Discarded “{subject}”. Nobody got it.", { subject }), kind: "note" },
  }),
)
