import "server-only"
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { membershipTypes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, found } from "../../errors"
import { keepStages } from "../../groups/stage/commands"
import { record, recordEach } from "../../journal/commands"
import { say } from "../../words"
import { mayKeepTypes } from "../policy"
import type { ChangeType, MembershipType } from "./input"
import { getType } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepTypes(ctx.actor), say("Only a manager can say which memberships there are."))

/** Offers new kinds of membership, after those there are. */
export async function addTypes(ctx: Ctx, inputs: MembershipType[]): Promise<{ id: string; name: string }[]> {
  guard(ctx)
  if (inputs.length === 0) return []
  const made = await ctx.tx
    .insert(membershipTypes)
    .values(
      inputs.map((input, at) => ({
        ...input,
        lioId: ctx.lio.id,
        position: sql`(select coalesce(max(position), 0) + ${at + 1}::int from membership_types)`,
        createdAt: ctx.now,
      })),
    )
    .returning({ id: membershipTypes.id, name: membershipTypes.name })
  await recordEach(
    ctx,
    made.map((type, at) => ({
      what: "membership-type.added",
      subject: ["membership-type", type.id],
      summary: say("Added the membership “{type}”", { type: type.name }),
      to: inputs[at],
    })),
  )
  return made
}

/** Offers a new kind of membership. */
export const addType = async (ctx: Ctx, input: MembershipType) => found((await addTypes(ctx, [input]))[0])

/** Changes a kind of membership. Periods that have begun keep their dates and their fee. */
export async function changeType(
  ctx: Ctx,
  { id, ...values }: ChangeType,
): Promise<{ id: string; name: string }> {
  guard(ctx)
  const before = await getType(ctx, id)
  await ctx.tx.update(membershipTypes).set(values).where(eq(membershipTypes.id, id))
  const fields = Object.keys(values) as (keyof typeof values)[]
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(values[field]))
  if (changed.length > 0) {
    await record(ctx, {
      what: "membership-type.changed",
      subject: ["membership-type", id],
      summary: say("Changed the membership “{values}”", { values: values.name }),
      from: Object.fromEntries(changed.map((field) => [field, before[field]])),
      to: Object.fromEntries(changed.map((field) => [field, values[field]])),
    })
    await keepStages(ctx)
  }
  return { id, name: values.name }
}

async function setRetired(ctx: Ctx, id: string, retired: boolean) {
  guard(ctx)
  const { name } = await getType(ctx, id)
  const [turned] = await ctx.tx
    .update(membershipTypes)
    .set({ retiredAt: retired ? ctx.now : null })
    .where(
      and(
        eq(membershipTypes.id, id),
        retired ? isNull(membershipTypes.retiredAt) : isNotNull(membershipTypes.retiredAt),
      ),
    )
    .returning({ id: membershipTypes.id })
  if (turned) {
    await record(ctx, {
      what: retired ? "membership-type.retired" : "membership-type.offered",
      subject: ["membership-type", id],
      summary: retired
        ? say("Retired the membership “{name}”", { name })
        : say("Offers the membership “{name}” again", { name }),
    })
  }
  return { id, name }
}

/** Takes a kind off the offer: what has begun goes on, nothing new begins by it. */
export const retireType = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, true)
/** Offers a retired kind again. */
export const offerType = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, false)
