import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { groups, representations, representationVersions } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { answeredOf, askedOf } from "../consultations/counted"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { dayOf } from "../words"
import type { RepresentationSaid, Sent } from "./input"
import { mayRepresent } from "./policy"
import { getRepresentation, type Published, type Representation } from "./queries"

const REFUSED = "Only workers and managers can write representations."

async function ensureBody(ctx: Ctx, bodyId: string) {
  const [body] = await ctx.tx.select({ sector: groups.sector }).from(groups).where(eq(groups.id, bodyId))
  if (body?.sector !== "statutory")
    throw new RuleBroken("A representation goes to a statutory body. Choose one.", "bodyId")
}

/** Begins a representation to a body, resting on a consultation or not. */
export async function startRepresentation(ctx: Ctx, input: RepresentationSaid) {
  ensure(mayRepresent(ctx.actor), REFUSED)
  await ensureBody(ctx, input.bodyId)
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
    summary: `Began a representation to them: ${input.title}`,
  })
  return { id }
}

/** The representation while it can still be worked on; RuleBroken once it is closed. */
export async function openRepresentation(ctx: Ctx, id: string): Promise<typeof representations.$inferSelect> {
  ensure(mayRepresent(ctx.actor), REFUSED)
  const [row] = await ctx.tx.select().from(representations).where(eq(representations.id, id))
  const representation = found(row)
  if (representation.closedAt)
    throw new RuleBroken("This representation is closed. Nothing in it changes any more.")
  return representation
}

/** Changes what it says before its asks. Versions published before stay as they were. */
export async function changeRepresentation(ctx: Ctx, input: RepresentationSaid & { id: string }) {
  const before = await openRepresentation(ctx, input.id)
  const { id, ...said } = input
  if (before.sentOn && before.bodyId !== said.bodyId) {
    throw new RuleBroken(
      "It has been sent to its body. Begin another representation for another body.",
      "bodyId",
    )
  }
  await ensureBody(ctx, said.bodyId)
  await ctx.tx.update(representations).set(said).where(eq(representations.id, id))
  await record(ctx, {
    what: "representation.changed",
    subject: ["representation", id],
    summary: `Changed the representation ${said.title}`,
    from: before,
    to: said,
  })
  return { id }
}

const byline = (group: { name: string; named: boolean; quotable: boolean }) =>
  group.named ? group.name : "A local group"

function frozen(ctx: Ctx, whole: Representation, reach: Published["consultation"]): Published {
  return {
    lio: ctx.lio.name,
    title: whole.title,
    body: whole.body,
    addressee: whole.addressee,
    introduction: whole.introduction,
    consultation: reach,
    asks: whole.asks.map((ask) => ({
      text: ask.text,
      why: ask.why,
      groups: new Set(ask.evidence.map((one) => one.groupId)).size,
      evidence: ask.evidence
        .filter((one) => one.quotable)
        .map((one) => ({
          quote: one.quote,
          by: byline({ name: one.group, named: one.named, quotable: one.quotable }),
        })),
    })),
  }
}

async function reachOf(ctx: Ctx, consultationId: string | null): Promise<Published["consultation"]> {
  if (!consultationId) return null
  const [row] = await ctx.tx.execute<{
    title: string
    asked: number
    answered: number
    closedAt: string | null
  }>(sql`
    select c.title, c.closed_at as "closedAt",
      ${askedOf(sql`c.id`)} as asked, ${answeredOf(sql`c.id`)} as answered
    from consultations c where c.id = ${consultationId}`)
  return row ?? null
}

/** Freezes what it says now at an address of its own. Later changes make later versions; this one stays. */
export async function publishRepresentation(ctx: Ctx, { id }: { id: string }) {
  await openRepresentation(ctx, id)
  await ctx.tx.execute(sql`select from representations where id = ${id} for update`)
  const whole = await getRepresentation(ctx, id)
  if (whole.asks.length === 0)
    throw new RuleBroken("There is nothing asked yet. Add an ask before you publish.")
  const version = (whole.frozen[0]?.version ?? 0) + 1
  await ctx.tx.insert(representationVersions).values({
    lioId: ctx.lio.id,
    representationId: id,
    version,
    content: frozen(ctx, whole, await reachOf(ctx, whole.consultationId)),
    publishedAt: ctx.now,
    publishedBy: personOf(ctx.actor)?.personId ?? null,
  })
  const groupIds = [...new Set(whole.asks.flatMap((ask) => ask.evidence.map((one) => one.groupId)))]
  await record(ctx, {
    what: "representation.published",
    subject: ["representation", id],
    groupIds: [whole.bodyId, ...groupIds],
    summary: `Published version ${version} of “${whole.title}”`,
  })
  return { id, version }
}

/** Notes that it went to its body, once, and by when a reply is due (four weeks when nobody says). */
export async function sendRepresentation(ctx: Ctx, input: Sent) {
  const representation = await openRepresentation(ctx, input.id)
  const [published] = await ctx.tx
    .select({ version: representationVersions.version })
    .from(representationVersions)
    .where(eq(representationVersions.representationId, input.id))
    .limit(1)
  if (!published) throw new RuleBroken("Publish a version first, so that what was sent stays as it was.")
  const today = dayOf(ctx.now, ctx.lio.timezone)
  const sentOn = input.sentOn ?? today
  if (sentOn > today) throw new RuleBroken("Enter today or an earlier date.", "sentOn")
  const replyDueOn = input.replyDueOn ?? dayOf(new Date(Date.parse(sentOn) + 28 * 86_400_000))
  if (replyDueOn < sentOn) throw new RuleBroken("A reply cannot be due before it was sent.", "replyDueOn")
  const [sent] = await ctx.tx
    .update(representations)
    .set({ sentOn, replyDueOn })
    .where(and(eq(representations.id, input.id), isNull(representations.sentOn)))
    .returning({ id: representations.id })
  if (!sent) throw new RuleBroken("It was marked as sent already.")
  await record(ctx, {
    what: "representation.sent",
    subject: ["representation", input.id],
    groupIds: [representation.bodyId],
    summary: `Sent them “${representation.title}”`,
  })
  return { id: input.id }
}

/** Notes that the body said it has it. */
export async function acknowledgeRepresentation(ctx: Ctx, { id }: { id: string }) {
  const representation = await openRepresentation(ctx, id)
  if (!representation.sentOn) throw new RuleBroken("It has not been sent yet.")
  const [row] = await ctx.tx
    .update(representations)
    .set({ acknowledgedOn: dayOf(ctx.now, ctx.lio.timezone) })
    .where(and(eq(representations.id, id), isNull(representations.acknowledgedOn)))
    .returning({ id: representations.id })
  if (!row) throw new RuleBroken("That was noted already.")
  await record(ctx, {
    what: "representation.acknowledged",
    subject: ["representation", id],
    groupIds: [representation.bodyId],
    summary: `Said that they have “${representation.title}”`,
  })
  return { id }
}
