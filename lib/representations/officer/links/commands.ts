import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { replyLinks, representations } from "@/db/schema"
import { type Ctx, personOf } from "../../../access/ctx"
import { replyPath } from "../../../access/links"
import { monthsAfter } from "../../../days"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { openRepresentation } from "../../commands"
import { mayRepresent } from "../../policy"
import { LINK_MONTHS, type ReplyLinkFor } from "../input"

/** Makes a link by which the body can answer each ask of a published paper. */
export async function openReplyLink(ctx: Ctx, { id, name }: ReplyLinkFor) {
  const { title, bodyId } = await openRepresentation(ctx, id)
  const expiresAt = new Date(monthsAfter(ctx.today, LINK_MONTHS))
  const [made] = await ctx.tx
    .insert(replyLinks)
    .values({
      ...{ lioId: ctx.lio.id, representationId: id, name, madeAt: ctx.now, expiresAt },
      madeBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: replyLinks.id })
  const linkId = found(made).id
  await record(ctx, {
    what: "representation.link_opened",
    subject: ["representation", id],
    groupIds: [bodyId],
    summary: say("Made a link for {name} to reply to “{title}”", { name, title }),
  })
  return { id, linkId, path: replyPath(ctx.lio, linkId, expiresAt) }
}

/** Makes a link for a paper that was sent, to be handed on by other ways than our email. */
export async function makeReplyLink(ctx: Ctx, input: ReplyLinkFor) {
  const { sentOn } = await openRepresentation(ctx, input.id)
  if (!sentOn) throw new RuleBroken(say("It has not been sent yet."))
  return openReplyLink(ctx, input)
}

/** Ends a link: whoever has it reads and answers nothing there any more. What was entered by it stays. */
export async function endReplyLink(ctx: Ctx, { id }: { id: string }) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can turn a link off."))
  const [ended] = await ctx.tx
    .update(replyLinks)
    .set({ endedAt: ctx.now, endedBy: personOf(ctx.actor)?.personId ?? null })
    .where(and(eq(replyLinks.id, id), isNull(replyLinks.endedAt)))
    .returning({ representationId: replyLinks.representationId, name: replyLinks.name })
  const { representationId, name } = found(ended)
  const [paper] = await ctx.tx.select().from(representations).where(eq(representations.id, representationId))
  await record(ctx, {
    what: "representation.link_ended",
    subject: ["representation", representationId],
    groupIds: [found(paper).bodyId],
    summary: say("Turned off {name}’s link to “{title}”", { name, title: paper?.title ?? "" }),
  })
  return { representationId }
}
