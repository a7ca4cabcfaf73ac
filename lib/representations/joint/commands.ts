import "server-only"
import { and, eq, ne } from "drizzle-orm"
import { jointPapers, lios, paperConsents, paperPartners } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { isManager } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { openRepresentation } from "../commands"
import type { AnswerPartner, AskPartner } from "./input"

/** Asks another LIO of the installation to stand behind a paper: each version that is published is put to it. */
export async function askPartner(ctx: Ctx, { id, partner }: AskPartner) {
  const { title } = await openRepresentation(ctx, id)
  const [other] = await ctx.tx
    .select({ name: lios.name })
    .from(lios)
    .where(and(eq(lios.slug, partner), ne(lios.id, ctx.lio.id)))
  if (!other) throw new RuleBroken(say("Choose an organisation from the list"), "partner")
  const [asked] = await ctx.tx
    .insert(paperPartners)
    .values({
      ...{ lioId: ctx.lio.id, representationId: id, partner, askedAt: ctx.now },
      askedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .onConflictDoNothing()
    .returning({ partner: paperPartners.partner })
  if (!asked) throw new RuleBroken(say("You’ve already asked them."), "partner")
  await record(ctx, {
    what: "paper.partner_asked",
    subject: ["representation", id],
    summary: say("Asked {partner} to put its name to “{title}”", { partner: other.name, title }),
  })
  return { id, name: other.name }
}

/** Stops asking another LIO. Versions that it agreed to stay as they are. */
export async function dropPartner(ctx: Ctx, { id, partner }: AskPartner) {
  const { title } = await openRepresentation(ctx, id)
  const [gone] = await ctx.tx
    .delete(paperPartners)
    .where(and(eq(paperPartners.representationId, id), eq(paperPartners.partner, partner)))
    .returning({ partner: paperPartners.partner })
  found(gone)
  await record(ctx, {
    what: "paper.partner_dropped",
    subject: ["representation", id],
    summary: say("Stopped asking {partner} to put its name to “{title}”", { partner, title }),
  })
  return { id }
}

/** Agrees, for this LIO, to stand behind one published version of another’s paper, or doesn’t. It may think again. */
export async function answerPartner(ctx: Ctx, { leader, paperId, version, button }: AnswerPartner) {
  ensure(isManager(ctx.actor), say("Only a manager can agree for your organisation."))
  const [asked] = await ctx.tx
    .select({ title: jointPapers.title })
    .from(jointPapers)
    .innerJoin(lios, eq(lios.id, jointPapers.lioId))
    .where(
      and(
        eq(lios.slug, leader),
        eq(jointPapers.representationId, paperId),
        eq(jointPapers.version, version),
        eq(jointPapers.partner, ctx.lio.slug),
      ),
    )
  const { title } = found(asked)
  const agrees = button === "agree"
  const answer = {
    agreedAt: agrees ? ctx.now : null,
    declinedAt: agrees ? null : ctx.now,
    answeredBy: personOf(ctx.actor)?.personId ?? null,
  }
  await ctx.tx
    .insert(paperConsents)
    .values({ lioId: ctx.lio.id, leader, paperId, version, ...answer })
    .onConflictDoUpdate({
      target: [paperConsents.lioId, paperConsents.leader, paperConsents.paperId, paperConsents.version],
      set: answer,
    })
  await record(ctx, {
    what: "paper.partner_answered",
    subject: ["lio", ctx.lio.id],
    summary: agrees
      ? say("Put our name to version {version} of “{title}” by {leader}", { version, title, leader })
      : say("Didn’t put our name to version {version} of “{title}” by {leader}", { version, title, leader }),
  })
  return { agrees, title }
}
