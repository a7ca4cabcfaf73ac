import "server-only"
import { eq } from "drizzle-orm"
import { bodyComments, groups } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { mayRepresent } from "../policy"
import type { BodyComment } from "./input"

/** Keeps what a body says of its figures, as it wrote it. It is shown beside them; what it said before stays kept. */
export async function addBodyComment(ctx: Ctx, { bodyId, words, sender, saidOn: said }: BodyComment) {
  ensure(mayRepresent(ctx.actor), say("Only workers and managers can enter what a body says."))
  const [row] = await ctx.tx
    .select({ name: groups.name, sector: groups.sector })
    .from(groups)
    .where(eq(groups.id, bodyId))
  const body = found(row)
  if (body.sector !== "statutory") throw new RuleBroken(say("Choose a public body"), "bodyId")
  const saidOn = said ?? ctx.today
  if (saidOn > ctx.today) throw new RuleBroken(say("Enter today or an earlier date."), "saidOn")
  await ctx.tx.insert(bodyComments).values({
    ...{ lioId: ctx.lio.id, bodyId, words, sender, saidOn, enteredAt: ctx.now },
    enteredBy: personOf(ctx.actor)?.personId ?? null,
  })
  await record(ctx, {
    what: "body.commented",
    subject: ["group", bodyId],
    groupIds: [bodyId],
    summary: say("{body} on how it replies: {words}", { body: body.name, words: shortened(words, 100) }),
    to: { words, sender, saidOn },
  })
  return { bodyId }
}
