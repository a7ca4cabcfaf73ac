import "server-only"
import { asc, eq, isNull, sql } from "drizzle-orm"
import { customFields } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { type Answers, answerName, type Field } from "./input"
import { mayAnswer, mayKeepFields, maySeeField } from "./policy"

const columns = {
  id: customFields.id,
  label: customFields.label,
  hint: customFields.hint,
  kind: customFields.kind,
  options: customFields.options,
  forGroups: customFields.forGroups,
  retiredAt: customFields.retiredAt,
}
const order = [asc(customFields.position), asc(customFields.createdAt), asc(customFields.id)]

/** The LIO's own questions that are in use, in their order: all for staff, for a group's people those they may see. */
export async function listFields(ctx: Ctx): Promise<Field[]> {
  const rows = await ctx.tx
    .select(columns)
    .from(customFields)
    .where(isNull(customFields.retiredAt))
    .orderBy(...order)
  return rows.filter((field) => maySeeField(ctx.actor, field))
}

/** The same with retired ones: old answers and changes are still told by their label. */
export async function listEveryField(ctx: Ctx): Promise<Field[]> {
  const rows = await ctx.tx
    .select(columns)
    .from(customFields)
    .orderBy(...order)
  return rows.filter((field) => maySeeField(ctx.actor, field))
}

/** What changeGroup needs to know of answers that somebody gives: labels, and which of them only staff see. */
export type AnswersSaid = { labels: Record<string, string>; staffOnly: Set<string> }

/** Looks at answers before they are kept: refused when the question is not asked, or not of this person. */
export async function answersSaid(ctx: Ctx, groupId: string, custom: Answers): Promise<AnswersSaid> {
  const ids = Object.keys(custom)
  const fields = ids.length > 0 ? (await listEveryField(ctx)).filter(({ id }) => ids.includes(id)) : []
  ensure(
    fields.length === ids.length && fields.every((field) => mayAnswer(ctx.actor, groupId, field)),
    say("You may not change that. Ask the staff to do it."),
  )
  return {
    labels: Object.fromEntries(fields.map(({ id, label }) => [answerName(id), label])),
    staffOnly: new Set(
      fields.filter(({ forGroups }) => forGroups === "nothing").map(({ id }) => answerName(id)),
    ),
  }
}

/** Every question with the number of groups that have an answer, for the page where they are kept. */
export async function listKeptFields(ctx: Ctx) {
  ensure(mayKeepFields(ctx.actor), say("Only a manager can change this."))
  return ctx.tx
    .select({
      ...columns,
      answered: sql<number>`(select count(*)::int from groups g where g.removed_at is null and g.custom ? (custom_fields.id::text))`,
    })
    .from(customFields)
    .orderBy(sql`${customFields.retiredAt} is not null`, ...order)
}
export type KeptField = Awaited<ReturnType<typeof listKeptFields>>[number]

/** One question. */
export async function getField(ctx: Ctx, id: string): Promise<Field> {
  ensure(mayKeepFields(ctx.actor), say("Only a manager can change this."))
  const [row] = await ctx.tx.select(columns).from(customFields).where(eq(customFields.id, id))
  return found(row)
}
