import "server-only"
import { randomUUID } from "node:crypto"
import { bidGroups, bids } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import { type Ctx, personOf } from "../../../access/ctx"
import { record } from "../../../journal/commands"
import { formatMoney, say } from "../../../words"
import { funderCalled } from "../../funders/commands"

type Won = {
  title: string
  /** Whose money it is. */
  funder: string
  /** The group that leads. */
  groupId: string
  /** The others, with their part of the award. Null: not known. */
  partners: { groupId: string; part: number | null }[]
  asked: number | null
  awarded: number
  sentOn: string
  decidedOn: string
}

/**
 * Notes a bid that several groups have won together, as they say: one bid, so it counts once. That it came by our list of
 * opportunities is signposting; staff say more where we did more. Who may is settled by who calls. Gives its id.
 */
export async function noteWonTogether(
  ctx: Ctx,
  { title, funder, groupId, partners, asked, awarded, sentOn, decidedOn }: Won,
): Promise<string> {
  const id = randomUUID()
  const of = { lioId: ctx.lio.id }
  await readingAll(ctx, "the ledger is for staff to read; groups add what they won together", async () => {
    const { id: funderId } = await funderCalled(ctx, funder)
    await ctx.tx.insert(bids).values({
      ...{ ...of, id, groupId, funderId, title: title.slice(0, 200), asked, awarded, sentOn, decidedOn },
      ...{ openedOn: sentOn, share: "signposted", proof: "reported" },
      ...{ addedAt: ctx.now, addedBy: personOf(ctx.actor)?.personId ?? null },
    })
    if (partners.length > 0)
      await ctx.tx.insert(bidGroups).values(partners.map((one) => ({ ...of, ...one, bidId: id })))
  })
  await record(ctx, {
    what: "bid.won",
    subject: ["bid", id],
    groupIds: [groupId, ...partners.map((one) => one.groupId)],
    summary: say("Won {sum}: {title}", { sum: formatMoney(awarded), title }),
    to: { title, asked, awarded, decidedOn },
  })
  return id
}
