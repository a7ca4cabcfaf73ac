import { z } from "zod"
import { whichGroups } from "../groups/picker/input"
import { wordsMaybe, wordsSaid } from "../input"
import { type NewArea, newAreaFields } from "../lios/areas/input"
import { say } from "../words"

const idMaybe = () =>
  z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null)

/** Where a need was heard: one of these, or none yet. */
const heardIn = { sessionId: idMaybe(), responseId: idMaybe(), passageId: idMaybe(), topicId: idMaybe() }
export type HeardIn = {
  sessionId: string | null
  responseId: string | null
  passageId: string | null
  topicId: string | null
}

const needSaid = {
  title: wordsSaid(say("Enter what is needed, in one sentence"), 200),
  about: wordsMaybe(5000),
  areaId: idMaybe(),
  ...newAreaFields,
  themeId: idMaybe(),
}

/** A need as it is first written down. */
export const openNeedInput = z.object({ ...needSaid, ...heardIn })
export type OpenNeed = Omit<z.output<typeof openNeedInput>, keyof NewArea> & NewArea

/** The same said better, with what is being done about it. */
export const changeNeedInput = z.object({ id: z.uuid(), ...needSaid, response: wordsMaybe(5000) })
export type ChangeNeed = Omit<z.output<typeof changeNeedInput>, keyof NewArea> & NewArea

/** One more place where it was heard. */
export const addEvidenceInput = z.object({ id: z.uuid(), ...heardIn })
export type AddEvidence = z.output<typeof addEvidenceInput>

/** Groups that answer it, as they are named for a session. */
export const answerNeedInput = z.object({ id: z.uuid(), ...whichGroups })
export type AnswerNeed = z.output<typeof answerNeedInput>
/** A group that answers it no more. */
export const stopAnsweringInput = z.object({ id: z.uuid(), groupId: z.uuid() })
/** An ask in which it is put to a body. */
export const putNeedInput = z.object({ id: z.uuid(), askId: z.uuid({ error: say("Choose an ask") }) })
/** The end of a need. */
export const closeNeedInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter why it is closed"), 1000),
})
