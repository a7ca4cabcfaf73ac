"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { sendTestEmail } from "@/lib/email/trying/commands"
import { say } from "@/lib/words"

/** Sends oneself a test email. */
export const sendTestEmailForm = submit(
  "sendTestEmail",
  z.object({}),
  sendTestEmail,
  ({ email }, { lio }) => ({
    to: `/${lio}/settings/email#tried`,
    banner: { text: say("We’re sending a test email to {email}.", { email }) },
  }),
)
