"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import { codePassage, dropPassage, takePassage } from "@/lib/consultations/passages/commands"
import { codePassageInput, takePassageInput } from "@/lib/consultations/passages/input"

/** Takes a passage from an answer, and stays there for the next. */
export const takeForm = submit(
  "takePassage",
  takePassageInput,
  async (ctx, input) => ({ ...input, ...(await takePassage(ctx, input)) }),
  (taken, { lio }) => ({
    to: `/${lio}/consultations/${taken.consultationId}/passages/${taken.responseId}`,
    banner: {
      text: "The passage is taken.",
      links: [{ label: "Raise a need from it", href: `/${lio}/needs/new?passage=${taken.id}` }],
    },
  }),
)
/** Keeps a passage under other names. */
export const codeForm = submit(
  "codePassage",
  codePassageInput,
  codePassage,
  ({ consultationId }, { lio }) => ({
    to: `/${lio}/consultations/${consultationId}/passages`,
    banner: { text: "Saved." },
  }),
)
/** Lets a passage go. */
export const dropForm = submit(
  "dropPassage",
  z.object({ id: z.uuid() }),
  dropPassage,
  ({ consultationId }, { lio }) => ({
    to: `/${lio}/consultations/${consultationId}/passages`,
    banner: { text: "The passage is gone." },
  }),
)
