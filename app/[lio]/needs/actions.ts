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
  addFigureInput,
  addNeedStepInput,
  answerNeedInput,
  changeNeedInput,
  closeNeedInput,
  mergeNeedInput,
  noteReplyInput,
  openNeedInput,
  partIdInput,
  putNeedInput,
  showNeedInput,
  stopAnsweringInput,
  tellBodyInput,
} from "@/lib/needs/input"
import { mergeNeed } from "@/lib/needs/merging/commands"
import { addFigure, dropFigure, hideNeed, noteReply, showNeed, tellBody } from "@/lib/needs/speaking/commands"
import { addNeedStep, dropNeedStep } from "@/lib/needs/steps/commands"
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
/** Two needs are one. */
export const mergeNeedForm = submit(
  "mergeNeed",
  mergeNeedInput,
  mergeNeed,
  ({ id, title, merge }, { lio }) => ({
    to: `/${lio}/needs/${id}`,
    banner: {
      text: say("Both are one need now: {title}", { title }),
      undo: { what: "need-merge", id: merge },
    },
  }),
)
/** A figure speaks for it. */
export const addFigureForm = submit("addFigure", addFigureInput, addFigure, ({ id }, { lio }) =>
  to(lio, id, say("Added the figure")),
)
/** A figure doesn’t hold. */
export const dropFigureForm = submit("dropFigure", partIdInput, dropFigure, ({ id }, { lio }) =>
  to(lio, id, say("Took the figure off")),
)
/** A step was taken about it. */
export const addNeedStepForm = submit("addNeedStep", addNeedStepInput, addNeedStep, ({ id }, { lio }) =>
  to(lio, id, say("Noted what was done")),
)
/** A step was noted by mistake. */
export const dropNeedStepForm = submit("dropNeedStep", partIdInput, dropNeedStep, ({ id }, { lio }) =>
  to(lio, id, say("Taken off.")),
)
/** A body was told of it. */
export const tellBodyForm = submit("tellBody", tellBodyInput, tellBody, ({ id }, { lio }) =>
  to(lio, id, say("Noted who was told")),
)
/** What a body said to it. */
export const noteReplyForm = submit("noteReply", noteReplyInput, noteReply, ({ id }, { lio }) =>
  to(lio, id, say("Noted the reply")),
)
/** The public page shows it. */
export const showNeedForm = submit("showNeed", showNeedInput, showNeed, ({ id }, { lio }) =>
  to(lio, id, say("The need is on your public page.")),
)
/** The public page shows it no more. */
export const hideNeedForm = submit("hideNeed", partIdInput, hideNeed, ({ id }, { lio }) =>
  to(lio, id, say("The need is off your public page.")),
)
