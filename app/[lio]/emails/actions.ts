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
import { plural } from "@/lib/words"

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
    banner: { text: "Saved. It hasn’t been sent yet." },
  }),
)

export const tryMailingForm = submit("tryMailing", mailingIdInput, tryMailing, ({ id, email }, { lio }) => ({
  to: `/${lio}/emails/${id}`,
  banner: {
    text: `We’ve sent a test to ${email}, and to nobody else.`,
    links: [{ label: "See what it says", href: `/${lio}/emails/test` }],
  },
}))

export const sendMailingForm = submit(
  "sendMailing",
  mailingIdInput,
  sendMailing,
  ({ id, subject, people }, { lio }) => ({
    to: `/${lio}/emails/${id}`,
    banner: {
      text: `In a minute we’ll email “${subject}” to ${plural(people, "person", "people")}.`,
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
    banner: { text: `Discarded “${subject}”. Nobody got it.`, kind: "note" },
  }),
)
