import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import {
  addOpportunity,
  changeOpportunity,
  hideOpportunity,
  noteOpportunity,
  showOpportunity,
} from "@/lib/opportunities/commands"
import { getOpportunityWithSteps } from "@/lib/opportunities/history/queries"
import { readOpportunities } from "@/lib/opportunities/importing/commands"
import { addOpportunityInput, changeOpportunityInput } from "@/lib/opportunities/input"
import { opportunitiesAsTable } from "@/lib/opportunities/list/export/queries"
import { opportunityList } from "@/lib/opportunities/list/filters"
import { countOpportunities, listOpportunities } from "@/lib/opportunities/list/queries"
import { getOpportunity } from "@/lib/opportunities/queries"
import { lengthInWords, summaryOf } from "@/lib/opportunities/words"
import { findEverywhere } from "@/lib/search/queries"
import { noticesOf, processOf } from "./support/notices"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-06-01T09:00:00Z")
const at = <T>(work: (ctx: Ctx) => Promise<T>) => w.system(work, "ribble", NOW)
const ids = new Map<string, string>()
const idOf = (title: string) => ids.get(title) ?? ""

const found = async (query: string, as = at) =>
  as(async (ctx) => {
    const listing = readList(opportunityList, query)
    const rows = await listOpportunities(ctx, listing)
    expect((await countOpportunities(ctx, listing)).total).toBe(rows.length)
    return rows.map(({ title }) => title)
  })

beforeAll(async () => {
  await at((ctx) =>
    readOpportunities(
      ctx,
      noticesOf(
        processOf("visits", {
          title: "Friendly visits",
          tenderPeriod: { endDate: "2026-06-10T12:00:00+01:00" },
          value: { amount: 120000, currency: "GBP" },
          contractPeriod: { startDate: "2026-09-01T00:00:00+01:00", endDate: "2029-08-31T23:59:59+01:00" },
        }),
        processOf("roof", {
          title: "Roof repairs",
          classification: { scheme: "CPV", id: "45261900" },
          suitability: { vcse: false },
          tenderPeriod: { endDate: "2026-08-01T12:00:00Z" },
          value: { amount: 9000000, currency: "GBP" },
          items: [{ id: "1", deliveryAddresses: [{ region: "UKL18" }] }],
        }),
        processOf("past", {
          title: "Past lunches",
          tenderPeriod: { endDate: "2026-05-01T12:00:00Z" },
          value: { amount: 5000, currency: "EUR" },
        }),
        processOf(
          "won",
          { title: "Won minibuses" },
          {
            tag: ["award"],
            awards: [{ id: "1", status: "active", suppliers: [{ id: "s", name: "Bowland Buses" }] }],
          },
        ),
        processOf("gone", { title: "Gone fencing", status: "cancelled" }, { tag: ["tenderCancellation"] }),
      ),
    ),
  )
  const rows = await at((ctx) =>
    ctx.tx.execute<{ id: string; title: string }>(sql`select id, title from opportunities`),
  )
  for (const { id, title } of rows) ids.set(title, id)
})

describe("The list of opportunities", () => {
  it("shows what is open by its closing day, and the rest under its tabs", async () => {
    expect(await found("")).toEqual(["Friendly visits", "Roof repairs"])
    expect(await found("show=closing")).toEqual(["Friendly visits"])
    expect(await found("show=closed")).toEqual(["Past lunches"])
    expect(await found("show=awarded")).toEqual(["Won minibuses"])
    expect(await found("show=cancelled")).toEqual(["Gone fencing"])
    expect((await found("show=all")).length).toBe(5)
    expect(await found("show=sideways")).toEqual([])
  })

  it("is narrowed by words, kind, region, sum, suitability, days and source", async () => {
    expect(await found("q=friendly")).toEqual(["Friendly visits"])
    expect(await found("kind=45")).toEqual(["Roof repairs"])
    expect(await found("kind=45&kind.not=yes")).toEqual(["Friendly visits"])
    expect(await found("region=L")).toEqual(["Roof repairs"])
    expect(await found("upto=120,000")).toEqual(["Friendly visits"])
    expect(await found("upto=£100k")).toEqual([])
    expect(await found("show=closed&upto=10000")).toEqual([])
    expect(await found("upto=lots")).toEqual([])
    expect(await found("vcse=yes")).toEqual(["Friendly visits"])
    expect(await found("from=11+6+2026")).toEqual(["Roof repairs"])
    expect(await found("to=10+6+2026")).toEqual(["Friendly visits"])
    expect(await found("source=notices-of-example")).toHaveLength(2)
    expect(await found("source=hand")).toEqual([])
  })

  it("is for staff and the people of groups, in their own LIO, and goes along as a file", async () => {
    for (const who of [w.asViewer, w.asLead, w.asMember])
      expect(await who((ctx) => listOpportunities(ctx, readList(opportunityList, "show=all")))).toHaveLength(
        5,
      )
    expect(
      await w.asOtherManager((ctx) => listOpportunities(ctx, readList(opportunityList, "show=all"))),
    ).toEqual([])
    await expect(w.asPublic((ctx) => listOpportunities(ctx, readList(opportunityList, "")))).rejects.toThrow(
      NotAllowed,
    )
    await expect(w.asPublic((ctx) => getOpportunity(ctx, idOf("Friendly visits")))).rejects.toThrow(
      NotAllowed,
    )
    await expect(w.asOtherManager((ctx) => getOpportunity(ctx, idOf("Friendly visits")))).rejects.toThrow(
      NotFound,
    )
    const { headings, pieces } = await at((ctx) => opportunitiesAsTable(ctx, readList(opportunityList, "")))
    const [rows = []] = [...(pieces as Iterable<unknown[][]>)]
    expect(Object.fromEntries(headings.map((heading, n) => [heading, rows[0]?.[n]]))).toMatchObject({
      Opportunity: "Friendly visits",
      "Worth up to": 120000,
      "Suitable for voluntary groups": "Yes",
      Starts: "2026-09-01",
    })
  })
})

describe("An opportunity in plain words", () => {
  const summary = (title: string) =>
    at(async (ctx) => summaryOf(await getOpportunity(ctx, idOf(title)), NOW, "Europe/London").join(" "))
  it("says what its notices say and no more", async () => {
    expect(await summary("Friendly visits")).toBe(
      "Ribble Borough Council wants bids for “Friendly visits”. It’s worth up to £120,000 over 3 years. Bids have to be in by 10 June 2026 at midday. The contract runs from 1 September 2026 to 31 August 2029. The buyer says that it suits voluntary and community organisations.",
    )
    expect(await summary("Past lunches")).toContain(
      "asked for bids for “Past lunches”, and hasn’t said who has won. It’s worth up to EUR",
    )
    expect(await summary("Won minibuses")).toContain("has awarded “Won minibuses” to Bowland Buses.")
    expect(await summary("Gone fencing")).toContain("has cancelled “Gone fencing”.")
    expect(await summary("Roof repairs")).toContain("Where: Wales.")
  })
  it.each<[string | null, string | null, number | null, string | null]>([
    ["2026-04-01", "2029-03-31", null, "3 years"],
    ["2026-04-01", "2027-03-31", null, "1 year"],
    ["2026-04-01", "2026-09-30", null, "6 months"],
    [null, null, 720, "about 2 years"],
    [null, null, 1050, "about 35 months"],
    [null, null, 365, "1 year"],
    [null, null, 10, "10 days"],
    [null, null, null, null],
  ])("%s to %s, or %s days: %s", (startsOn, endsOn, days, words) =>
    expect(lengthInWords({ startsOn, endsOn, days })).toBe(words),
  )

  it("tells what each release changed", async () => {
    await at((ctx) =>
      readOpportunities(
        ctx,
        noticesOf(
          processOf(
            "visits",
            { title: "Friendly visits", tenderPeriod: { endDate: "2026-06-20T12:00:00+01:00" } },
            { id: "2", date: "2026-05-20T09:00:00Z", tag: ["tenderAmendment"] },
          ),
        ),
      ),
    )
    const { steps } = await w.asMember((ctx) => getOpportunityWithSteps(ctx, idOf("Friendly visits")))
    expect(steps.map(({ tags }) => tags)).toEqual([["tenderAmendment"], ["tender"]])
    expect(steps[0]?.changed).toEqual(["Bids by: 20 June 2026 at midday; before: 10 June 2026 at midday."])
  })
})

describe("Added by hand", () => {
  const onDay = <T>(work: (ctx: Ctx) => Promise<T>) =>
    asPerson("ribble", { email: "worker@ribble.example" }, work, { now: NOW })
  const input = addOpportunityInput.parse({
    title: "Holiday club",
    buyer: "The Ribble Borough Council Ltd",
    stands: "open",
    valueMost: "4,500",
    closesOn: "2026-06-30",
    closesTime: "12:00",
    vcse: "yes",
    division: "85",
    areaIds: [],
  })
  const seen = async () =>
    JSON.stringify(await w.asMember((ctx) => findEverywhere(ctx, "holiday club", { most: 20 })))
  it("an opportunity is found like the others, changed, hidden and shown", async () => {
    const { id } = await onDay((ctx) => addOpportunity(ctx, input))
    const its = await w.asMember((ctx) => getOpportunity(ctx, id))
    expect(its).toMatchObject({
      buyerId: w.council.id,
      valueMost: 450000,
      currency: "GBP",
      vcse: true,
      ocid: null,
      source: null,
    })
    expect(its.closesAt?.toISOString()).toBe("2026-06-30T11:00:00.000Z")
    expect(await seen()).toContain(id)
    await w.asWorker((ctx) =>
      changeOpportunity(ctx, changeOpportunityInput.parse({ ...input, valueMost: "5000", id, seen: "" })),
    )
    await expect(
      w.asWorker((ctx) =>
        changeOpportunity(ctx, changeOpportunityInput.parse({ ...input, valueMost: "5", id, seen: "" })),
      ),
    ).rejects.toThrow("Somebody changed")
    await w.asWorker((ctx) => hideOpportunity(ctx, { id }))
    await expect(w.asWorker((ctx) => hideOpportunity(ctx, { id }))).rejects.toThrow("hidden already")
    await expect(w.asMember((ctx) => getOpportunity(ctx, id))).rejects.toThrow(NotFound)
    expect(await seen()).not.toContain(id)
    const hidden = (who: typeof w.asMember) =>
      who((ctx) => listOpportunities(ctx, readList(opportunityList, "show=hidden")))
    expect((await hidden(w.asViewer)).map((one) => one.id)).toEqual([id])
    expect(await hidden(w.asMember)).toEqual([])
    await w.asWorker((ctx) => showOpportunity(ctx, { id }))
    expect((await w.asMember((ctx) => getOpportunity(ctx, id))).valueMost).toBe(500000)
  })

  it("only workers and managers do any of it; what notices say is not changed by hand", async () => {
    const id = idOf("Roof repairs")
    for (const who of [w.asViewer, w.asLead]) {
      await expect(who((ctx) => addOpportunity(ctx, input))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => hideOpportunity(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => showOpportunity(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(who((ctx) => noteOpportunity(ctx, { id, note: "x" }))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => hideOpportunity(ctx, { id }))).rejects.toThrow(NotFound)
    await expect(
      w.asWorker((ctx) => changeOpportunity(ctx, changeOpportunityInput.parse({ ...input, id, seen: "" }))),
    ).rejects.toThrow("follows its published notices")
  })

  it("a note is for groups to read, stays when notices change, and is taken away", async () => {
    const id = idOf("Roof repairs")
    await w.asWorker((ctx) => noteOpportunity(ctx, { id, note: "Too big for any of us." }))
    await at((ctx) =>
      readOpportunities(
        ctx,
        noticesOf(
          processOf("roof", { title: "Roof repairs and more" }, { id: "2", date: "2026-05-25T09:00:00Z" }),
        ),
      ),
    )
    expect(await w.asMember((ctx) => getOpportunity(ctx, id))).toMatchObject({
      title: "Roof repairs and more",
      note: "Too big for any of us.",
      notedBy: "Wendy Worker",
    })
    await w.asWorker((ctx) => noteOpportunity(ctx, { id, note: null }))
    expect(await w.asMember((ctx) => getOpportunity(ctx, id))).toMatchObject({ note: null, notedBy: null })
  })
})
