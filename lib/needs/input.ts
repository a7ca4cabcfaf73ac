import { z } from "zod"
import { EVIDENCE_STRENGTHS, keys, NEED_STATUSES } from "@/db/vocabulary"
import { whichGroups } from "../groups/picker/input"
import { choiceMaybe, choices, dateMaybe, idMaybe, websiteMaybe, wordsMaybe, wordsSaid } from "../input"
import { type NewArea, newAreaFields } from "../lios/areas/input"
import { say } from "../words"

/** Where a need may be heard, and the column of its evidence that says so. */
export const PLACES = {
  sessionId: "session_id",
  responseId: "response_id",
  passageId: "passage_id",
  topicId: "topic_id",
  enquiryId: "enquiry_id",
  healthQuestionId: "health_question_id",
  healthStepId: "health_step_id",
  searchId: "search_id",
} as const
type Place = keyof typeof PLACES
/** Where a need was heard: one of these, or none yet. */
export type HeardIn = Partial<Record<Place, string | null>>

const heardIn = Object.fromEntries(Object.keys(PLACES).map((place) => [place, idMaybe()])) as Record<
  Place,
  ReturnType<typeof idMaybe>
>

/** Those fields of something that say where a need was heard. */
export const heardInOf = (said: HeardIn): HeardIn =>
  Object.fromEntries(Object.keys(PLACES).map((place) => [place, said[place as Place] ?? null]))

const needSaid = {
  title: wordsSaid(say("Enter what is needed, in one sentence"), 200),
  about: wordsMaybe(5000),
  affected: wordsMaybe(1000),
  strength: choiceMaybe(keys(EVIDENCE_STRENGTHS)),
  strengthWhy: wordsMaybe(2000),
  /** None: it is about the whole district. */
  areaIds: choices(z.uuid()),
  ...newAreaFields,
  themeIds: choices(z.uuid()),
}

/** A need as it is first written down. */
export const openNeedInput = z.object({ ...needSaid, ...heardIn })
export type OpenNeed = Omit<z.output<typeof openNeedInput>, keyof NewArea | Place> & NewArea & HeardIn

/** The same said better, with what is being done about it. */
export const changeNeedInput = z.object({ id: z.uuid(), ...needSaid, response: wordsMaybe(5000) })
export type ChangeNeed = Omit<z.output<typeof changeNeedInput>, keyof NewArea> & NewArea

/** One more place where it was heard. */
export const addEvidenceInput = z.object({ id: z.uuid(), ...heardIn })
export type AddEvidence = { id: string } & HeardIn

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
  ending: z.enum(["met", "gone", "dropped"], { error: say("Choose what became of it") }),
  reason: wordsSaid(say("Enter why it is closed"), 1000),
})
export type CloseNeed = z.output<typeof closeNeedInput>

/** A need that says the same as another. */
export const mergeNeedInput = z.object({
  id: z.uuid(),
  intoId: z.uuid({ error: say("Choose the need that stays") }),
})
export type MergeNeed = z.output<typeof mergeNeedInput>

/** A figure that speaks for a need. */
export const addFigureInput = z.object({
  id: z.uuid(),
  words: wordsSaid(say("Enter what the figure says"), 500),
  source: wordsSaid(say("Enter where it comes from"), 300),
  website: websiteMaybe(),
  on: dateMaybe(),
})
export type AddFigure = z.output<typeof addFigureInput>

/** A step that was taken about a need: what, by whom, on which day, and where the need stands since. */
export const addNeedStepInput = z.object({
  id: z.uuid(),
  status: z.enum(keys(NEED_STATUSES), { error: say("Choose where it stands now") }),
  words: wordsSaid(say("Enter what was done"), 1000),
  who: wordsMaybe(200),
  on: dateMaybe(),
})
export type AddNeedStep = z.output<typeof addNeedStepInput>

/** A figure, a step or a telling of a need, by its id. */
export const partIdInput = z.object({ id: z.uuid() })

/** A body that was told of a need, on which day and how; with its reply where there is one already. */
export const tellBodyInput = z.object({
  id: z.uuid(),
  bodyId: z.uuid({ error: say("Choose who was told") }),
  on: dateMaybe(),
  words: wordsSaid(say("Enter how, and what you said"), 2000),
})
export type TellBody = z.output<typeof tellBodyInput>

/** What a body said to a need that it was told of. */
export const noteReplyInput = z.object({
  id: z.uuid(),
  reply: wordsSaid(say("Enter what they said"), 2000),
  repliedOn: dateMaybe(),
})
export type NoteReply = z.output<typeof noteReplyInput>

/** What the public page says of a need. */
export const showNeedInput = z.object({
  id: z.uuid(),
  publicWords: wordsMaybe(1000),
})
export type ShowNeed = z.output<typeof showNeedInput>
