"use server"

import { submit } from "@/app/_http/submit"
import { addCode, changeCode, codeAgain, mergeCodes } from "@/lib/consultations/codebook/commands"
import {
  addCodeInput,
  changeCodeInput,
  codeAgainInput,
  mergeCodesInput,
} from "@/lib/consultations/codebook/input"
import { say } from "@/lib/words"
import { addressOf } from "../../../_parts/paths"

export const addCodeForm = submit("addCode", addCodeInput, addCode, ({ consultationId }, { lio }) => ({
  to: addressOf(lio, consultationId, "passages/codes"),
  banner: { text: say("The code has been added.") },
}))

export const changeCodeForm = submit(
  "changeCode",
  changeCodeInput,
  changeCode,
  ({ consultationId }, { lio }) => ({
    to: addressOf(lio, consultationId, "passages/codes"),
    banner: { text: say("Saved.") },
  }),
)

export const mergeCodesForm = submit(
  "mergeCodes",
  mergeCodesInput,
  mergeCodes,
  ({ consultationId, gone, kept }, { lio }) => ({
    to: addressOf(lio, consultationId, "passages/codes"),
    banner: { text: say("“{gone}” has been merged into “{kept}”.", { gone, kept }) },
  }),
)

export const codeAgainForm = submit(
  "codeAgain",
  codeAgainInput,
  codeAgain,
  ({ consultationId }, { lio }) => ({
    to: addressOf(lio, consultationId, "passages/again"),
    banner: { text: say("Saved. Here’s the next one.") },
  }),
)
