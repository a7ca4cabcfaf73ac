import "server-only"
import { and, eq, gt, isNull, notInArray, sql } from "drizzle-orm"
import { bidGroups, bids } from "@/db/schema"
import { keys } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { dayThatWas, ensure, found, RuleBroken } from "../../errors"
import { settleGroups } from "../../groups/picker/commands"
import { record } from "../../journal/commands"
import { getChange, stands } from "../../journal/queries"
import type { EventName } from "../../rooms"
import { say } from "../../words"
import { settleFunder } from "../funders/commands"
import { mayKeepFunding } from "../policy"
import type { AddBid, ChangeBid } from "./input"
import { followDeadline } from "./task/commands"

const REFUSED = say("Only workers and managers keep the funding ledger.")
/** For how long a bid that was added by mistake can be taken back. */
const UNDO_HOURS = 24

/** A bid, with the groups that ask together with the one that leads. */
export type Bid = typeof bids.$inferSelect & { partners: string[] }
/** What can be changed of a bid, and changed back. */
type Changes = Partial<Omit<Bid, "lioId" | "id" | "taskId" | "addedAt" | "addedBy" | "undoneAt" | "openedOn">>
type Move = { what: EventName; to: Changes; summary: string }
/** What came of it: `change` undoes it, null when nothing was different. */
export type Moved = { id: string; title: string; change: string | null }

/** A bid, kept from others until this is done; for who may change it. */
export async function lockBid(ctx: Ctx, id: string): Promise<Bid> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  const [row] = await ctx.tx
    .select()
    .from(bids)
    .where(and(eq(bids.id, id), isNull(bids.undoneAt)))
    .for("update")
  const bid = found(row)
  const partners = await ctx.tx
    .select({ id: bidGroups.groupId })
    .from(bidGroups)
    .where(eq(bidGroups.bidId, id))
    .orderBy(bidGroups.groupId)
  return { ...bid, partners: partners.map((one) => one.id) }
}

/** Writes a change of a bid with what it said before, and moves its task with it. */
export async function moveBid(ctx: Ctx, before: Bid, { what, to, summary }: Move): Promise<Moved> {
  const fields = keys(to).filter((field) => JSON.stringify(to[field]) !== JSON.stringify(before[field]))
  const title = to.title ?? before.title
  if (fields.length === 0) return { id: before.id, title, change: null }
  const said: Changes = Object.fromEntries(fields.map((field) => [field, to[field]]))
  const { partners, ...columns } = said
  if (Object.keys(columns).length > 0) await ctx.tx.update(bids).set(columns).where(eq(bids.id, before.id))
  if (partners) await writePartners(ctx, before.id, partners)
  const now = { ...before, ...said }
  await followDeadline(ctx, before, now)
  const change = await record(ctx, {
    what,
    subject: ["bid", before.id],
    groupIds: [...new Set([now.groupId, ...now.partners])],
    summary,
    from: Object.fromEntries(fields.map((field) => [field, before[field]])),
    to: said,
  })
  return { id: before.id, title, change }
}

async function writePartners(ctx: Ctx, bidId: string, partners: string[]) {
  await ctx.tx
    .delete(bidGroups)
    .where(and(eq(bidGroups.bidId, bidId), notInArray(bidGroups.groupId, partners)))
  // Whoever stays keeps its part of the award.
  if (partners.length > 0)
    await ctx.tx
      .insert(bidGroups)
      .values(partners.map((groupId) => ({ lioId: ctx.lio.id, bidId, groupId })))
      .onConflictDoNothing()
}

/** The groups of a bid: who leads (whoever did, while still among them), and who asks with it. */
async function groupsOf(ctx: Ctx, input: AddBid | ChangeBid, led?: string) {
  const chosen = (await settleGroups(ctx, input)).map(({ id }) => id)
  const lead = [led, input.groupIds[0], ...chosen].find((id) => id && chosen.includes(id))
  return { groupId: found(lead), partners: chosen.filter((id) => id !== lead).sort() }
}

/** Notes a bid of a group, or of several together; with a deadline comes its task. */
export async function addBid(ctx: Ctx, input: AddBid): Promise<{ id: string; title: string }> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  const { title, asked, deadlineOn, notes, at } = input
  const { groupId, partners } = await groupsOf(ctx, input)
  const funder = await settleFunder(ctx, input)
  const [made] = await ctx.tx
    .insert(bids)
    .values({
      ...{ lioId: ctx.lio.id, groupId, funderId: funder.id, title, asked, deadlineOn, notes },
      openedOn: ctx.today,
      preparingOn: at === "preparing" ? ctx.today : null,
      sentOn: at === "sent" ? ctx.today : null,
      addedAt: ctx.now,
      addedBy: personOf(ctx.actor)?.personId ?? null,
    })
    .returning()
  const bid = found(made)
  await writePartners(ctx, bid.id, partners)
  await followDeadline(ctx, null, bid)
  await record(ctx, {
    what: "bid.added",
    subject: ["bid", bid.id],
    groupIds: [groupId, ...partners],
    summary: say("A bid to {funder}: {title}", { funder: funder.name, title }),
    to: { title, asked, deadlineOn },
  })
  return { id: bid.id, title }
}

/** Says a bid better: its groups, funder, sums, dates and notes. */
export async function changeBid(ctx: Ctx, input: ChangeBid): Promise<Moved> {
  const before = await lockBid(ctx, input.id)
  const { title, asked, deadlineOn, notes, share } = input
  const groups = await groupsOf(ctx, input, before.groupId)
  const funder = await settleFunder(ctx, input)
  if (before.awarded !== null && !share)
    throw new RuleBroken(say("An award needs our part in it. Choose one."), "share")
  const sent = before.sentOn
    ? {
        sentOn: input.sentOn ? dayThatWas(ctx, input.sentOn, "sentOn") : before.sentOn,
        decisionDueOn: input.decisionDueOn,
      }
    : {}
  return moveBid(ctx, before, {
    what: "bid.changed",
    to: { ...groups, ...sent, funderId: funder.id, title, asked, deadlineOn, notes, share },
    summary: say("Changed the bid: {title}", { title }),
  })
}

/** Takes a bid back that was added by mistake, within a day; it stays in the log. */
export async function undoBid(ctx: Ctx, { id }: { id: string }): Promise<Bid> {
  const bid = await lockBid(ctx, id)
  const since = new Date(ctx.now.getTime() - UNDO_HOURS * 3_600_000)
  const [undone] = await ctx.tx
    .update(bids)
    .set({ undoneAt: ctx.now })
    .where(
      and(
        eq(bids.id, id),
        gt(bids.addedAt, since),
        sql`not exists (select from grant_matches m where m.bid_id = ${id})`,
      ),
    )
    .returning({ undoneAt: bids.undoneAt })
  if (!undone)
    throw new RuleBroken(
      say("You can take a bid back for a day after it was added. Withdraw it or change it instead."),
    )
  await followDeadline(ctx, bid, { ...bid, ...undone })
  await record(ctx, {
    what: "bid.undone",
    subject: ["bid", id],
    groupIds: [bid.groupId, ...bid.partners],
    summary: say("Taken back: the bid “{title}”", { title: bid.title }),
  })
  return bid
}

/** What a change of a bid is called in the log. */
const CHANGES = [
  "bid.changed",
  "bid.prepared",
  "bid.sent",
  "bid.won",
  "bid.refused",
  "bid.withdrawn",
  "bid.reopened",
  "bid.paid",
] as const satisfies readonly EventName[]

/** Undoes a change of a bid, unless it was changed again since. `id` is the change's. */
export async function undoChange(ctx: Ctx, id: string): Promise<Moved> {
  ensure(mayKeepFunding(ctx.actor), REFUSED)
  const { id: bidId, from, to } = await getChange(ctx, id, [...CHANGES])
  const now = await lockBid(ctx, bidId)
  if (!stands(now, to))
    throw new RuleBroken(say("This bid has been changed again since, so it stays as it is."))
  return moveBid(ctx, now, {
    what: "bid.moved_back",
    to: from as Changes,
    summary: say("The bid is as it was before: {title}", { title: now.title }),
  })
}
