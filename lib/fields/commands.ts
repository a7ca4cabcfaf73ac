import "server-only"
import { eq, sql } from "drizzle-orm"
import { customFields } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found, RuleBroken } from "../errors"
import { record } from "../journal/commands"
import { movedIn } from "../order/input"
import { placesOf } from "../order/rows"
import { checkSeen } from "../seen"
import { say } from "../words"
import { type AddField, type ChangeField, isChosen, type MoveField } from "./input"
import { mayKeepFields } from "./policy"
import { getField, listFields, listKeptFields } from "./queries"
import { partInWords, partsSeen } from "./words"

const guard = (ctx: Ctx) => ensure(mayKeepFields(ctx.actor), say("Only a manager can change the questions."))

async function ensureNew(ctx: Ctx, label: string, exceptId?: string) {
  const [twin] = (await listFields(ctx)).filter(
    (field) => field.id !== exceptId && field.label.toLowerCase() === label.toLowerCase(),
  )
  if (twin)
    throw new RuleBroken(
      say("There is a question “{twin}” already. Choose other words.", { twin: twin.label }),
      "label",
    )
}

/** Adds a question at the end. */
export async function addField(ctx: Ctx, input: AddField): Promise<{ id: string; label: string }> {
  guard(ctx)
  await ensureNew(ctx, input.label)
  const options = isChosen(input.kind) ? input.options : []
  const [made] = await ctx.tx
    .insert(customFields)
    .values({
      ...input,
      options,
      lioId: ctx.lio.id,
      position: sql`(select coalesce(max(position), 0) + 1 from custom_fields)`,
      createdAt: ctx.now,
    })
    .returning({ id: customFields.id, label: customFields.label })
  const field = found(made)
  await record(ctx, {
    what: "field.added",
    subject: ["field", field.id],
    summary: say("Added the question “{field}”", { field: field.label }),
    to: { ...input, options },
  })
  return field
}

/** Changes the words of a question, its choices, and what groups may do with it. Answers stay as they are. */
export async function changeField(ctx: Ctx, input: ChangeField): Promise<{ id: string; label: string }> {
  guard(ctx)
  await ctx.tx
    .select({ id: customFields.id })
    .from(customFields)
    .where(eq(customFields.id, input.id))
    .for("update")
  const before = await getField(ctx, input.id)
  const { id, seen, ...values } = input
  if (isChosen(before.kind) && values.options.length < 2)
    throw new RuleBroken(say("Enter at least two choices, each on a line of its own"), "options")
  const options = isChosen(before.kind) ? values.options : []
  const after = { ...values, options }
  const fields = Object.keys(after) as (keyof typeof after)[]
  const changed = fields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  if (changed.length === 0) return { id, label: values.label }
  checkSeen(seen, partsSeen(before), after, partInWords)
  await ensureNew(ctx, values.label, id)
  await ctx.tx.update(customFields).set(after).where(eq(customFields.id, id))
  await record(ctx, {
    what: "field.changed",
    subject: ["field", id],
    summary: say("Changed the question “{values}”", { values: values.label }),
    from: Object.fromEntries(changed.map((name) => [name, before[name]])),
    to: Object.fromEntries(changed.map((name) => [name, after[name]])),
  })
  return { id, label: values.label }
}

/** Moves a question one place up or down among those in use. */
export async function moveField(
  ctx: Ctx,
  { id, way }: MoveField,
): Promise<{ label: string; moved: boolean }> {
  guard(ctx)
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`fields ${ctx.lio.id}`}, 0))`)
  const questions = await listKeptFields(ctx)
  const inUse = questions.filter(({ retiredAt }) => retiredAt === null)
  const { label } = found(inUse.find((field) => field.id === id))
  const order = movedIn(
    inUse.map((field) => field.id),
    { id, way },
  )
  if (order) {
    await ctx.tx.execute(sql`
      update custom_fields f set position = o.place - 1 from ${placesOf(order)} where f.id = o.id`)
  }
  return { label, moved: order !== null }
}

async function setRetired(ctx: Ctx, id: string, retired: boolean): Promise<{ label: string }> {
  guard(ctx)
  const field = await getField(ctx, id)
  if ((field.retiredAt !== null) === retired) return { label: field.label }
  if (!retired) await ensureNew(ctx, field.label, id)
  await ctx.tx
    .update(customFields)
    .set({ retiredAt: retired ? ctx.now : null })
    .where(eq(customFields.id, id))
  await record(ctx, {
    what: retired ? "field.retired" : "field.offered",
    subject: ["field", id],
    summary: retired
      ? say("Retired the question “{field}”", { field: field.label })
      : say("Asks “{field}” again", { field: field.label }),
  })
  return { label: field.label }
}

/** Asks a question no more: its answers stay and come back with it. */
export const retireField = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, true)
/** Asks a retired question again. */
export const offerField = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, false)
