"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { consentInput } from "@/lib/consultations/answering/input"
import { codePassage, dropPassage, takePassage } from "@/lib/consultations/passages/commands"
import { codePassageInput, takePassageInput } from "@/lib/consultations/passages/input"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { say } from "@/lib/words"

/** Takes a passage from an answer, and stays there for the next. */
export const takeForm = submit(
  "takePassage",
  takePassageInput,
  async (ctx, input) => ({ ...input, ...(await takePassage(ctx, input)) }),
  (taken, { lio }) => ({
    to: `/${lio}/consultations/${taken.consultationId}/passages/${taken.responseId}`,
    banner: {
      text: say("The passage is saved."),
      links: [{ label: say("Add a need from it"), href: `/${lio}/needs/new?passage=${taken.id}` }],
    },
  }),
)
/** Changes the codes of a passage. */
export const codeForm = submit(
  "codePassage",
  codePassageInput,
  codePassage,
  ({ consultationId }, { lio }) => ({
    to: `/${lio}/consultations/${consultationId}/passages`,
    banner: { text: say("Saved.") },
  }),
)
/** Removes a passage. */
export const dropForm = submit(
  "dropPassage",
  z.object({ id: z.uuid() }),
  dropPassage,
  ({ consultationId }, { lio }) => ({
    to: `/${lio}/consultations/${consultationId}/passages`,
    banner: { text: say("The passage is removed.") },
  }),
)
/** Notes that a group took back that it may be quoted. */
export const notQuotedForm = submit("notQuoted", consentInput, changeConsent, ({ id }, { lio }) => ({
  to: `/${lio}/consultations/${id}/passages`,
  banner: { text: say("Noted. Its words are not quoted any more.") },
}))
