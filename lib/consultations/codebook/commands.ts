import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { codes, codingCodes, codings, passages, responses } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { mayTakePassages } from "../passages/policy"
import { ensureNotStopped } from "../stopping/queries"
import type { AddCode, ChangeCode, CodeAgain, MergeCodes } from "./input"

const REFUSED = say("Only workers and managers can change the code book.")
const TWICE = say("There’s already a code with this name. Choose another name, or merge the two.")

async function codeRow(ctx: Ctx, id: string) {
  ensure(mayTakePassages(ctx.actor), REFUSED)
  const [code] = await ctx.tx.select().from(codes).where(eq(codes.id, id)).for("update")
  return found(code)
}

/** The code of those who said otherwise is one of the same consultation, and not the code itself. */
async function settleOtherwise(ctx: Ctx, consultationId: string, otherwiseId: string | null, id?: string) {
  if (!otherwiseId) return null
  const [other] = await ctx.tx
    .select({ id: codes.id })
    .from(codes)
    .where(and(eq(codes.id, otherwiseId), eq(codes.consultationId, consultationId)))
  if (!other || other.id === id) throw new RuleBroken(say("Choose another code"), "otherwiseId")
  return other.id
}

async function ensureNew(ctx: Ctx, consultationId: string, name: string, id?: string) {
  const [same] = await ctx.tx
    .select({ id: codes.id })
    .from(codes)
    .where(and(eq(codes.consultationId, consultationId), sql`lower(${codes.name}) = lower(${name})`))
  if (same && same.id !== id) throw new RuleBroken(TWICE, "name")
}

/** Puts a code into the code book, with what belongs under it. */
export async function addCode(ctx: Ctx, { consultationId, name, definition, otherwiseId }: AddCode) {
  ensure(mayTakePassages(ctx.actor), REFUSED)
  await ensureNew(ctx, consultationId, name)
  const [made] = await ctx.tx
    .insert(codes)
    .values({
      ...{ lioId: ctx.lio.id, consultationId, name, definition },
      otherwiseId: await settleOtherwise(ctx, consultationId, otherwiseId),
    })
    .returning({ id: codes.id })
  await record(ctx, {
    what: "code.added",
    subject: ["consultation", consultationId],
    summary: say("Added the code “{name}”", { name }),
    to: { name, definition },
  })
  return { id: found(made).id, consultationId }
}

/** Changes what a code is called, what belongs under it, and which code is for those who said otherwise. */
export async function changeCode(ctx: Ctx, { id, name, definition, otherwiseId }: ChangeCode) {
  const before = await codeRow(ctx, id)
  const { consultationId } = before
  await ensureNew(ctx, consultationId, name, id)
  const to = {
    name,
    definition,
    otherwiseId: await settleOtherwise(ctx, consultationId, otherwiseId, id),
  }
  await ctx.tx.update(codes).set(to).where(eq(codes.id, id))
  await record(ctx, {
    what: "code.changed",
    subject: ["consultation", consultationId],
    summary: say("Changed the code “{name}”", { name }),
    from: { name: before.name, definition: before.definition, otherwiseId: before.otherwiseId },
    to,
  })
  return { id, consultationId }
}

/** Makes one code of two: every passage of the first is under the second from now on, also in what each coded alone. */
export async function mergeCodes(ctx: Ctx, { id, intoId }: MergeCodes) {
  const gone = await codeRow(ctx, id)
  if (id === intoId) throw new RuleBroken(say("Choose another code"), "intoId")
  const kept = await codeRow(ctx, intoId)
  found(gone.consultationId === kept.consultationId || null)
  await ctx.tx.execute(sql`
    insert into passage_codes (lio_id, passage_id, code_id, coded_by, coded_at)
    select lio_id, passage_id, ${intoId}::uuid, coded_by, coded_at from passage_codes where code_id = ${id}::uuid on conflict do nothing`)
  await ctx.tx.execute(sql`
    insert into coding_codes (lio_id, passage_id, person_id, code_id)
    select lio_id, passage_id, person_id, ${intoId}::uuid from coding_codes where code_id = ${id}::uuid on conflict do nothing`)
  await ctx.tx
    .update(codes)
    .set({ otherwiseId: sql`nullif(${intoId}::uuid, ${codes.id})` })
    .where(eq(codes.otherwiseId, id))
  await ctx.tx.delete(codes).where(eq(codes.id, id))
  await record(ctx, {
    what: "code.merged",
    subject: ["consultation", kept.consultationId],
    summary: say("Merged the code “{gone}” into “{kept}”", { gone: gone.name, kept: kept.name }),
    from: { name: gone.name, definition: gone.definition },
    to: { name: kept.name },
  })
  return { consultationId: kept.consultationId, gone: gone.name, kept: kept.name }
}

/** Keeps how somebody coded a passage by themselves, in place of how they did before. */
export async function keepCoding(ctx: Ctx, passageId: string, codeIds: readonly string[]) {
  const personId = personOf(ctx.actor)?.personId
  if (!personId) return
  const { id: lioId } = ctx.lio
  await ctx.tx
    .insert(codings)
    .values({ lioId, passageId, personId, codedAt: ctx.now })
    .onConflictDoUpdate({
      target: [codings.lioId, codings.passageId, codings.personId],
      set: { codedAt: ctx.now },
    })
  await ctx.tx
    .delete(codingCodes)
    .where(and(eq(codingCodes.passageId, passageId), eq(codingCodes.personId, personId)))
  const rows = [...new Set(codeIds)].map((codeId) => ({ lioId, passageId, personId, codeId }))
  if (rows.length > 0) await ctx.tx.insert(codingCodes).values(rows)
}

/** Codes a passage once more, by oneself: the codes that it stands under don't change, only the agreement of the two is worked out. */
export async function codeAgain(ctx: Ctx, { id, codeIds }: CodeAgain) {
  ensure(mayTakePassages(ctx.actor), REFUSED)
  const [passage] = await ctx.tx
    .select({ consultationId: responses.consultationId, quote: passages.quote })
    .from(passages)
    .innerJoin(responses, eq(responses.id, passages.responseId))
    .where(eq(passages.id, id))
  const { consultationId, quote } = found(passage)
  await ensureNotStopped(ctx, { consultationId })
  const its = await ctx.tx
    .select({ id: codes.id, name: codes.name })
    .from(codes)
    .where(and(isOneOf(codes.id, codeIds), eq(codes.consultationId, consultationId)))
  if (its.length !== new Set(codeIds).size)
    throw new RuleBroken(say("One of these codes isn’t there any more. Open the page again."), "codeIds")
  await keepCoding(ctx, id, codeIds)
  await record(ctx, {
    what: "passage.coded_again",
    subject: ["consultation", consultationId],
    summary: say("Coded “{quote}” on their own", { quote: shortened(quote, 90) }),
    to: { codes: its.map(({ name }) => name) },
  })
  return { consultationId }
}
