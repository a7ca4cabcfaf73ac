import { eq } from "drizzle-orm"
import { terms } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { addBid } from "@/lib/funding/bids/commands"
import { addBidInput, decideBidInput } from "@/lib/funding/bids/input"
import { decideBid, prepareBid, sendBid } from "@/lib/funding/bids/steps/commands"
import { addFunder } from "@/lib/funding/funders/commands"
import { addFunderInput } from "@/lib/funding/funders/input"
import { keepPublished } from "@/lib/funding/grants/commands"
import { openSearch } from "@/lib/funding/searches/commands"
import { openSearchInput } from "@/lib/funding/searches/input"
import type { Place } from "./base"
import { BIDS, FUNDERS, PUBLISHED, SEARCHES } from "./story/funding"
import { THEMES } from "./story/groups"
import { CAST } from "./story/people"

const DAY = 86_400_000

type Story = { lio: string; place: Place; now: Date }

/** The funding ledger: funders, bids at every step, what groups look for, and published grants that wait. */
export async function makeFunding({ lio, place, now }: Story) {
  const day = (after: number) => new Date(now.getTime() + after * DAY).toISOString().slice(0, 10)
  const worker = <T>(daysAgo: number, work: (ctx: Ctx) => Promise<T>) =>
    asPerson(lio, { email: CAST.worker.email }, work, { now: new Date(now.getTime() - daysAgo * DAY) })
  const idOf = (name: string) => place.groups.get(name)?.id ?? ""
  const themes = await worker(0, async (ctx) => {
    const rows = await ctx.tx
      .select({ id: terms.id, name: terms.name })
      .from(terms)
      .where(eq(terms.list, "theme"))
    return (keys: (keyof typeof THEMES)[]) =>
      rows.filter(({ name }) => keys.some((key) => THEMES[key] === name)).map(({ id }) => id)
  })
  const funders = new Map<string, string>()
  for (const { themes: keys, closes, ...said } of FUNDERS) {
    const input = addFunderInput.parse({
      ...said,
      termIds: themes(keys),
      closesOn: closes === null ? null : day(closes),
    })
    funders.set(said.name, (await worker(150, (ctx) => addFunder(ctx, input))).id)
  }
  for (const { groups, funder, opened, deadline, sent, due, decided, ...said } of BIDS) {
    const { id } = await worker(opened, (ctx) =>
      addBid(
        ctx,
        addBidInput.parse({
          ...{ title: said.title, asked: said.asked, groupIds: groups.map(idOf) },
          funderId: funders.get(funder),
          deadlineOn: deadline === undefined ? null : day(deadline),
        }),
      ),
    )
    if (said.preparing) await worker(said.preparing, (ctx) => prepareBid(ctx, { id }))
    if (sent)
      await worker(sent, (ctx) =>
        sendBid(ctx, { id, on: null, decisionDueOn: due === undefined ? null : day(due) }),
      )
    if (decided)
      await worker(decided.ago, (ctx) => decideBid(ctx, decideBidInput.parse({ id, ...decided.said })))
  }
  for (const { group, what, sum, by, themes: keys } of SEARCHES)
    await worker(9, (ctx) =>
      openSearch(
        ctx,
        openSearchInput.parse({
          groupIds: [idOf(group)],
          what,
          sum,
          neededBy: day(by),
          termIds: themes(keys),
        }),
      ),
    )
  await asSystem(
    lio,
    (ctx) =>
      keepPublished(ctx, {
        rows: PUBLISHED.length,
        grants: PUBLISHED.map(({ awarded, ...grant }) => ({ ...grant, awardedOn: day(-awarded) })),
      }),
    { now, name: "Command line", via: "import" },
  )
}
