import "server-only"
import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { terms } from "@/db/schema"
import { TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { listCategories } from "../classification/queries"
import { ensure, found, RuleBroken } from "../errors"
import { record, recordMany } from "../journal/commands"
import { checkSeen } from "../seen"
import { say } from "../words"
import type { AddTerm, MeanTerm, MergeTerm, RenameTerm, ShowTerm } from "./input"
import { mayKeepTerms } from "./policy"
import { getTerm, isHiddenAmong } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepTerms(ctx.actor), say("Only staff who keep the groups can change the lists."))

/** One at a time: two people who add or merge the same word do not make two of it. */
export const lockLists = (ctx: Ctx) =>
  ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`terms ${ctx.lio.id}`}, 0))`)

async function ensureNew(ctx: Ctx, { list, name }: AddTerm, exceptId?: string) {
  const [twin] = await ctx.tx
    .select({ name: terms.name, retiredAt: terms.retiredAt })
    .from(terms)
    .where(
      and(
        eq(terms.list, list),
        sql`lower(${terms.name}) = lower(${name})`,
        isNull(terms.mergedIntoId),
        exceptId ? ne(terms.id, exceptId) : undefined,
      ),
    )
  if (!twin) return
  const what = say("“{twin}” is on the list “{termLists}” already", {
    twin: twin.name,
    termLists: TERM_LISTS[list],
  })
  if (twin.retiredAt)
    throw new RuleBroken(say("{what}, as a retired word. Bring it back instead.", { what }), "name")
  throw new RuleBroken(exceptId ? say("{what}. Merge the two instead.", { what }) : `${what}.`, "name")
}

/** Adds a word to one of the LIO's lists. */
export async function addTerm(ctx: Ctx, input: AddTerm): Promise<{ id: string; name: string }> {
  guard(ctx)
  await lockLists(ctx)
  await ensureNew(ctx, input)
  const [made] = await ctx.tx
    .insert(terms)
    .values({ ...input, lioId: ctx.lio.id })
    .returning({ id: terms.id, name: terms.name })
  const term = found(made)
  await record(ctx, {
    what: "term.added",
    subject: ["term", term.id],
    summary: say("Added “{term}” to {termLists}", { term: term.name, termLists: TERM_LISTS[input.list] }),
    to: input,
  })
  return term
}

async function standing(ctx: Ctx, id: string) {
  const term = await getTerm(ctx, id)
  if (term.mergedIntoId) {
    const { name } = await getTerm(ctx, term.mergedIntoId)
    throw new RuleBroken(
      say("Somebody merged “{term}” into “{name}”. Change that word instead.", { term: term.name, name }),
    )
  }
  return term
}

/** Calls a word something else, on every group that has it. */
export async function renameTerm(
  ctx: Ctx,
  { id, name, seen }: RenameTerm,
): Promise<{ id: string; name: string }> {
  guard(ctx)
  await lockLists(ctx)
  const before = await standing(ctx, id)
  if (before.name === name) return { id, name }
  checkSeen(seen, { name: before.name }, { name })
  await ensureNew(ctx, { list: before.list, name }, id)
  await ctx.tx.update(terms).set({ name }).where(eq(terms.id, id))
  await record(ctx, {
    what: "term.renamed",
    subject: ["term", id],
    summary: say("“{before}” is called “{name}” now", { before: before.name, name }),
    from: { name: before.name },
    to: { name },
  })
  return { id, name }
}

/** Says which category of UK-CAT a word means: groups that have the word are then of it. */
export async function meanTerm(ctx: Ctx, { id, category }: MeanTerm): Promise<{ id: string; name: string }> {
  guard(ctx)
  await lockLists(ctx)
  const before = await standing(ctx, id)
  const categoryNamed = (await listCategories(ctx)).find(({ code }) => code === category)
  if (category && !categoryNamed) throw new RuleBroken(say("Choose a category from the list."), "category")
  if (before.category === category) return before
  await ctx.tx.update(terms).set({ category }).where(eq(terms.id, id))
  await record(ctx, {
    what: "term.meant",
    subject: ["term", id],
    summary: categoryNamed
      ? say("“{before}” means {categoryNamed} ({code})", {
          before: before.name,
          categoryNamed: categoryNamed.name,
          code: categoryNamed.code,
        })
      : say("“{before}” means no category", { before: before.name }),
    from: { category: before.category },
    to: { category },
  })
  return before
}

/** Shows a tag to the groups that have it, or keeps it for staff again. Other words are for everybody anyway. */
export async function showTerm(
  ctx: Ctx,
  { id, shown }: ShowTerm,
): Promise<{ id: string; name: string; shown: boolean }> {
  guard(ctx)
  await lockLists(ctx)
  const term = await standing(ctx, id)
  if (term.list !== "tag") throw new RuleBroken(say("Only tags can be kept from groups."))
  if ((term.shownAt !== null) === shown) return { id, name: term.name, shown }
  await ctx.tx
    .update(terms)
    .set({ shownAt: shown ? ctx.now : null })
    .where(eq(terms.id, id))
  await record(ctx, {
    what: shown ? "term.shown" : "term.hidden",
    subject: ["term", id],
    summary: shown
      ? say("Groups can see the tag “{term}”", { term: term.name })
      : say("Only staff can see the tag “{term}”", { term: term.name }),
  })
  return { id, name: term.name, shown }
}

async function setRetired(ctx: Ctx, id: string, retired: boolean): Promise<{ name: string }> {
  guard(ctx)
  await lockLists(ctx)
  const term = await standing(ctx, id)
  if ((term.retiredAt !== null) === retired) return term
  await ctx.tx
    .update(terms)
    .set({ retiredAt: retired ? ctx.now : null })
    .where(eq(terms.id, id))
  await record(ctx, {
    what: retired ? "term.retired" : "term.offered",
    subject: ["term", id],
    summary: retired
      ? say("Retired “{term}”", { term: term.name })
      : say("Offers “{term}” again", { term: term.name }),
  })
  return term
}

/** Offers a word no more. Groups that have it keep it. */
export const retireTerm = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, true)
/** Offers a retired word again. */
export const offerTerm = (ctx: Ctx, { id }: { id: string }) => setRetired(ctx, id, false)

/** Each group that has the word says so in its story, with its words before and after. */
async function tellGroups(ctx: Ctx, { id, into }: MergeTerm, summary: string) {
  const hidden = await isHiddenAmong(ctx, [id, into])
  const rows = await ctx.tx.execute<{ groupId: string; termIds: string[] }>(sql`
    select a.group_id as "groupId", array_agg(b.term_id) as "termIds"
    from group_terms a join group_terms b on b.group_id = a.group_id where a.term_id = ${id}::uuid group by a.group_id`)
  await recordMany(ctx, {
    what: "group.changed",
    summary,
    audience: hidden ? "staff" : undefined,
    groups: rows.map(({ groupId, termIds }) => ({
      groupId,
      from: { termIds },
      to: { termIds: [...new Set(termIds.map((termId) => (termId === id ? into : termId)))] },
    })),
  })
}

/** Moves all groups and needs from one word to another of the same list. Addresses with the old word lead to the new. */
export async function mergeTerm(
  ctx: Ctx,
  { id, into }: MergeTerm,
): Promise<{ id: string; name: string; from: string; groups: number }> {
  guard(ctx)
  await lockLists(ctx)
  const [old, kept] = [await standing(ctx, id), await standing(ctx, into)]
  if (id === into || old.list !== kept.list)
    throw new RuleBroken(
      say("Choose another word from the list “{termLists}”.", { termLists: TERM_LISTS[old.list] }),
      "into",
    )
  const summary = say("“{old}” went up in “{kept}”", { old: old.name, kept: kept.name })
  await tellGroups(ctx, { id, into }, summary)
  await ctx.tx.execute(sql`
    insert into group_terms (lio_id, group_id, term_id)
    select lio_id, group_id, ${into}::uuid from group_terms where term_id = ${id} on conflict do nothing`)
  await ctx.tx.execute(sql`delete from group_terms where term_id = ${id}`)
  await ctx.tx.execute(sql`
    insert into need_themes (lio_id, need_id, term_id)
    select lio_id, need_id, ${into}::uuid from need_themes where term_id = ${id} on conflict do nothing`)
  await ctx.tx.execute(sql`delete from need_themes where term_id = ${id}`)
  const ids = [id, ...(await mergedBefore(ctx, id))]
  await ctx.tx
    .update(terms)
    .set({
      mergedIntoId: into,
      retiredAt: sql`coalesce(${terms.retiredAt}, ${ctx.now.toISOString()}::timestamptz)`,
    })
    .where(isOneOf(terms.id, ids))
  await record(ctx, {
    what: "term.merged",
    subject: ["term", id],
    summary,
    from: { name: old.name, groups: old.groups },
    to: { into, name: kept.name },
  })
  return { id: into, name: kept.name, from: old.name, groups: old.groups }
}

async function mergedBefore(ctx: Ctx, id: string) {
  const rows = await ctx.tx.select({ id: terms.id }).from(terms).where(eq(terms.mergedIntoId, id))
  return rows.map((row) => row.id)
}
