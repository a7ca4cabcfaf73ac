import "server-only"
import { eq, sql } from "drizzle-orm"
import { examples, lios } from "@/db/schema"
import { makeExamples } from "@/db/seed/examples"
import type { Ctx } from "../access/ctx"
import { neverWriteTo } from "../email/outcomes/commands"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { say, sayCount } from "../words"
import { mayLoadExamples } from "./policy"
import { getExamples, previewRemoval } from "./queries"

/** One at a time: whoever presses twice waits here. */
const inTurn = (ctx: Ctx) =>
  ctx.tx.select({ id: lios.id }).from(lios).where(eq(lios.id, ctx.lio.id)).for("update")

/** Fills an LIO that has no groups yet with the example data. Nobody in it is ever written to. */
export async function loadExamples(ctx: Ctx) {
  ensure(mayLoadExamples(ctx.actor), say("Only a manager can load the example data."))
  await inTurn(ctx)
  const { mayLoad, groups } = await getExamples(ctx)
  if (groups > 0) throw new RuleBroken(say("The example data is here already."))
  if (!mayLoad) throw new RuleBroken(say("You have groups of your own, so there is no room for examples."))
  const made = await makeExamples(ctx)
  const rows = Object.entries(made).flatMap(([kind, ids]) => ids.map((rowId) => ({ kind, rowId })))
  await ctx.tx.insert(examples).values(rows.map((row) => ({ ...row, lioId: ctx.lio.id })))
  const addresses = await ctx.tx.execute<{ email: string }>(sql`
    select p.email from people p join examples x on x.row_id = p.id where p.email is not null
    union select g.email from groups g join examples x on x.row_id = g.id where g.email is not null`)
  await neverWriteTo(ctx, {
    addresses: addresses.map(({ email }) => email),
    reason: "example",
  })
  const loaded = made.groups?.length ?? 0
  await record(ctx, {
    what: "examples.loaded",
    subject: ["lio", ctx.lio.id],
    summary: sayCount(loaded, {
      one: "Loaded example data: {count} group",
      other: "Loaded example data: {count} groups",
    }),
  })
  return { groups: loaded }
}

/** Takes the example data away. Examples on which the LIO has built something stay, and are its own from then on. */
export async function removeExamples(ctx: Ctx) {
  ensure(mayLoadExamples(ctx.actor), say("Only a manager can remove the example data."))
  await inTurn(ctx)
  const { groups } = await getExamples(ctx)
  if (groups === 0) throw new RuleBroken(say("The example data is gone already."))
  const { stays } = await previewRemoval(ctx)
  const [row] = await ctx.tx.execute<{ gone: Record<string, number> }>(sql`select remove_examples() as gone`)
  const gone = found(row).gone.groups ?? 0
  await record(ctx, {
    what: "examples.removed",
    subject: ["lio", ctx.lio.id],
    summary: sayCount(gone, {
      one: "Removed the example data: {count} group",
      other: "Removed the example data: {count} groups",
    }),
  })
  return { gone, stay: stays.length }
}
