import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { representations, representationVersions } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensureNotStopped } from "../../consultations/stopping/queries"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { openRepresentation } from "../commands"
import type { Publish, Withdraw } from "../input"
import { mayRepresent } from "../policy"
import { getPreview } from "./queries"

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
  const { consultationId } = await openRepresentation(ctx, id)
  await ensureNotStopped(ctx, { consultationId })
  const { whole, pins, paper, warnings, unsigned } = await getPreview(ctx, id)
  if (whole.asks.length === 0)
    throw new RuleBroken(say("There is nothing asked yet. Add an ask before you publish."))
  if (unsigned)
    throw new RuleBroken(
      say("These words haven’t been signed off yet. Note who signed them off and when, then publish."),
    )
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
  const spoke = [...whole.asks.flatMap(({ evidence }) => evidence), ...pins].map(({ groupId }) => groupId)
  const groupIds = [...new Set(spoke.filter((groupId) => groupId !== null))]
  await record(ctx, {
    what: "representation.published",
    subject: ["representation", id],
    groupIds: [whole.bodyId, ...groupIds],
    summary: say("Published version {version} of “{title}”", { version, title: whole.title }) + although,
  })
  return { id, version }
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
