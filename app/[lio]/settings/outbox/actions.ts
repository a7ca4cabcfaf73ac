"use server"

import { submit } from "@/app/_http/submit"
import { liftSuppression, sendAgain } from "@/lib/email/outbox/commands"
import { liftInput, sendAgainInput } from "@/lib/email/outbox/input"
import { say } from "@/lib/words"

/** Sends a letter again by hand. */
export const sendAgainForm = submit("sendAgain", sendAgainInput, sendAgain, ({ email }, { lio }) => ({
  to: `/${lio}/settings/outbox`,
  banner: { text: say("The email to {email} is going out again.", { email }) },
}))

/** Takes the stop off an address. */
export const liftSuppressionForm = submit(
  "liftSuppression",
  liftInput,
  liftSuppression,
  ({ email }, { lio }) => ({
    to: `/${lio}/settings/outbox#stopped`,
    banner: { text: say("Emails go to {email} again.", { email }) },
  }),
)
