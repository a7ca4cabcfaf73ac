import "server-only"
import { randomUUID } from "node:crypto"
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { bids, grantMatches, publishedGrants } from "@/db/schema"
import { keys, type SHARES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../../access/ctx"
import { ensure, found, RuleBroken } from "../../../errors"
import { record, recordEach, recordSeveral } from "../../../journal/commands"
import { formatMoney, say } from "../../../words"
import { type Bid, lockBid, moveBid } from "../../bids/commands"
import { settlePublished } from "../../funders/commands"
import { mayKeepFunding } from "../../policy"
import type { ConfirmMatch, PressMatch } from "../input"
import { getSuggestion, listSure, type Suggestion } from "../queries"

const guard = (ctx: Ctx) =>
  ensure(mayKeepFunding(ctx.actor), say("Only workers and managers keep the funding ledger."))
const DECIDED = say("Somebody has decided this already. Open the page again.")

/** A suggestion, kept from others until this is done, with its grant, which may be suggested for another group as well. */
async function lockSuggestion(ctx: Ctx, id: string): Promise<Suggestion> {
  guard(ctx)
  const [there] = await ctx.tx
    .select({ confirmedAt: grantMatches.confirmedAt, refusedAt: grantMatches.refusedAt })
    .from(grantMatches)
    .innerJoin(publishedGrants, eq(publishedGrants.id, grantMatches.grantId))
    .where(eq(grantMatches.id, id))
    .for("update")
  const { confirmedAt, refusedAt } = found(there)
  if (confirmedAt || refusedAt) throw new RuleBroken(DECIDED)
  return getSuggestion(ctx, id)
}

type Settled = { suggestion: Suggestion; bidId: string }

/** Writes that these are the groups' own, each with its bid. */
async function writeConfirmed(ctx: Ctx, settled: Settled[]) {
  const rows = settled.map(({ suggestion, bidId }) => ({ id: suggestion.id, bidId }))
  await ctx.tx.execute(sql`
    update grant_matches m set confirmed_at = ${ctx.now.toISOString()}::timestamptz, decided_by = ${personOf(ctx.actor)?.personId ?? null}::uuid, bid_id = r."bidId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "bidId" uuid) where m.id = r.id and m.confirmed_at is null and m.refused_at is null`)
}

/** Awards that were not in the ledger, as their funder published them. */
async function addAwards(
  ctx: Ctx,
  suggestions: Suggestion[],
  share: keyof typeof SHARES,
): Promise<Settled[]> {
  if (suggestions.length === 0) return []
  if (suggestions.some(({ currency }) => currency !== "GBP"))
    throw new RuleBroken(
      say("This grant isn’t in pounds, and the ledger keeps pounds only. Add the bid yourself, in pounds."),
    )
  if (suggestions.some(({ amount }) => amount === 0))
    throw new RuleBroken(say("This grant has no sum. Add the bid yourself when you know it."))
  const funders = await settlePublished(
    ctx,
    await publishedFunders(
      ctx,
      suggestions.map(({ id }) => id),
    ),
  )
  const settled = suggestions.map((suggestion) => ({ suggestion, bidId: randomUUID() as string }))
  await ctx.tx.insert(bids).values(
    settled.map(({ suggestion, bidId }) => ({
      ...{ lioId: ctx.lio.id, id: bidId, groupId: suggestion.groupId },
      funderId: found(funders.get(suggestion.funder)),
      title: suggestion.title.slice(0, 200),
      awarded: suggestion.amount,
      openedOn: suggestion.awardedOn,
      decidedOn: suggestion.awardedOn,
      share,
      proof: "matched" as const,
      addedAt: ctx.now,
      addedBy: personOf(ctx.actor)?.personId ?? null,
    })),
  )
  return settled
}

async function publishedFunders(ctx: Ctx, matchIds: string[]) {
  const rows = await ctx.tx.execute<{ name: string; orgId: string | null }>(sql`
    select p.funder_name as name, max(p.funder_org_id) as "orgId" from grant_matches m join published_grants p on p.id = m.grant_id
    where m.id = any (${sql.param(matchIds)}::uuid[]) group by 1`)
  return [...rows]
}

const inWords = ({ amount, currency, funder }: Suggestion) =>
  currency === "GBP" ? say("{sum} from {funder}", { sum: formatMoney(amount), funder }) : funder

type Proved = Partial<Pick<Bid, "awarded" | "decidedOn" | "share" | "proof">>

/** Says in the log which grant is whose; `was`: what the bid said before and what it says now, null for one that it made. */
const confirmed = (
  settled: Settled[],
  was: (bidId: string) => { from: Proved; to: Proved } | null = () => null,
) =>
  settled.map(({ suggestion, bidId }) => ({
    what: "grant.confirmed" as const,
    subject: ["grant", suggestion.id] as [string, string],
    groupIds: [suggestion.groupId],
    summary: say("Confirmed a published grant: {grant}", { grant: inWords(suggestion) }),
    from: was(bidId)?.from ?? null,
    to: { bidId, said: was(bidId)?.to ?? null },
  }))

/** What the award says once it is proved, and what it said. */
function proved(bid: Bid, { amount, awardedOn }: Suggestion, share: keyof typeof SHARES | null) {
  if (bid.withdrawnOn || (bid.decidedOn && bid.awarded === null))
    throw new RuleBroken(say("This bid was turned down or withdrawn. Open it again first."), "bidId")
  return {
    awarded: bid.awarded ?? amount,
    decidedOn: bid.decidedOn ?? awardedOn,
    share: share ?? bid.share ?? ("none" as const),
    proof: "matched" as const,
  }
}

/** Confirms that a published grant is this group's: it proves a bid of the ledger, or becomes an award there. */
export async function confirmMatch(ctx: Ctx, { id, bidId, share }: ConfirmMatch) {
  const suggestion = await lockSuggestion(ctx, id)
  if (!bidId) {
    const settled = await addAwards(ctx, [suggestion], share ?? "none")
    await writeConfirmed(ctx, settled)
    await recordEach(ctx, confirmed(settled))
    return { id, bidId: found(settled[0]).bidId, group: suggestion.group }
  }
  if (!suggestion.candidates.some((one) => one.id === bidId))
    throw new RuleBroken(say("This grant can’t be that bid: group, funder, sum or date differ."), "bidId")
  const bid = await lockBid(ctx, bidId)
  const to = proved(bid, suggestion, share)
  await moveBid(ctx, bid, {
    what: "bid.proved",
    to,
    summary: say("Found in published data: {title}", { title: bid.title }),
  })
  const settled = [{ suggestion, bidId }]
  await writeConfirmed(ctx, settled)
  const { awarded, decidedOn, share: part, proof } = bid
  await recordEach(
    ctx,
    confirmed(settled, () => ({ from: { awarded, decidedOn, share: part, proof }, to })),
  )
  return { id, bidId, group: suggestion.group }
}

/**
 * Confirms all suggestions by number that are plain, after somebody has looked at them: `count` is how many the page
 * showed. `acts` undoes them together.
 */
export async function confirmAllSure(ctx: Ctx, { count }: { count: number }) {
  guard(ctx)
  await ctx.tx
    .select({ id: grantMatches.id })
    .from(grantMatches)
    .where(and(isNull(grantMatches.confirmedAt), isNull(grantMatches.refusedAt)))
    .for("update")
  const sure = await listSure(ctx)
  if (sure.length !== count)
    throw new RuleBroken(say("There are other suggestions now. Look at them again first."))
  const linked = new Map<string, Suggestion>()
  for (const suggestion of sure) {
    const [bid] = suggestion.candidates
    if (bid && !linked.has(bid.id)) linked.set(bid.id, suggestion)
  }
  const toLink = new Set([...linked.values()].map(({ id }) => id))
  const before = await ctx.tx
    .select({ id: bids.id, proof: bids.proof })
    .from(bids)
    .where(isOneOf(bids.id, [...linked.keys()]))
    .for("update")
  await ctx.tx
    .update(bids)
    .set({ proof: "matched" })
    .where(isOneOf(bids.id, [...linked.keys()]))
  const added = await addAwards(
    ctx,
    sure.filter(({ id }) => !toLink.has(id)),
    "none",
  )
  const settled = [...[...linked].map(([bidId, suggestion]) => ({ bidId, suggestion })), ...added]
  await writeConfirmed(ctx, settled)
  await recordEach(
    ctx,
    confirmed(settled, (bidId) => {
      const was = before.find(({ id }) => id === bidId)
      if (!was) return null
      return { from: { proof: was.proof }, to: { proof: "matched" } }
    }),
  )
  const acts = await recordSeveral(
    ctx,
    "grant",
    settled.map(({ suggestion }) => suggestion.id),
  )
  return { acts, confirmed: settled.length }
}

/** Notes that a published grant is not this group's: it is not suggested for it again. */
async function refuseMatch(ctx: Ctx, { id }: { id: string }) {
  const suggestion = await lockSuggestion(ctx, id)
  await ctx.tx
    .update(grantMatches)
    .set({ refusedAt: ctx.now, decidedBy: personOf(ctx.actor)?.personId ?? null })
    .where(eq(grantMatches.id, id))
  await record(ctx, {
    what: "grant.refused",
    subject: ["grant", id],
    summary: say("Not {group}: {grant}", { group: suggestion.group, grant: inWords(suggestion) }),
  })
  return { id, group: suggestion.group }
}

/** Does what a button beside a suggestion says. A single award of the ledger that it matches is taken. */
export async function pressMatch(ctx: Ctx, { press: { act, id } }: PressMatch) {
  if (act === "refuse") return { act, ...(await refuseMatch(ctx, { id })) }
  const { candidates } = await lockSuggestion(ctx, id)
  if (candidates.length > 1)
    throw new RuleBroken(say("It could be several bids. Open it and choose which one."))
  return { act, ...(await confirmMatch(ctx, { id, bidId: candidates[0]?.id ?? null, share: null })) }
}

/** Takes a decision about a published grant back: it waits again, and the ledger says what it said before. */
export async function reconsiderMatch(ctx: Ctx, { id }: { id: string }) {
  guard(ctx)
  const [match] = await ctx.tx.select().from(grantMatches).where(eq(grantMatches.id, id)).for("update")
  const { bidId, groupId, confirmedAt, refusedAt } = found(match)
  if (!confirmedAt && !refusedAt) throw new RuleBroken(say("This waits already."))
  await ctx.tx
    .update(grantMatches)
    .set({ confirmedAt: null, refusedAt: null, decidedBy: null, bidId: null })
    .where(
      and(
        eq(grantMatches.id, id),
        or(isNotNull(grantMatches.confirmedAt), isNotNull(grantMatches.refusedAt)),
      ),
    )
  if (bidId) await takeProofBack(ctx, id, bidId)
  await record(ctx, {
    what: "grant.reconsidered",
    subject: ["grant", id],
    groupIds: bidId ? [groupId] : undefined,
    summary: say("Took back what was decided about a published grant"),
  })
  return { id, bidId }
}

/** The bid as it was before a grant proved it, but for what was changed since; an award that the grant had made goes. */
async function takeProofBack(ctx: Ctx, matchId: string, bidId: string) {
  const [told] = await ctx.tx.execute<{ from: Proved | null; said: Proved | null }>(sql`
    select "from", "to" -> 'said' as said from events where what = 'grant.confirmed' and subject_id = ${matchId} order by at desc limit 1`)
  const [bid] = await ctx.tx
    .select({ id: bids.id })
    .from(bids)
    .where(and(eq(bids.id, bidId), isNull(bids.undoneAt)))
  if (!bid) return
  if (told?.from) {
    const before = await lockBid(ctx, bidId)
    const { from, said } = told
    const still = keys(from).filter((field) => before[field] === said?.[field])
    await moveBid(ctx, before, {
      what: "bid.moved_back",
      to: Object.fromEntries(still.map((field) => [field, from[field]])),
      summary: say("Not found in published data: {title}", { title: before.title }),
    })
  } else await ctx.tx.update(bids).set({ undoneAt: ctx.now }).where(eq(bids.id, bidId))
}
