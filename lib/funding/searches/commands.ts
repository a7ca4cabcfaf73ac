import "server-only"
import { and, eq, isNotNull, isNull } from "drizzle-orm"
import { fundingSearches, fundingSearchTerms, fundingTips } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { addresseesOf, listSpokespeople } from "../../consultations/invitations/queries"
import { postAll } from "../../email/commands"
import { ensure, found, RuleBroken } from "../../errors"
import { settleGroups } from "../../groups/picker/commands"
import { record, recordEach } from "../../journal/commands"
import { addTask } from "../../tasks/commands"
import { formatLongDate, say } from "../../words"
import { knownThemes } from "../funders/commands"
import { getFunder } from "../funders/queries"
import { mayKeepFunding } from "../policy"
import { sumsInWords } from "../words"
import type { ChangeSearch, OpenSearch, Tell } from "./input"
import { getSearch, isFit } from "./queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep what groups look for."))

/** Notes what groups look for money for, one search a group. */
export async function openSearch(ctx: Ctx, input: OpenSearch) {
  guard(ctx)
  const { what, sum, neededBy, termIds } = input
  const groups = await settleGroups(ctx, input)
  const themes = await knownThemes(ctx, termIds)
  const made = await ctx.tx
    .insert(fundingSearches)
    .values(
      groups.map(({ id }) => ({
        ...{ lioId: ctx.lio.id, groupId: id, what, sum, neededBy },
        openedAt: ctx.now,
        openedBy: personOf(ctx.actor)?.personId ?? null,
      })),
    )
    .returning({ id: fundingSearches.id, groupId: fundingSearches.groupId })
  const terms = made.flatMap(({ id }) =>
    themes.map((termId) => ({ lioId: ctx.lio.id, searchId: id, termId })),
  )
  if (terms.length > 0) await ctx.tx.insert(fundingSearchTerms).values(terms)
  await recordEach(
    ctx,
    made.map(({ id, groupId }) => ({
      what: "funding.wanted" as const,
      subject: ["funding", id] as [string, string],
      groupIds: [groupId],
      summary: say("Looks for funding: {what}", { what }),
      to: { what, sum, neededBy },
    })),
  )
  return { id: found(made[0]).id, what }
}

async function lockSearch(ctx: Ctx, id: string) {
  guard(ctx)
  const [row] = await ctx.tx.select().from(fundingSearches).where(eq(fundingSearches.id, id)).for("update")
  return found(row)
}

/** Says better what a group looks for. */
export async function changeSearch(ctx: Ctx, { id, termIds, ...said }: ChangeSearch) {
  const before = await lockSearch(ctx, id)
  const themes = await knownThemes(ctx, termIds)
  await ctx.tx.update(fundingSearches).set(said).where(eq(fundingSearches.id, id))
  await ctx.tx.delete(fundingSearchTerms).where(eq(fundingSearchTerms.searchId, id))
  if (themes.length > 0)
    await ctx.tx
      .insert(fundingSearchTerms)
      .values(themes.map((termId) => ({ lioId: ctx.lio.id, searchId: id, termId })))
  const { what, sum, neededBy } = before
  await record(ctx, {
    what: "funding.want_changed",
    subject: ["funding", id],
    groupIds: [before.groupId],
    summary: say("Changed what it looks for: {what}", { what: said.what }),
    from: { what, sum, neededBy },
    to: said,
  })
  return { id, what: said.what }
}

/** The group has found it, or looks no more. */
export async function closeSearch(ctx: Ctx, { id }: { id: string }) {
  const { groupId, what } = await lockSearch(ctx, id)
  const [closed] = await ctx.tx
    .update(fundingSearches)
    .set({ closedAt: ctx.now })
    .where(and(eq(fundingSearches.id, id), isNull(fundingSearches.closedAt)))
    .returning({ id: fundingSearches.id })
  if (!closed) throw new RuleBroken(say("This search is closed already."))
  await record(ctx, {
    what: "funding.not_wanted",
    subject: ["funding", id],
    groupIds: [groupId],
    summary: say("No longer looks for funding: {what}", { what }),
  })
  return { id, what }
}

/** The group looks for it again. */
export async function reopenSearch(ctx: Ctx, { id }: { id: string }) {
  const { groupId, what } = await lockSearch(ctx, id)
  const [opened] = await ctx.tx
    .update(fundingSearches)
    .set({ closedAt: null })
    .where(and(eq(fundingSearches.id, id), isNotNull(fundingSearches.closedAt)))
    .returning({ id: fundingSearches.id })
  if (!opened) throw new RuleBroken(say("This search is open already."))
  await record(ctx, {
    what: "funding.wanted",
    subject: ["funding", id],
    groupIds: [groupId],
    summary: say("Looks for funding again: {what}", { what }),
  })
  return { id, what }
}

/** Tells a group of a funder that fits what it looks for, once each way: by email to whoever speaks for it, or as a task. */
export async function tellOfFunder(ctx: Ctx, { searchId, funderId, way, words, back }: Tell) {
  const { groupId, what } = await lockSearch(ctx, searchId)
  const [search, funder] = await Promise.all([getSearch(ctx, searchId), getFunder(ctx, funderId)])
  if (!(await isFit(ctx, { searchId, funderId })))
    throw new RuleBroken(say("{funder} doesn’t fit this search any more.", { funder: funder.name }))
  const [told] = await ctx.tx
    .select()
    .from(fundingTips)
    .where(and(eq(fundingTips.searchId, searchId), eq(fundingTips.funderId, funderId)))
  if (way === "email" ? told?.emailedAt : told?.taskedAt)
    throw new RuleBroken(say("That is done already. Open the page again."))
  const at = way === "email" ? { emailedAt: ctx.now } : { taskedAt: ctx.now }
  await ctx.tx
    .insert(fundingTips)
    .values({ lioId: ctx.lio.id, searchId, funderId, ...at })
    .onConflictDoUpdate({ target: [fundingTips.lioId, fundingTips.searchId, fundingTips.funderId], set: at })
  if (way === "task") {
    await addTask(ctx, {
      what: say("Tell {group} about {funder} ({where})", {
        ...{ group: search.group, funder: funder.name },
        where: `/funding/funders/${funderId}`,
      }),
      assigneeId: personOf(ctx.actor)?.personId ?? null,
      dueOn: null,
      groupId,
    })
  } else {
    const addressees = addresseesOf(await listSpokespeople(ctx, [groupId], "news"))
    if (addressees.length === 0)
      throw new RuleBroken(
        say("Nobody at this group can be emailed. Add an email address to the group, or make it a task."),
      )
    const { name, funds, whoCanAsk, website, closesOn, anyTime, leastSum, mostSum } = funder
    await postAll(
      ctx,
      addressees.map(({ to, basis, groups }) => ({
        letter: "funding-tip",
        stream: "news",
        to,
        basis,
        props: {
          ...{ funder: name, what, words, funds, whoCanAsk, groups },
          url: website,
          sums: sumsInWords(leastSum, mostSum),
          closes: closesOn ? formatLongDate(closesOn) : anyTime ? say("any time") : null,
        },
      })),
    )
  }
  await record(ctx, {
    what: way === "email" ? "funding.told" : "funding.tasked",
    subject: ["funder", funderId],
    groupIds: [groupId],
    summary:
      way === "email"
        ? say("Emailed about a funder that may fit: {funder}", { funder: funder.name })
        : say("Made a task: tell them about {funder}", { funder: funder.name }),
  })
  return { funder: funder.name, group: search.group, way, back: back ?? "funding/searches" }
}
