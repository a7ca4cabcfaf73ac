import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { paperPins, questions } from "@/db/schema"
import { PIN_KINDS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { standsIn } from "../../consultations/passages/words"
import { found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { askOf, passageFor, pinPassage } from "../asks/commands"
import { openRepresentation } from "../commands"
import { partOf } from "../text/commands"
import { type AddPin, missingIn } from "./input"

/** Only the fields of its kind are kept. */
function fieldsOf(pin: AddPin) {
  const { kind } = pin
  const only = <T>(of: AddPin["kind"], value: T | null | undefined) => (kind === of ? (value ?? null) : null)
  return {
    kind,
    sentence: pin.partId ? (pin.sentence ?? null) : null,
    passageId: only("passage", pin.passageId),
    questionId: only("question", pin.questionId),
    needId: only("need", pin.needId),
    topicId: only("topic", pin.topicId),
    sessionKind: only("sessions", pin.sessionKind),
    fromDay: only("sessions", pin.fromDay),
    untilDay: only("sessions", pin.untilDay),
    title: only("figure", pin.title),
    figure: only("figure", pin.figure),
    source: only("figure", pin.source),
    on: only("figure", pin.on),
    website: only("figure", pin.website),
  }
}

/** The paper that something is pinned to; a sentence must stand in its paragraph. */
async function placeOf(ctx: Ctx, { askId, partId, sentence }: AddPin) {
  if (askId) return (await askOf(ctx, askId)).representation
  const { part, representation } = await partOf(ctx, found(partId))
  if (sentence && !standsIn(part.text, sentence))
    throw new RuleBroken(say("This sentence isn’t in the paragraph. Copy it from there."), "sentence")
  return representation
}

/** A question whose numbers are pinned is one of the consultation that the paper rests on, and words were said in it. */
async function ensureOfConsultation(ctx: Ctx, pin: AddPin, paper: { consultationId: string | null }) {
  if (pin.kind === "passage") await passageFor(ctx, paper, found(pin.passageId))
  if (pin.kind !== "question") return
  const [question] = await ctx.tx
    .select({ of: questions.consultationId })
    .from(questions)
    .where(eq(questions.id, found(pin.questionId)))
  if (found(question).of !== paper.consultationId)
    throw new RuleBroken(
      say("Choose a question from the consultation that this paper rests on"),
      "questionId",
    )
}

/** Pins what stands behind a paragraph, one sentence of it, or an ask. Twice is once; passages of an ask are its evidence (pinPassage). */
export async function addPin(ctx: Ctx, input: AddPin) {
  const missing = missingIn(input)
  if (missing) throw new RuleBroken(missing.words, missing.field)
  if (input.askId && input.passageId && input.kind === "passage") {
    const { askId, passageId } = input
    return { id: null, partId: null, askId, ...(await pinPassage(ctx, { askId, passageId })) }
  }
  const representation = await placeOf(ctx, input)
  await ensureOfConsultation(ctx, input, representation)
  if (input.kind === "sessions" && (input.fromDay ?? "") > (input.untilDay ?? ""))
    throw new RuleBroken(say("The last day can’t come before the first."), "untilDay")
  const { askId = null, partId = null } = input
  const place = { representationId: representation.id, partId, askId }
  const fields = { ...place, ...fieldsOf(input) }
  const same = Object.entries(fields).map(
    ([name, value]) => sql`${paperPins[name as keyof typeof fields]} is not distinct from ${value}`,
  )
  const [before] = await ctx.tx
    .select({ id: paperPins.id })
    .from(paperPins)
    .where(and(...same))
  if (before) return { id: before.id, ...place }
  const [made] = await ctx.tx
    .insert(paperPins)
    .values({
      ...{ lioId: ctx.lio.id, ...fields },
      ...{ createdAt: ctx.now, createdBy: personOf(ctx.actor)?.personId ?? null },
    })
    .returning({ id: paperPins.id })
  await record(ctx, {
    what: "paper.pinned",
    subject: ["representation", representation.id],
    summary: say("Pinned to “{title}”: {kind}", { title: representation.title, kind: PIN_KINDS[input.kind] }),
  })
  return { id: found(made).id, ...place }
}

/** Takes a pin off. */
export async function dropPin(ctx: Ctx, { id }: { id: string }) {
  const [row] = await ctx.tx.select().from(paperPins).where(eq(paperPins.id, id))
  const pin = found(row)
  const representation = await openRepresentation(ctx, pin.representationId)
  await ctx.tx.delete(paperPins).where(eq(paperPins.id, id))
  await record(ctx, {
    what: "paper.unpinned",
    subject: ["representation", representation.id],
    summary: say("Unpinned from “{title}”: {kind}", {
      title: representation.title,
      kind: PIN_KINDS[pin.kind],
    }),
    from: { ...pin },
  })
  return { representationId: representation.id, partId: pin.partId, askId: pin.askId }
}
