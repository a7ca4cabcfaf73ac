import "server-only"
import { consortiumAgreements, consortiumTerms } from "@/db/schema"
import { type Ctx, personIdOf } from "../../../access/ctx"
import { leads } from "../../../access/may"
import { ensure, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { audienceOf, openRoom } from "../queries"
import type { AgreeTerms, ProposeTerms } from "./input"
import { listTerms } from "./queries"

/** Writes a new version of the terms: each group has to agree to it anew. */
export async function proposeTerms(ctx: Ctx, { id, words, after }: ProposeTerms): Promise<{ id: string }> {
  await openRoom(ctx, id, { open: true })
  const [last] = await listTerms(ctx, id)
  if ((last?.version ?? 0) !== after)
    throw new RuleBroken(say("Somebody has changed the terms meanwhile. Read their version first."), "words")
  if (last?.words === words) return { id }
  const version = after + 1
  const audience = audienceOf(id)
  await ctx.tx.insert(consortiumTerms).values({
    ...{ lioId: ctx.lio.id, consortiumId: id, audience, version, words },
    ...{ proposedAt: ctx.now, proposedBy: personIdOf(ctx.actor) },
  })
  await record(ctx, {
    what: "consortium.terms_proposed",
    subject: ["consortium", id],
    audience,
    summary: say("Wrote version {version} of the terms", { version }),
  })
  return { id }
}

/** A group agrees to the last version of the terms. */
export async function agreeTerms(ctx: Ctx, { id, groupId, version }: AgreeTerms): Promise<{ id: string }> {
  const its = await openRoom(ctx, id, { open: true })
  const own = its.groups.find((one) => one.groupId === groupId && one.stands === "in")
  ensure(own !== undefined && leads(ctx.actor, groupId), say("Only a lead of the group can agree for it."))
  const [last] = await listTerms(ctx, id)
  if (last?.version !== version)
    throw new RuleBroken(say("There’s a newer version of the terms. Read that one first."))
  const audience = audienceOf(id)
  const [done] = await ctx.tx
    .insert(consortiumAgreements)
    .values({
      ...{ lioId: ctx.lio.id, consortiumId: id, audience, version, groupId },
      ...{ agreedAt: ctx.now, agreedBy: personIdOf(ctx.actor) },
    })
    .onConflictDoNothing()
    .returning({ version: consortiumAgreements.version })
  if (done)
    await record(ctx, {
      what: "consortium.terms_agreed",
      subject: ["consortium", id],
      audience,
      summary: say("{group} agreed to version {version} of the terms", { group: own.group, version }),
    })
  return { id }
}
