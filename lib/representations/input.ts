import { z } from "zod"
import { ASK_REPLIES, keys } from "@/db/vocabulary"
import { dateMaybe, wordsMaybe, wordsSaid } from "../input"

const idMaybe = () =>
  z
    .union([z.literal(""), z.uuid()])
    .nullish()
    .transform((id) => id || null)

/** What a representation says before its asks. */
export const representationInput = z.object({
  title: wordsSaid("a title"),
  bodyId: z.uuid({ error: "Choose the body it goes to" }),
  addressee: wordsMaybe(200),
  consultationId: idMaybe(),
  introduction: wordsMaybe(10_000),
})
export type RepresentationSaid = z.output<typeof representationInput>
/** The same for one that is there. */
export const changeRepresentationInput = representationInput.extend({ id: z.uuid() })

/** One thing a body is asked to do. */
export const askInput = z.object({
  representationId: z.uuid(),
  text: wordsSaid("what you ask for", 1000),
  why: wordsMaybe(4000),
})
export type AskSaid = z.output<typeof askInput>
/** The same for an ask that is there. */
export const changeAskInput = z.object({
  id: z.uuid(),
  text: wordsSaid("what you ask for", 1000),
  why: wordsMaybe(4000),
})

/** Evidence for an ask. */
export const pinInput = z.object({ askId: z.uuid(), passageId: z.uuid() })
export type Pin = z.infer<typeof pinInput>

/** When it went, and by when a reply is due. */
export const sentInput = z.object({ id: z.uuid(), sentOn: dateMaybe(), replyDueOn: dateMaybe() })
export type Sent = z.output<typeof sentInput>

/** What the body said to one ask. */
export const replyInput = z.object({
  id: z.uuid(),
  reply: z.enum(keys(ASK_REPLIES), { error: "Choose what they decided" }),
  replyText: wordsMaybe(10_000),
  repliedOn: dateMaybe(),
})
export type ReplySaid = z.output<typeof replyInput>

/** What then really happened. */
export const askOutcomeInput = z.object({
  id: z.uuid(),
  outcome: wordsSaid("what happened", 4000),
  outcomeOn: dateMaybe(),
})
export type AskOutcome = z.output<typeof askOutcomeInput>

/** The end: what came of it, told to every group that spoke. */
export const closeRepresentationInput = z.object({
  id: z.uuid(),
  outcome: wordsSaid("what came of it, or why nothing changed", 2000),
})
export type CloseRepresentation = z.infer<typeof closeRepresentationInput>
