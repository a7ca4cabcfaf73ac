import { z } from "zod"
import { FAIRNESS, keys, NAMING, SOURCE_ANSWERS } from "@/db/vocabulary"
import { newBodyField } from "../groups/bodies/input"
import {
  choiceMaybe,
  choices,
  dateMaybe,
  numberMaybe,
  ticked,
  websiteMaybe,
  wordsMaybe,
  wordsSaid,
} from "../input"
import { say } from "../words"
import { CLOSING_TIMES } from "./period"

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
/** Groups whose membership is current: the usual audience. */
export const MEMBERS = "stage=member"

/** Room for a view, or for some five hundred ticked groups. */
const LONGEST = 20_000

/** Whom to ask, as one field: "network:<id>", or "view:<query string of the list of groups>". */
const audience = z
  .string({ error: say("Choose who to ask") })
  .max(LONGEST)
  .regex(new RegExp(`^(network:${UUID}|view:.*)$`), say("Choose who to ask"))
  .transform((value) =>
    value.startsWith("network:")
      ? { networkId: value.slice(8), viewQuery: null }
      : { networkId: null, viewQuery: value.slice(5) },
  )

/** How an audience is written in the form's one field. */
export const audienceField = (of: { networkId: string | null; viewQuery: string | null }) =>
  of.networkId ? `network:${of.networkId}` : `view:${of.viewQuery ?? MEMBERS}`

/** By what the numbers of an unnamed consultation may be split; each group is in one part only. */
export const SPLITS = ["none", "size", "area", "sector"] as const

const plan = {
  title: wordsSaid(say("Enter a title: what do you ask?"), 200),
  about: wordsMaybe(5000),
  bodyId: z
    .union([z.literal(""), z.uuid(say("Choose a body from the list"))])
    .nullish()
    .transform((id) => id || null),
  ...newBodyField,
  audience: audience.default({ networkId: null, viewQuery: MEMBERS }),
  closesOn: dateMaybe(),
  closesTime: z.enum(CLOSING_TIMES, { error: say("Choose a time") }).default("17:00"),
  minutes: numberMaybe(600).transform((minutes) => minutes || 10),
  naming: z.enum(keys(NAMING), { error: say("Choose whether answers are named") }).default("body"),
  partsBy: z.enum(SPLITS, { error: say("Choose how the numbers are split") }).default("none"),
  periodReason: wordsMaybe(1000),
  sourceUrl: websiteMaybe(),
  sourceClosesOn: dateMaybe(),
  sourceAnswers: choiceMaybe(keys(SOURCE_ANSWERS)),
}

/** A consultation as it is planned: whom it asks, until when, and what is said before starting. */
export const planInput = z.object(plan)
export type Plan = Omit<z.output<typeof planInput>, "newBody"> & { newBody?: string | null }

/** A draft as it is changed, without whom it asks; `version` is the one that was on the page. */
export const changePlanInput = planInput
  .omit({ audience: true })
  .extend({ id: z.uuid(), version: z.coerce.number().int() })
export type ChangePlan = Omit<z.output<typeof changePlanInput>, "newBody"> & { newBody?: string | null }

/** Whom a draft asks. */
export const audienceInput = z.object({ id: z.uuid(), audience })
export type ChooseAudience = z.output<typeof audienceInput>

/** The invitation, as a draft keeps it; `try`: also send it to oneself. */
export const emailInput = z.object({
  id: z.uuid(),
  emailSubject: wordsMaybe(200),
  emailWords: wordsMaybe(3000),
  button: z.enum(["save", "try"]).default("save"),
})
export type WriteEmail = z.output<typeof emailInput>

/** A consultation by its id. */
export const consultationIdInput = z.object({ id: z.uuid() })
export type ConsultationId = z.output<typeof consultationIdInput>

/** Opening: the reason when groups get less than twelve weeks, unless the plan has it. */
export const openInput = z.object({ id: z.uuid(), periodReason: wordsMaybe(1000) })
export type Open = z.output<typeof openInput>

/** Groups that were ticked, to remind now. */
export const remindTickedInput = z.object({
  id: z.uuid(),
  groupIds: choices(z.uuid()).refine((ids) => ids.length > 0, say("Tick the groups to remind")),
})

/** Another closing day while it is open. */
export const extendInput = z.object({
  id: z.uuid(),
  closesOn: dateMaybe(),
  closesTime: z.enum(CLOSING_TIMES, { error: say("Choose a time") }).default("17:00"),
  reason: wordsMaybe(1000),
})
export type Extend = Omit<z.output<typeof extendInput>, "reason"> & { reason?: string | null }

/** Closing it by hand: why, when that is before the day that groups were told. */
export const closeInput = z.object({ id: z.uuid(), reason: wordsMaybe(1000) })
export type Close = Pick<z.output<typeof closeInput>, "id"> & { reason?: string | null }

/** Stopping it before it closes, and why. */
export const stopInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter why you’re stopping it. Every group you asked will read this"), 1000),
})
export type Stop = z.output<typeof stopInput>

/** How it is fair, one answer a principle. */
export const fairnessInput = z.object({
  id: z.uuid(),
  seen: z.string().optional(),
  ...(Object.fromEntries(keys(FAIRNESS).map((key) => [key, wordsMaybe(1000)])) as Record<
    keyof typeof FAIRNESS,
    ReturnType<typeof wordsMaybe>
  >),
})
export type Fairness = z.output<typeof fairnessInput>

/** Another consultation, from which questions are taken over. */
export const takeQuestionsInput = z.object({
  id: z.uuid(),
  fromId: z.uuid({ error: say("Choose a consultation") }),
})
export type TakeQuestions = z.output<typeof takeQuestionsInput>

/** What came of it: without it a consultation is not finished. */
export const finishInput = z.object({
  id: z.uuid(),
  outcome: wordsSaid(say("Enter what came of it. You may say that nothing changed, and why"), 2000),
  /** Something else came of it after it was finished. */
  again: ticked(),
  button: z.enum(["finish", "try"]).default("finish"),
})
export type Finish = Pick<z.output<typeof finishInput>, "id" | "outcome"> &
  Partial<z.output<typeof finishInput>>
