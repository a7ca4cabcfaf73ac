import { z } from "zod"
import { newBodyField } from "../groups/bodies/input"
import { idMaybe, wordsMaybe, wordsSaid } from "../input"
import { moveShape } from "../order/input"
import { say } from "../words"

const representation = z.object({
  title: wordsSaid(say("Enter a title")),
  bodyId: idMaybe(),
  ...newBodyField,
  addressee: wordsMaybe(200),
  consultationId: idMaybe(),
  introduction: wordsMaybe(10_000),
})
const hasBody = ({ bodyId, newBody }: { bodyId: string | null; newBody: string | null }) =>
  Boolean(bodyId || newBody)
const NO_BODY = { path: ["bodyId"], error: say("Choose who it goes to") }

/** What a representation says before its asks. */
export const representationInput = representation.refine(hasBody, NO_BODY)
export type RepresentationSaid = Omit<z.output<typeof representation>, "newBody"> & {
  newBody?: string | null
}
/** The same for one that is there. */
export const changeRepresentationInput = representation
  .extend({ id: z.uuid(), seen: z.string().max(40_000).optional() })
  .refine(hasBody, NO_BODY)

type Said = Pick<RepresentationSaid, "title" | "bodyId" | "addressee" | "consultationId" | "introduction">
/** What a representation says before its asks, as its form shows it. */
export const detailsOf = ({ title, bodyId, addressee, consultationId, introduction }: Said): Said => ({
  ...{ title, bodyId, addressee, consultationId, introduction },
})

/** So many characters has the text of an ask at most. */
export const MOST_OF_ASK = 1000
const ask = z.object({
  text: wordsSaid(say("Enter what you ask for"), MOST_OF_ASK),
  why: wordsMaybe(4000),
  byWhom: wordsMaybe(200),
  withWhat: wordsMaybe(500),
  byWhen: wordsMaybe(100),
})
type Details = "byWhom" | "withWhat" | "byWhen"
type AskFields = Omit<z.output<typeof ask>, Details> & Partial<Pick<z.output<typeof ask>, Details>>
/** One thing a body is asked to do: by whom, with what and by when, as far as that is said. */
export const askInput = ask.extend({ representationId: z.uuid() })
export type AskSaid = AskFields & { representationId: string }
/** The same for an ask that is there. */
export const changeAskInput = ask.extend({ id: z.uuid(), seen: z.string().max(20_000).optional() })
/** `seen`: how it stood when it was typed, where somebody typed it. */
export type AskChanged = AskFields & { id: string; seen?: string }

type AskWords = {
  text: string
  why: string | null
  byWhom: string | null
  withWhat: string | null
  byWhen: string | null
}
/** The words of an ask, as a form shows them. */
export const wordsOfAsk = ({ text, why, byWhom, withWhat, byWhen }: AskWords): AskWords => ({
  ...{ text, why, byWhom, withWhat, byWhen },
})

/** An ask to move one place up or down, or to a place in the list. */
export const moveAskInput = z.object(moveShape)

/** Evidence for an ask. */
export const pinInput = z.object({ askId: z.uuid(), passageId: z.uuid() })
export type Pin = z.infer<typeof pinInput>

/** Why staff go on over a warning. */
export const despite = wordsMaybe(500)

/** A version to publish. */
export const publishInput = z.object({ id: z.uuid(), despite })
export type Publish = z.input<typeof publishInput>

/** A published version to withdraw, and why. */
export const withdrawInput = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(9999),
  reason: wordsSaid(say("Enter why it is withdrawn. Whoever has its address reads it"), 1000),
})
export type Withdraw = z.output<typeof withdrawInput>

/** The end: what came of it, told to every group that spoke. */
export const closeRepresentationInput = z.object({
  id: z.uuid(),
  outcome: wordsSaid(say("Enter what came of it, or why nothing changed"), 2000),
  despite,
  button: z.enum(["close", "try"]).default("close"),
})
export type CloseRepresentation = z.input<typeof closeRepresentationInput>

/** A closed representation to open again, and why. */
export const reopenInput = z.object({
  id: z.uuid(),
  reason: wordsSaid(say("Enter why you open it again"), 1000),
})
export type Reopen = z.output<typeof reopenInput>
