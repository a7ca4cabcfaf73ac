import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groupAreas, groups, groupTerms } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound } from "@/lib/errors"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { expressInterest } from "@/lib/opportunities/interest/commands"
import { expressInput } from "@/lib/opportunities/interest/input"
import { sayBiddingConsent } from "@/lib/opportunities/partners/commands"
import { biddingConsentInput } from "@/lib/opportunities/partners/input"
import { findPartners, getBiddingConsent, getOwnCapability } from "@/lib/opportunities/partners/queries"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const all = { themes: [], areas: [], bands: [], page: 1 }
const consent = (groupId: string, willing: "yes" | "no", more = {}) =>
  biddingConsentInput.parse({ groupId, willing, ...more })
const names = async (who: typeof w.asLead, search = {}) => {
  const { groups: found, total } = await who((ctx) => findPartners(ctx, { ...all, ...search }))
  expect(total).toBe(found.length)
  return found.map(({ name }) => name)
}
const bySql = (who: typeof w.asLead) =>
  who(async (ctx) =>
    (await ctx.tx.execute<{ id: string }>(sql`select group_id as id from bidding_consents`)).map(
      ({ id }) => id,
    ),
  )

describe("A group is found by others", () => {
  it("only once it has said yes: who, when and how are kept", async () => {
    expect(await names(w.asOutsider)).toEqual([])
    expect(await w.asLead((ctx) => getBiddingConsent(ctx, w.foodbank.id))).toBeNull()
    await w.asLead((ctx) =>
      sayBiddingConsent(ctx, consent(w.foodbank.id, "yes", { saidHow: "phone", saidBy: "Somebody else" })),
    )
    expect(await w.asManager((ctx) => getBiddingConsent(ctx, w.foodbank.id))).toMatchObject({
      willing: true,
      saidBy: "Leila Lead",
      saidHow: "page",
    })
    expect(await names(w.asOutsider)).toEqual(["Clitheroe Food Bank"])
    expect(await names(w.asViewer)).toEqual(["Clitheroe Food Bank"])
    expect(await names(w.asLead), "not itself").toEqual([])
    expect(await w.asOtherManager((ctx) => findPartners(ctx, all))).toEqual({ total: 0, groups: [] })
    await expect(w.asPublic((ctx) => findPartners(ctx, all))).rejects.toThrow(NotAllowed)
  })

  it("and no more once it has said no: neither listed nor counted, by SQL either", async () => {
    await w.asOutsider((ctx) => sayBiddingConsent(ctx, consent(w.loner.id, "no")))
    expect(await bySql(w.asLead)).toEqual([w.foodbank.id])
    await w.asLead((ctx) => sayBiddingConsent(ctx, consent(w.foodbank.id, "no")))
    expect(await names(w.asOutsider)).toEqual([])
    expect(await names(w.asManager)).toEqual([])
    expect(await bySql(w.asOutsider)).toEqual([w.loner.id])
    expect(await bySql(w.asPublic)).toEqual([])
  })

  it("as its lead or staff say, who say who told them and how", async () => {
    for (const who of [w.asMember, w.asOutsider, w.asViewer, w.asPublic])
      await expect(who((ctx) => sayBiddingConsent(ctx, consent(w.foodbank.id, "yes")))).rejects.toThrow(
        NotAllowed,
      )
    await expect(
      w.asOtherManager((ctx) => sayBiddingConsent(ctx, consent(w.foodbank.id, "yes", { saidHow: "phone" }))),
    ).rejects.toThrow(NotFound)
    await expect(w.asOutsider((ctx) => getBiddingConsent(ctx, w.foodbank.id))).rejects.toThrow(NotAllowed)
    await expect(w.asOutsider((ctx) => getOwnCapability(ctx, w.foodbank.id))).rejects.toThrow(NotAllowed)
    await expect(w.asWorker((ctx) => sayBiddingConsent(ctx, consent(w.choir.id, "yes")))).rejects.toThrow(
      "how they told you",
    )
    await w.asWorker((ctx) =>
      sayBiddingConsent(ctx, consent(w.choir.id, "yes", { saidHow: "phone", saidBy: "Their secretary" })),
    )
    expect(await w.asViewer((ctx) => getBiddingConsent(ctx, w.choir.id))).toMatchObject({
      saidHow: "phone",
      saidBy: "Their secretary",
    })
    expect(await names(w.asOutsider)).toEqual(["Côr Meibion Llanfair"])
  })

  it("is asked as it says that it’s interested, too", async () => {
    await w.system((ctx) => readOpportunities(ctx, noticesOf(processOf("visits"))))
    const [row] = await w.system((ctx) => ctx.tx.execute<{ id: string }>(sql`select id from opportunities`))
    const said = {
      opportunityId: row?.id,
      groupId: w.foodbank.id,
      how: "alone",
      offer: "All of it",
      seenBy: "staff",
    }
    await w.asLead((ctx) => expressInterest(ctx, expressInput.parse(said)))
    expect(await names(w.asOutsider)).toEqual(["Côr Meibion Llanfair"])
    await w.asLead((ctx) => expressInterest(ctx, expressInput.parse({ ...said, willing: "yes" })))
    expect(await names(w.asOutsider)).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
  })

  it("by theme, area and size", async () => {
    const [theme, area] = await w.system(async (ctx) => {
      const one = async (query: ReturnType<typeof sql>) =>
        (await ctx.tx.execute<{ id: string }>(query))[0]?.id ?? ""
      const theme = await one(
        sql`insert into terms (lio_id, list, name) values (${ctx.lio.id}, 'theme', 'Food') returning id`,
      )
      const area = await one(
        sql`insert into areas (lio_id, kind, name) values (${ctx.lio.id}, 'ward', 'Edisford') returning id`,
      )
      await ctx.tx.insert(groupTerms).values({ lioId: ctx.lio.id, groupId: w.foodbank.id, termId: theme })
      await ctx.tx.insert(groupAreas).values({ lioId: ctx.lio.id, groupId: w.foodbank.id, areaId: area })
      await ctx.tx.update(groups).set({ incomeBand: "to_50k" }).where(sql`id = ${w.foodbank.id}`)
      return [theme, area]
    })
    for (const search of [
      { themes: [theme] },
      { areas: [area] },
      { bands: ["to_50k", "to_1m"] },
      { themes: [theme], areas: [area], bands: ["to_50k"] },
    ])
      expect(await names(w.asOutsider, search)).toEqual(["Clitheroe Food Bank"])
    expect(await names(w.asOutsider, { bands: ["none"] })).toEqual([])
    expect(await names(w.asOutsider, { themes: [area] })).toEqual([])
  })
})

describe("What a group shows", () => {
  const shown = (who = w.asOutsider) =>
    who(async (ctx: Ctx) =>
      (await findPartners(ctx, all)).groups.find(({ groupId }) => groupId === w.foodbank.id),
    )
  it("is its insurance and policies that are in date, and what the ledger says it has won", async () => {
    await w.system(async (ctx) => {
      const lio = ctx.lio.id
      const on = (days: number) => sql`${ctx.today}::date + ${days}::int`
      const file = (kind: string, until: ReturnType<typeof sql>, gone = false) =>
        ctx.tx.execute(sql`
        insert into files (lio_id, on_kind, on_id, group_id, name, kind, runs_until, digest, audience, added_at, removed_at)
        values (${lio}, 'group', ${w.foodbank.id}, ${w.foodbank.id}, 'x.pdf', ${kind}, ${until}, 'd', 'staff', now(), ${gone ? sql`now()` : sql`null`})`)
      await file("insurance", on(-1))
      await file("insurance", on(0))
      await file("insurance", on(100))
      await file("safeguarding", on(-30))
      await file("policy", on(10))
      await file("policy", sql`null`)
      await file("policy", on(50), true)
      await file("accounts", on(50))
      const funder = (
        await ctx.tx.execute<{ id: string }>(
          sql`insert into funders (lio_id, name, name_key) values (${lio}, 'Fund', 'fund') returning id`,
        )
      )[0]?.id
      const bid = async (groupId: string, awarded: number | null, more = sql`null, null`) =>
        (
          await ctx.tx.execute<{ id: string }>(sql`
        insert into bids (lio_id, group_id, funder_id, title, opened_on, awarded, decided_on, undone_at, withdrawn_on)
        values (${lio}, ${groupId}, ${funder}, 'B', '2025-01-01', ${awarded}, ${awarded ? "2025-06-01" : null}, ${more}) returning id`)
        )[0]?.id
      await bid(w.foodbank.id, 100_000)
      await bid(w.foodbank.id, null)
      await bid(w.foodbank.id, 5_000_000, sql`now(), null`)
      const joint = await bid(w.choir.id, 50_000)
      await ctx.tx.execute(
        sql`insert into bid_groups (lio_id, bid_id, group_id) values (${lio}, ${joint}, ${w.choir.id}), (${lio}, ${joint}, ${w.foodbank.id})`,
      )
      await bid(w.choir.id, 900_000)
    })
    const its = await shown()
    const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    expect(its?.papers.map(({ kind }) => kind)).toEqual(["insurance", "policy"])
    expect(its?.papers[0]?.until).toBe(on(100))
    expect(its?.awards).toEqual({ count: 2, sum: 150_000, together: 1, last: "2025-06-01" })
    expect(its).toMatchObject({ themes: ["Food"], areas: ["Edisford"], incomeBand: "to_50k" })
    expect(
      (await w.asLead((ctx) => getOwnCapability(ctx, w.foodbank.id))).capability,
      "the same as it sees itself",
    ).toEqual(its)
  })

  it("opens neither its files nor the ledger", async () => {
    await shown()
    await w.asOutsider(async (ctx) => {
      await findPartners(ctx, all)
      expect(await ctx.tx.execute(sql`select from files`)).toHaveLength(0)
      expect(await ctx.tx.execute(sql`select from bids`)).toHaveLength(0)
    })
  })
})
