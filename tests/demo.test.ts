import { sql } from "drizzle-orm"
import { expect, it } from "vitest"
import { closeDatabases } from "@/db/client"
import { seedDemo } from "@/db/seed/demo"
import { keys } from "@/db/vocabulary"
import { asPerson } from "@/lib/access/doors"
import { listChanges } from "@/lib/bulk/queries"
import { getAgreement } from "@/lib/consultations/codebook/queries"
import { listOffered } from "@/lib/consultations/languages/queries"
import { getConsultation, listConsultations } from "@/lib/consultations/queries"
import { listKeptFields } from "@/lib/fields/queries"
import { countSuggestions } from "@/lib/funding/grants/queries"
import { countPipeline } from "@/lib/funding/list/queries"
import { listSearches } from "@/lib/funding/searches/queries"
import { countSecured } from "@/lib/funding/secured/queries"
import { readList } from "@/lib/lists/input"
import { membershipStatuses } from "@/lib/membership-status/queries"
import { PARTS } from "@/lib/memberships/input"
import { countMemberships } from "@/lib/memberships/list/queries"
import { listToRenew } from "@/lib/memberships/queries"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { listNetworks } from "@/lib/networks/queries"
import { listInterest } from "@/lib/opportunities/interest/queries"
import { opportunityList } from "@/lib/opportunities/list/filters"
import { listOpportunities } from "@/lib/opportunities/list/queries"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { listRepresentations } from "@/lib/representations/queries"
import { listKeptTerms } from "@/lib/word-lists/queries"
import { freshDatabase } from "./support/database"

it("The demo tells the whole thread: one consultation open, one analysed, one answered and closed back", async () => {
  const database = await freshDatabase()
  await seedDemo()
  const as = <T>(email: string, work: Parameters<typeof asPerson<T>>[2]) => asPerson("demo", { email }, work)
  const consultations = await as("manager@demo.example", (ctx) => listConsultations(ctx))
  expect(consultations.map((one) => one.state).sort()).toEqual(["closed", "finished", "open"])
  for (const { id } of consultations) {
    const { fairness } = await as("viewer@demo.example", (ctx) => getConsultation(ctx, id))
    expect(Object.keys(fairness).length).toBeGreaterThanOrEqual(4)
  }
  const open = consultations.find(({ state }) => state === "open")?.id ?? ""
  const offered = await as("lead@demo.example", (ctx) => listOffered(ctx, open))
  expect(
    offered.map(({ language }) => language),
    "its Welsh is whole",
  ).toEqual(["cy"])
  const agreed = await Promise.all(
    consultations
      .filter(({ state }) => state !== "open")
      .map(({ id }) => as("viewer@demo.example", (ctx) => getAgreement(ctx, id))),
  )
  expect(agreed.map(([pair]) => pair?.passages).sort()).toEqual([10, 6])
  const stages = (await as("viewer@demo.example", (ctx) => listRepresentations(ctx)))
    .map((one) => one.stage)
    .sort()
  expect(stages).toEqual(["closed", "draft"])
  const [outcome] = await as("lead@demo.example", (ctx) => listOutcomes(ctx))
  expect(outcome?.asks.map((ask) => ask.reply)).toEqual(["accepted", "partly", "rejected"])
  expect(outcome?.asks[0]?.yours).toHaveLength(1)
  expect(
    await as("worker@demo.example", (ctx) => listNeeds(ctx, readList(needList, { state: "all" }))),
  ).toHaveLength(7)
  expect(
    (await as("member@demo.example", (ctx) => listNetworks(ctx))).filter((network) => network.inside),
  ).toHaveLength(1)
  const counts = await as("viewer@demo.example", (ctx) => countMemberships(ctx))
  for (const part of keys(PARTS).filter((one) => one !== "endless"))
    expect(counts[part], part).toBeGreaterThan(0)
  expect(counts.requests).toBe(2)
  const wrong = await as("viewer@demo.example", (ctx) =>
    ctx.tx.execute(sql`select g.name from groups g left join (${membershipStatuses(ctx)}) s on s.group_id = g.id
      where g.stage <> 'closed' and (g.stage in ('member', 'affiliate')) <> coalesce(s.state in ('current', 'ending', 'grace'), false)`),
  )
  expect([...wrong]).toEqual([])
  expect(await as("lead@demo.example", (ctx) => listToRenew(ctx))).toHaveLength(1)
  const changes = await as("viewer@demo.example", (ctx) => listChanges(ctx))
  expect(changes.map(({ fresh, undoneBy }) => fresh || undoneBy)).toEqual([true, "Dev Chaudhry", null])
  const kept = await as("manager@demo.example", async (ctx) => ({
    questions: await listKeptFields(ctx),
    words: await listKeptTerms(ctx),
    years: await ctx.tx.execute(sql`select group_id from group_sizes group by group_id having count(*) >= 3`),
  }))
  expect(kept.questions.map(({ answered }) => answered > 0)).toEqual([true, true, true])
  expect(kept.words.filter(({ retiredAt }) => retiredAt)).toHaveLength(1)
  expect(kept.years).toHaveLength(10)
  const visits = await as("viewer@demo.example", async (ctx) => {
    const open = await listOpportunities(ctx, readList(opportunityList, ""))
    const ours = open.find(({ title }) => title.startsWith("Friendly visits"))
    return { open: open.length, interested: await listInterest(ctx, ours?.id ?? "") }
  })
  expect(visits.open).toBe(5)
  expect(visits.interested.map(({ how }) => how).sort()).toEqual(["either", "lead", "partner", "partner"])
  const funding = await as("viewer@demo.example", async (ctx) => ({
    pipeline: await countPipeline(ctx),
    secured: await countSecured(ctx, { from: "2000-01-01" }),
    searches: await listSearches(ctx, { closed: false }),
    waiting: await countSuggestions(ctx),
  }))
  expect(funding.pipeline.map(({ state }) => state).sort()).toEqual(
    ["due", "looking", "preparing", "refused", "sent", "won"].sort(),
  )
  expect(funding.secured).toMatchObject({
    ...{ ours: { bids: 2, sum: 1_430_000 }, proven: { bids: 1 }, signposted: { bids: 2 } },
  })
  expect(funding.searches.map(({ fits }) => fits.length > 0)).toEqual([true, true, false])
  expect(funding.waiting.all).toBe(2)
  await closeDatabases()
  await database.drop()
})
