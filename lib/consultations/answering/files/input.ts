import { z } from "zod"
import type { ReadFile } from "../../../files/reading/content"
import { saveAnswerInput } from "../input"

/** A file as an answer; `remove`: the one that is there goes. `version` as with any answer. */
export const saveFileInput = saveAnswerInput
  .pick({ id: true, group: true, questionId: true, version: true })
  .extend({ button: z.enum(["next", "check", "later", "remove"]).default("next") })
export type SaveFile = z.output<typeof saveFileInput> & {
  /** What was chosen; nothing where the one that is there stays. */
  upload: ReadFile | null
}

/** The word of audiences that are a group’s own people and nobody else, staff included. */
export const DRAFT = "draft"
/** Whom a file is for that a group hasn’t sent yet. */
export const draftOf = (groupId: string) => `${DRAFT}:${groupId}`
/** Whom it is for once it was sent: the group and staff. */
export const sentBy = (groupId: string) => `group:${groupId}`
