import "server-only"
import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { representations, representationVersions } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { daysAfter } from "../../days"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { dayOf, formatDate, say } from "../../words"
import { openRepresentation } from "../commands"
import type { Publish, Sent, Withdraw } from "../input"
import { mayRepresent } from "../policy"
import { getPreview, readAsked, warningsOf } from "./queries"

/** Refuses to go on over a warning that nobody has answered. Returns the answer, for the log. */
export function answerWarnings(warnings: string[], despite: string | null | undefined): string {
  if (warnings.length === 0) return ""
  if (!despite)
    throw new RuleBroken(
      say("{warnings} Say why you’re going ahead anyway.", { warnings: warnings.join(" ") }),
      "despite",
    )
  return `. ${say("Although {warnings} Because: {despite}", { warnings: warnings.join(" "), despite })}`
}

/** Freezes what it says now at an address of its own. Later changes make later versions; this one stays. */
export async function publishRepresentation(ctx: Ctx, { id, despite }: Publish) {
  await openRepresentation(ctx, id)
  await ctx.tx.execute(sql`select from representations where id = ${id} for update`)
  const { whole, paper, warnings } = await getPreview(ctx, id)
  if (whole.asks.length === 0)
    throw new RuleBroken(say("There is nothing asked yet. Add an ask before you publish."))
  const although = answerWarnings(warnings, despite)
  const version = (whole.frozen[0]?.version ?? 0) + 1
  await ctx.tx.insert(representationVersions).values({
    lioId: ctx.lio.id,
    representationId: id,
    version,
    content: paper,
    publishedAt: ctx.now,
    publishedBy: personOf(ctx.actor)?.personId ?? null,
  })
  const groupIds = [...new Set(whole.asks.flatMap((ask) => ask.evidence.map((one) => one.groupId)))]
  await record(ctx, {
    what: "representation.published",
    subject: ["representation", id],
    groupIds: [whole.bodyId, ...groupIds],
    summary: say("Published version {version} of “{title}”", { version, title: whole.title }) + although,
  })
  return { id, version }
}

/** The version that goes out: the one that was said, or the latest that was not withdrawn. */
async function versionToSend(ctx: Ctx, id: string, chosen: number | null) {
  const versions = await ctx.tx
    .select({ version: representationVersions.version, publishedAt: representationVersions.publishedAt })
    .from(representationVersions)
    .where(and(eq(representationVersions.representationId, id), isNull(representationVersions.withdrawnAt)))
    .orderBy(desc(representationVersions.version))
  if (versions.length === 0)
    throw new RuleBroken(say("Publish a version first, so that what was sent stays as it was."))
  const version = chosen === null ? versions[0] : versions.find((one) => one.version === chosen)
  if (!version) throw new RuleBroken(say("Choose one of the published versions"), "version")
  return version
}

/** Notes which version went to its body, once, and by when a reply is due (four weeks when nobody says). */
export async function sendRepresentation(ctx: Ctx, input: Sent) {
  const representation = await openRepresentation(ctx, input.id)
  if (representation.sentOn) throw new RuleBroken(say("It was marked as sent already."))
  const { version, publishedAt } = await versionToSend(ctx, input.id, input.version ?? null)
  const { today } = ctx
  const sentOn = input.sentOn ?? today
  if (sentOn > today) throw new RuleBroken(say("Enter today or an earlier date."), "sentOn")
  const published = dayOf(publishedAt, ctx.lio.timezone)
  if (sentOn < published) {
    throw new RuleBroken(
      say(
        "Version {version} was published on {published}, so it cannot have been sent before. Enter a later date.",
        { version, published: formatDate(published) },
      ),
      "sentOn",
    )
  }
  const replyDueOn = input.replyDueOn ?? daysAfter(sentOn, 28)
  if (replyDueOn < sentOn)
    throw new RuleBroken(say("A reply cannot be due before it was sent."), "replyDueOn")
  const although = answerWarnings(
    warningsOf(ctx, await readAsked(ctx, representation.consultationId)),
    input.despite,
  )
  const [sent] = await ctx.tx
    .update(representations)
    .set({ sentOn, sentVersion: version, replyDueOn })
    .where(and(eq(representations.id, input.id), isNull(representations.sentOn)))
    .returning({ id: representations.id })
  if (!sent) throw new RuleBroken(say("It was marked as sent already."))
  await record(ctx, {
    what: "representation.sent",
    subject: ["representation", input.id],
    groupIds: [representation.bodyId],
    summary:
      say("Sent them version {version} of “{title}”", {
        version,
        title: representation.title,
      }) + although,
    to: { version, sentOn },
  })
  return { id: input.id }
}

/** Withdraws a published version: its address then says so, and why, for good. */
export async function withdrawVersion(ctx: Ctx, { id, version, reason }: Withdraw) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can withdraw a paper."))
  const [representation] = await ctx.tx.select().from(representations).where(eq(representations.id, id))
  const { title, bodyId } = found(representation)
  const [withdrawn] = await ctx.tx
    .update(representationVersions)
    .set({
      withdrawnAt: ctx.now,
      withdrawnBy: personOf(ctx.actor)?.personId ?? null,
      withdrawnReason: reason,
    })
    .where(
      and(
        eq(representationVersions.representationId, id),
        eq(representationVersions.version, version),
        isNull(representationVersions.withdrawnAt),
      ),
    )
    .returning({ version: representationVersions.version })
  if (!withdrawn) throw new RuleBroken(say("This version was withdrawn already."))
  await record(ctx, {
    what: "representation.withdrawn",
    subject: ["representation", id],
    groupIds: [bodyId],
    summary: say("Withdrew version {version} of “{title}”: {reason}", { version, title, reason }),
  })
  return { id, version }
}
