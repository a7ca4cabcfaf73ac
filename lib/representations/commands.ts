import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { representations } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensureNotStopped } from "../consultations/stopping/queries"
import { ensure, found, RuleBroken } from "../errors"
import { settleBody } from "../groups/bodies/commands"
import { record } from "../journal/commands"
import { checkSeen } from "../seen"
import { say } from "../words"
import { detailsOf, type RepresentationSaid } from "./input"
import { mayRepresent, REPRESENTS } from "./policy"
import { getOpenRepresentation } from "./queries"

async function bodyOf(ctx: Ctx, said: RepresentationSaid) {
  const bodyId = await settleBody(ctx, said)
  if (!bodyId) throw new RuleBroken(say("Choose who it goes to"), "bodyId")
  return bodyId
}

/** Begins a representation to a body, resting on a consultation or not. */
export async function startRepresentation(ctx: Ctx, said: RepresentationSaid) {
  ensure(mayRepresent(ctx.actor), REPRESENTS)
  const { newBody: _, ...fields } = said
  await ensureNotStopped(ctx, fields, "consultationId")
  const input = { ...fields, bodyId: await bodyOf(ctx, said) }
  const [made] = await ctx.tx
    .insert(representations)
    .values({
      ...input,
      lioId: ctx.lio.id,
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: representations.id })
  const { id } = found(made)
  await record(ctx, {
    what: "representation.started",
    subject: ["representation", id],
    groupIds: [input.bodyId],
    summary: say("Began a representation to them: {title}", { title: input.title }),
  })
  return { id }
}

/** The representation while it can still be worked on, held until this is done; RuleBroken once it is closed. */
export async function openRepresentation(ctx: Ctx, id: string) {
  await ctx.tx.execute(sql`select from representations where id = ${id} for update`)
  return getOpenRepresentation(ctx, id)
}

/** Changes what it says before its asks, for the next version. Those published before, and the one that was sent, stay as they were. */
export async function changeRepresentation(
  ctx: Ctx,
  input: RepresentationSaid & { id: string; seen?: string },
) {
  const before = await openRepresentation(ctx, input.id)
  const { id, newBody: _, seen, ...said } = input
  const fields = { ...said, bodyId: await bodyOf(ctx, input) }
  if (before.sentOn && before.bodyId !== fields.bodyId) {
    throw new RuleBroken(
      say("It has been sent to its body. Begin another representation for another body."),
      "bodyId",
    )
  }
  if (before.sentOn && before.consultationId !== fields.consultationId) {
    throw new RuleBroken(
      say("It has been sent, and rests on this consultation. Begin another representation for another one."),
      "consultationId",
    )
  }
  if (before.consultationId !== fields.consultationId) await ensureNotStopped(ctx, fields, "consultationId")
  checkSeen(seen, detailsOf(before), fields, (field, value) =>
    field.endsWith("Id") ? say("Another choice") : String(value ?? ""),
  )
  await ctx.tx.update(representations).set(fields).where(eq(representations.id, id))
  await record(ctx, {
    what: "representation.changed",
    subject: ["representation", id],
    summary: say("Changed the representation {fields}", { fields: fields.title }),
    from: before,
    to: fields,
  })
  return { id }
}

/** Notes that the body said it has it. */
export async function acknowledgeRepresentation(ctx: Ctx, { id }: { id: string }) {
  const representation = await openRepresentation(ctx, id)
  if (!representation.sentOn) throw new RuleBroken(say("It has not been sent yet."))
  const [row] = await ctx.tx
    .update(representations)
    .set({ acknowledgedOn: ctx.today })
    .where(and(eq(representations.id, id), isNull(representations.acknowledgedOn)))
    .returning({ id: representations.id })
  if (!row) throw new RuleBroken(say("That was noted already."))
  await record(ctx, {
    what: "representation.acknowledged",
    subject: ["representation", id],
    groupIds: [representation.bodyId],
    summary: say("Said that they have “{representation}”", { representation: representation.title }),
  })
  return { id }
}
