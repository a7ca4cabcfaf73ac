import "server-only"
import { eq } from "drizzle-orm"
import { consortiumBids } from "@/db/schema"
import { type Ctx, personIdOf } from "../../../access/ctx"
import { dayThatWas, found, RuleBroken } from "../../../errors"
import { noteWonTogether } from "../../../funding/bids/together/commands"
import { record } from "../../../journal/commands"
import { formatMoney, say } from "../../../words"
import { audienceOf, type Consortium, guided, openRoom } from "../queries"
import type { DecideBid, SubmitBid, TellFeedback } from "./input"

const bidOf = async (ctx: Ctx, id: string) =>
  (await ctx.tx.select().from(consortiumBids).where(eq(consortiumBids.consortiumId, id)).for("update"))[0]

/** The bid has gone in. Said again it corrects what was said, until it is decided. */
export async function submitConsortiumBid(
  ctx: Ctx,
  { id, on, wentTo, asked }: SubmitBid,
): Promise<{ id: string }> {
  await guided(ctx, id)
  const before = await bidOf(ctx, id)
  if (before?.outcome) throw new RuleBroken(say("It has been said already what became of this bid."))
  const said = { submittedOn: dayThatWas(ctx, on), wentTo, asked }
  await ctx.tx
    .insert(consortiumBids)
    .values({ ...said, lioId: ctx.lio.id, consortiumId: id, audience: audienceOf(id) })
    .onConflictDoUpdate({ target: [consortiumBids.lioId, consortiumBids.consortiumId], set: said })
  await record(ctx, {
    what: "consortium.bid_submitted",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("The bid went to {body}", { body: wentTo }),
    to: said,
  })
  return { id }
}

/** What became of the bid. Won, it goes into the funding ledger as one bid of all groups, with what each gets. */
export async function decideConsortiumBid(ctx: Ctx, input: DecideBid): Promise<{ id: string }> {
  const { id, outcome, parts } = input
  const its = await guided(ctx, id)
  const bid = found(await bidOf(ctx, id))
  if (bid.outcome) throw new RuleBroken(say("It has been said already what became of this bid."))
  const decidedOn = dayThatWas(ctx, input.on)
  if (decidedOn < bid.submittedOn)
    throw new RuleBroken(say("This is before the bid went in. Check both dates."), "on")
  const awarded = outcome === "won" ? input.awarded : null
  const bidId = awarded === null ? null : await intoLedger(ctx, its, { ...bid, awarded, decidedOn, parts })
  const said = { outcome, decidedOn, awarded, bidId }
  await ctx.tx.update(consortiumBids).set(said).where(eq(consortiumBids.consortiumId, id))
  await record(ctx, {
    what: "consortium.bid_decided",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: {
      won: say("The bid was won: {sum}", { sum: formatMoney(awarded ?? 0) }),
      lost: say("The bid wasn’t won"),
      withdrawn: say("The bid was withdrawn"),
    }[outcome],
    to: { outcome, decidedOn, awarded },
  })
  return { id }
}

/** Anybody in the room writes down what the buyer said of the bid, and what the groups would do otherwise, also where it was lost. */
export async function tellFeedback(
  ctx: Ctx,
  { id, feedback, lesson }: TellFeedback,
): Promise<{ id: string }> {
  await openRoom(ctx, id, { open: true })
  const bid = found(await bidOf(ctx, id))
  if (!bid.outcome) throw new RuleBroken(say("Say first what became of the bid."))
  if (bid.feedback === feedback && bid.lesson === lesson) return { id }
  const told = { feedback, lesson, toldAt: ctx.now, toldBy: personIdOf(ctx.actor) }
  await ctx.tx.update(consortiumBids).set(told).where(eq(consortiumBids.consortiumId, id))
  await record(ctx, {
    what: "consortium.feedback_told",
    subject: ["consortium", id],
    audience: audienceOf(id),
    summary: say("Wrote down what the buyer said about the bid"),
    to: { feedback, lesson },
  })
  return { id }
}

type Won = {
  asked: number | null
  awarded: number
  submittedOn: string
  decidedOn: string
  wentTo: string
  parts: DecideBid["parts"]
}

/** What each group gets has to come to the sum, or nobody’s part is said. */
function intoLedger(ctx: Ctx, { title, groups }: Consortium, won: Won): Promise<string> {
  const all = groups.filter(({ stands }) => stands === "in")
  const lead = found(all.find(({ leads }) => leads))
  const partOf = new Map(won.parts.map(({ groupId, part }) => [groupId, part]))
  const said = all.map(({ groupId }) => partOf.get(groupId) ?? null)
  const known = said.some((part) => part !== null)
  if (known && said.reduce<number>((sum, part) => sum + (part ?? 0), 0) !== won.awarded)
    throw new RuleBroken(
      say("What the groups get doesn’t come to {sum}. Check the sums, or leave them all empty.", {
        sum: formatMoney(won.awarded),
      }),
      "awarded",
    )
  return noteWonTogether(ctx, {
    ...{ title, funder: won.wentTo, groupId: lead.groupId, asked: won.asked, awarded: won.awarded },
    ...{ sentOn: won.submittedOn, decidedOn: won.decidedOn },
    partners: all
      .filter((one) => one !== lead)
      .map(({ groupId }) => ({ groupId, part: known ? (partOf.get(groupId) ?? 0) : null })),
  })
}
