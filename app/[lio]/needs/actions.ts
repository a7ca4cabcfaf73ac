"use server"

import { z } from "zod"
import { submit } from "@/app/_http/submit"
import {
  addEvidence,
  answerNeed,
  changeNeed,
  closeNeed,
  dropEvidence,
  openNeed,
  putNeed,
  reopenNeed,
  stopAnsweringNeed,
} from "@/lib/needs/commands"
import {
  addEvidenceInput,
  answerNeedInput,
  changeNeedInput,
  closeNeedInput,
  openNeedInput,
  putNeedInput,
  stopAnsweringInput,
} from "@/lib/needs/input"
import { say } from "@/lib/words"

const to = (lio: string, id: string, text: string) => ({ to: `/${lio}/needs/${id}`, banner: { text } })

/** Opens a need. */
export const openNeedForm = submit("openNeed", openNeedInput, openNeed, (need, { lio }) =>
  to(lio, need.id, say("The need is in the register.")),
)
/** Adds a place where it was heard. */
export const addEvidenceForm = submit("addEvidence", addEvidenceInput, addEvidence, ({ id }, { lio }) =>
  to(lio, id, say("Added to where it was heard.")),
)
/** Takes such a place off. */
export const dropEvidenceForm = submit(
  "dropEvidence",
  z.object({ id: z.uuid(), evidenceId: z.uuid() }),
  dropEvidence,
  ({ id }, { lio }) => to(lio, id, say("Taken off.")),
)
/** Says a need better. */
export const changeNeedForm = submit("changeNeed", changeNeedInput, changeNeed, ({ id, change }, { lio }) => {
  const led = to(lio, id, change ? say("Saved.") : say("Nothing was different, so nothing changed"))
  return change ? { ...led, banner: { ...led.banner, undo: { what: "need" as const, id: change } } } : led
})
/** A group answers it. */
export const answerNeedForm = submit("answerNeed", answerNeedInput, answerNeed, ({ id }, { lio }) =>
  to(lio, id, say("The group is named as answering this need.")),
)
/** A group answers it no more. */
export const stopAnsweringNeedForm = submit(
  "stopAnsweringNeed",
  stopAnsweringInput,
  stopAnsweringNeed,
  ({ id }, { lio }) => to(lio, id, say("Taken off.")),
)
/** Puts it to a body in an ask. */
export const putNeedForm = submit("putNeed", putNeedInput, putNeed, ({ id }, { lio }) =>
  to(lio, id, say("The need is part of the ask now.")),
)
/** Closes it. */
export const closeNeedForm = submit("closeNeed", closeNeedInput, closeNeed, ({ id }, { lio }) =>
  to(lio, id, say("The need is closed.")),
)
/** Opens it again. */
export const reopenNeedForm = submit(
  "reopenNeed",
  z.object({ id: z.uuid() }),
  reopenNeed,
  ({ id }, { lio }) => to(lio, id, say("The need is open again.")),
)
