import "server-only"
import { and, eq } from "drizzle-orm"
import { duplicatePairs, groups } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { ensure, found } from "../errors"
import { record } from "../journal/commands"
import { say } from "../words"
import { mayMergeGroups } from "./policy"

type Two = { oneId: string; otherId: string }

async function namesOf(ctx: Ctx, { oneId, otherId }: Two) {
  const name = async (id: string) => {
    const [row] = await ctx.tx.select({ name: groups.name }).from(groups).where(eq(groups.id, id))
    return found(row).name
  }
  return [await name(oneId), await name(otherId)] as const
}

async function decide(ctx: Ctx, two: Two, apart: boolean) {
  ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can decide this."))
  const [oneId, otherId] = [two.oneId, two.otherId].sort() as [string, string]
  const [one, other] = await namesOf(ctx, { oneId, otherId })
  const by = personOf(ctx.actor)?.name ?? "Trellis"
  const [changed] = await ctx.tx
    .update(duplicatePairs)
    .set(apart ? { apartAt: ctx.now, apartBy: by } : { apartAt: null, apartBy: null })
    .where(and(eq(duplicatePairs.oneId, oneId), eq(duplicatePairs.otherId, otherId)))
    .returning({ oneId: duplicatePairs.oneId })
  found(changed)
  await record(ctx, {
    what: apart ? "duplicate.apart" : "duplicate.again",
    subject: ["group", oneId],
    summary: apart
      ? say("Said that {one} and {other} are two groups", { one, other })
      : say("Asked again whether {one} and {other} are one", { one, other }),
  })
  return { one, other }
}

/** Says that two groups are two: the pair is not offered again. */
export const setApart = (ctx: Ctx, two: Two) => decide(ctx, two, true)

/** Takes that back. */
export const askAgain = (ctx: Ctx, two: Two) => decide(ctx, two, false)
