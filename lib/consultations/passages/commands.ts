import "server-only"
import { and, asc, eq, not, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { codes, passageCodes, passages, responses, responseVersions } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say, shortened } from "../../words"
import { keepCoding } from "../codebook/commands"
import { ensureNotStopped } from "../stopping/queries"
import type { CodePassage, TakePassage } from "./input"
import { mayTakePassages } from "./policy"
import { flat, standsIn } from "./words"

async function settleCodes(ctx: Ctx, consultationId: string, codeIds: string[], newCode: string | null) {
  const found = codeIds.length
    ? await ctx.tx
        .select({ id: codes.id })
        .from(codes)
        .where(and(isOneOf(codes.id, codeIds), eq(codes.consultationId, consultationId)))
    : []
  if (found.length !== new Set(codeIds).size)
    throw new RuleBroken(say("One of these names is gone. Open the page again."), "codeIds")
  if (!newCode) return found.map((code) => code.id)
  const [made] = await ctx.tx
    .insert(codes)
    .values({ lioId: ctx.lio.id, consultationId, name: newCode })
    .onConflictDoUpdate({ target: [codes.lioId, codes.consultationId, codes.name], set: { name: newCode } })
    .returning({ id: codes.id })
  return [...found.map((code) => code.id), ...(made ? [made.id] : [])]
}

/** Puts a passage under these codes and no others; who put it under one before stays with it. */
async function putUnder(ctx: Ctx, passageId: string, codeIds: string[]) {
  await ctx.tx
    .delete(passageCodes)
    .where(and(eq(passageCodes.passageId, passageId), not(isOneOf(passageCodes.codeId, codeIds))))
  const coded = { codedBy: personOf(ctx.actor)?.personId ?? null, codedAt: ctx.now }
  const rows = [...new Set(codeIds)].map((codeId) => ({ lioId: ctx.lio.id, passageId, codeId, ...coded }))
  if (rows.length > 0) await ctx.tx.insert(passageCodes).values(rows).onConflictDoNothing()
}

/**
 * Takes a passage from a signed-off answer. Its words must stand in the answer, and stay what they were. The codes it is put
 * under are how this person codes it, before anybody else has.
 */
export async function takePassage(ctx: Ctx, input: TakePassage): Promise<{ id: string }> {
  ensure(mayTakePassages(ctx.actor), say("Only workers and managers can take passages."))
  const [answer] = await ctx.tx
    .select({
      groupId: responses.groupId,
      version: responseVersions.version,
      answers: responseVersions.answers,
    })
    .from(responses)
    .innerJoin(
      responseVersions,
      and(eq(responseVersions.responseId, responses.id), eq(responseVersions.version, responses.version)),
    )
    .where(and(eq(responses.id, input.responseId), eq(responses.consultationId, input.consultationId)))
  const { groupId, version, answers } = found(answer)
  await ensureNotStopped(ctx, input)
  if (!standsIn(answers[input.questionId]?.text ?? "", input.quote)) {
    throw new RuleBroken(say("These words are not in the answer. Copy them exactly."), "quote")
  }
  const codeIds = await settleCodes(ctx, input.consultationId, input.codeIds, input.newCode)
  const [made] = await ctx.tx
    .insert(passages)
    .values({
      lioId: ctx.lio.id,
      responseId: input.responseId,
      version,
      questionId: input.questionId,
      groupId,
      quote: flat(input.quote),
      note: input.note,
      createdAt: ctx.now,
      createdBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning({ id: passages.id })
  const { id } = found(made)
  await putUnder(ctx, id, codeIds)
  if (codeIds.length > 0) await keepCoding(ctx, id, codeIds)
  await record(ctx, {
    what: "passage.taken",
    subject: ["passage", id],
    groupIds: [groupId],
    summary: say("Took a passage from their answer: “{quote}”", { quote: shortened(input.quote, 90) }),
  })
  return { id }
}

async function passageOf(ctx: Ctx, passageId: string) {
  const [row] = await ctx.tx
    .select({ consultationId: responses.consultationId, quote: passages.quote })
    .from(passages)
    .innerJoin(responses, eq(responses.id, passages.responseId))
    .where(eq(passages.id, passageId))
  return found(row)
}

/** The names of the codes under which a passage stands. */
async function namesOf(ctx: Ctx, passageId: string) {
  const rows = await ctx.tx
    .select({ name: codes.name })
    .from(passageCodes)
    .innerJoin(codes, eq(codes.id, passageCodes.codeId))
    .where(eq(passageCodes.passageId, passageId))
    .orderBy(asc(codes.name))
  return rows.map(({ name }) => name)
}

/** Keeps a passage under other names: what was agreed on, so that how each person coded it by themselves stays. */
export async function codePassage(ctx: Ctx, input: CodePassage) {
  ensure(mayTakePassages(ctx.actor), say("Only workers and managers can take passages."))
  const { consultationId, quote } = await passageOf(ctx, input.id)
  await ensureNotStopped(ctx, { consultationId })
  const from = await namesOf(ctx, input.id)
  await putUnder(ctx, input.id, await settleCodes(ctx, consultationId, input.codeIds, input.newCode))
  const to = await namesOf(ctx, input.id)
  if (from.join("\n") !== to.join("\n"))
    await record(ctx, {
      what: "passage.coded",
      subject: ["consultation", consultationId],
      summary: say("Changed the codes of “{quote}”", { quote: shortened(quote, 90) }),
      from: { codes: from },
      to: { codes: to },
    })
  return { consultationId }
}

/** A version of a paper in which the words are printed: as long as it can be read, whoever said them can take them back. */
async function printedIn(ctx: Ctx, passage: { id: string; quote: string }) {
  const [row] = await ctx.tx.execute<{ title: string; version: number }>(sql`
    select v.content ->> 'title' as title, v.version from representation_versions v
    where v.withdrawn_at is null and (
      jsonb_path_exists(v.content, '$.**.passageId ? (@ == $id)', jsonb_build_object('id', ${passage.id}::text))
      or jsonb_path_exists(v.content, '$.asks[*].evidence[*] ? (!exists(@.passageId) && @.quote == $quote)', jsonb_build_object('quote', ${passage.quote}::text)))
    order by v.published_at desc limit 1`)
  return row
}

/** Lets a passage go, unless it is evidence already or is printed. */
export async function dropPassage(ctx: Ctx, { id }: { id: string }) {
  ensure(mayTakePassages(ctx.actor), say("Only workers and managers can take passages."))
  const { consultationId, quote: said } = await passageOf(ctx, id)
  const pinned = await ctx.tx.execute(sql`
    select 1 from pinned_passages where passage_id = ${id} union all select 1 from need_evidence where passage_id = ${id} limit 1`)
  if (pinned.length > 0)
    throw new RuleBroken(
      say("This passage is used as evidence in a paper or for a need. Remove it there first."),
    )
  const printed = await printedIn(ctx, { id, quote: said })
  if (printed)
    throw new RuleBroken(
      say(
        "This passage is printed in version {version} of “{title}”. It has to stay, so that the group can still withdraw its words there.",
        printed,
      ),
    )
  const [gone] = await ctx.tx.delete(passages).where(eq(passages.id, id)).returning()
  const { groupId, quote } = found(gone)
  await record(ctx, {
    what: "passage.dropped",
    subject: ["consultation", consultationId],
    groupIds: [groupId],
    summary: say("Let a passage of their answer go: {quote}", { quote: shortened(quote, 100) }),
    from: { quote },
  })
  return { consultationId }
}
