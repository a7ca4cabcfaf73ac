import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { dayThatWas, RuleBroken } from "../../../errors"
import { formatMoney, say } from "../../../words"
import { type Bid, lockBid, type Moved, moveBid } from "../commands"
import type { DecideBid, SendBid } from "../input"

function ensureOpen({ decidedOn, withdrawnOn }: Bid) {
  if (withdrawnOn) throw new RuleBroken(say("This bid was withdrawn. Open it again first."))
  if (decidedOn) throw new RuleBroken(say("The funder has already decided this bid. Open it again first."))
}

function ensureNotBefore(day: string, sentOn: string | null) {
  if (sentOn && day < sentOn)
    throw new RuleBroken(say("This is before the bid was sent. Check both dates."), "on")
}

/** The group has begun to write it. */
export async function prepareBid(ctx: Ctx, { id }: { id: string }): Promise<Moved> {
  const bid = await lockBid(ctx, id)
  ensureOpen(bid)
  if (bid.preparingOn || bid.sentOn) throw new RuleBroken(say("This bid is being prepared already."))
  return moveBid(ctx, bid, {
    what: "bid.prepared",
    to: { preparingOn: ctx.today },
    summary: say("Preparing the bid: {title}", { title: bid.title }),
  })
}

/** It is with the funder: the task of its deadline goes. */
export async function sendBid(ctx: Ctx, { id, on, decisionDueOn }: SendBid): Promise<Moved> {
  const bid = await lockBid(ctx, id)
  ensureOpen(bid)
  if (bid.sentOn) throw new RuleBroken(say("This bid has already been sent."))
  const sentOn = dayThatWas(ctx, on)
  if (decisionDueOn && decisionDueOn < sentOn)
    throw new RuleBroken(
      say("The decision can’t be due before the bid is sent. Check both dates."),
      "decisionDueOn",
    )
  return moveBid(ctx, bid, {
    what: "bid.sent",
    to: { sentOn, decisionDueOn },
    summary: say("Sent the bid: {title}", { title: bid.title }),
  })
}

/** What the funder decided, on the day of the award. Said again it corrects what was said before. */
export async function decideBid(ctx: Ctx, input: DecideBid): Promise<Moved> {
  const bid = await lockBid(ctx, input.id)
  if (bid.withdrawnOn) throw new RuleBroken(say("This bid was withdrawn. Open it again first."))
  const decidedOn = dayThatWas(ctx, input.on)
  ensureNotBefore(decidedOn, bid.sentOn)
  const { awarded, paid, share } = input
  if (input.outcome === "refused") {
    await ensureUnproven(ctx, bid)
    return moveBid(ctx, bid, {
      what: "bid.refused",
      to: { decidedOn, awarded: null, paid: null, proof: null, share: share ?? bid.share },
      summary: say("Turned down: {title}", { title: bid.title }),
    })
  }
  const proven = await isProven(ctx, bid)
  if (input.proof === "matched" && !proven)
    throw new RuleBroken(
      say("Only a published grant that you confirm can prove it. Choose how you know, or confirm the grant."),
      "proof",
    )
  const proof = proven ? "matched" : input.proof
  return moveBid(ctx, bid, {
    what: "bid.won",
    to: { decidedOn, awarded, paid, share, proof },
    summary: say("Won {sum}: {title}", { sum: formatMoney(awarded ?? 0), title: bid.title }),
  })
}

/** The group doesn't want it any more. */
export async function withdrawBid(ctx: Ctx, { id, on }: { id: string; on: string | null }): Promise<Moved> {
  const bid = await lockBid(ctx, id)
  ensureOpen(bid)
  return moveBid(ctx, bid, {
    what: "bid.withdrawn",
    to: { withdrawnOn: dayThatWas(ctx, on) },
    summary: say("Withdrew the bid: {title}", { title: bid.title }),
  })
}

/** Whether a published grant proves it. */
async function isProven(ctx: Ctx, { id }: Bid) {
  const rows = await ctx.tx.execute(sql`select id from grant_matches where bid_id = ${id} limit 1`)
  return rows.length > 0
}

/** An award that a published grant proves stays an award until the match is undone. */
async function ensureUnproven(ctx: Ctx, bid: Bid) {
  if (await isProven(ctx, bid))
    throw new RuleBroken(say("A published grant proves this award. Undo that match first, on its page."))
}

/** Opens a bid again that was decided or withdrawn by mistake. */
export async function reopenBid(ctx: Ctx, { id }: { id: string }): Promise<Moved> {
  const bid = await lockBid(ctx, id)
  if (!bid.decidedOn && !bid.withdrawnOn) throw new RuleBroken(say("This bid is open already."))
  await ensureUnproven(ctx, bid)
  return moveBid(ctx, bid, {
    what: "bid.reopened",
    to: { decidedOn: null, withdrawnOn: null, awarded: null, paid: null, proof: null },
    summary: say("Opened the bid again: {title}", { title: bid.title }),
  })
}

/** Notes how much of an award has been paid so far. */
export async function payBid(ctx: Ctx, { id, paid }: { id: string; paid: number | null }): Promise<Moved> {
  const bid = await lockBid(ctx, id)
  if (bid.awarded === null)
    throw new RuleBroken(say("Nothing has been awarded yet. Record the decision first."))
  if ((paid ?? 0) > bid.awarded)
    throw new RuleBroken(say("This is more than was awarded. Check both sums."), "paid")
  return moveBid(ctx, bid, {
    what: "bid.paid",
    to: { paid },
    summary: say("Paid so far {sum}: {title}", { sum: formatMoney(paid ?? 0), title: bid.title }),
  })
}
