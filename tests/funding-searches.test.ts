import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { groupTerms, terms } from "@/db/schema"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import {
  addFunder,
  changeFunder,
  checkFunder,
  restoreFunder,
  retireFunder,
} from "@/lib/funding/funders/commands"
import { addFunderInput, changeFunderInput } from "@/lib/funding/funders/input"
import { getFunder, listFunderOptions, listFunders, listThemesOf } from "@/lib/funding/funders/queries"
import {
  changeSearch,
  closeSearch,
  openSearch,
  reopenSearch,
  tellOfFunder,
} from "@/lib/funding/searches/commands"
import { changeSearchInput, openSearchInput, tellInput } from "@/lib/funding/searches/input"
import { getSearch, listFitting, listSearches } from "@/lib/funding/searches/queries"
import { undoAct } from "@/lib/undo/commands"
import { bidding } from "./support/bids"
import { world } from "./support/world"

const w = await world()
const { add, bid, day, today } = await bidding(w)
const [food, arts] = await w.system((ctx) =>
  ctx.tx
    .insert(terms)
    .values(["Food", "Arts"].map((name) => ({ lioId: ctx.lio.id, list: "theme" as const, name })))
    .returning({ id: terms.id }),
)
let made = 0
const funder = (over: Record<string, unknown> = {}) =>
  w.asWorker((ctx) =>
    addFunder(ctx, addFunderInput.parse({ name: `Trust ${made++}`, anyTime: "yes", ...over })),
  )
const looking = (over: Record<string, unknown> = {}) =>
  w.asWorker((ctx) =>
    openSearch(ctx, openSearchInput.parse({ groupIds: [w.foodbank.id], what: "A freezer", ...over })),
  )
const fitsOf = async (id: string) =>
  (await w.asViewer((ctx) => getSearch(ctx, id))).fits.map(({ name }) => name)
const tell = (searchId: string, funderId: string, way: "email" | "task") =>
  w.asWorker((ctx) => tellOfFunder(ctx, tellInput.parse({ searchId, funderId, way, words: "Have a look" })))

describe("A funder", () => {
  it("is listed with what it funds, once whatever way its name is written", async () => {
    const { id } = await funder({
      ...{ name: "The Kitchen Trust", funds: "Kitchens", leastSum: "£500", mostSum: "10k" },
      ...{
        anyTime: "",
        closesOn: day(30),
        termIds: [food?.id],
        orgId: "gb-chc-1234567",
        website: "kitchen.example",
      },
    })
    expect(await w.asViewer((ctx) => getFunder(ctx, id))).toMatchObject({
      ...{ name: "The Kitchen Trust", leastSum: 50_000, mostSum: 1_000_000, themes: ["Food"] },
      ...{ orgId: "GB-CHC-1234567", closesOn: day(30), checkedOn: today, website: "https://kitchen.example" },
    })
    await expect(funder({ name: "KITCHEN TRUST" })).rejects.toThrow(/on the list already/)
    for (const wrong of [
      { name: "" },
      { leastSum: "100", mostSum: "50" },
      { closesOn: day(3), anyTime: "yes" },
      { orgId: "1234567" },
    ])
      expect(addFunderInput.safeParse({ name: "X", ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })

  it("is changed, checked, and taken off the list without losing its bids", async () => {
    const { id, name } = await funder({ name: "Old Trust" })
    const noted = await add({ title: "To the old trust", newFunder: "Old trust" })
    expect((await bid(noted.id)).funderId).toBe(id)
    await w.asWorker((ctx) =>
      changeFunder(ctx, changeFunderInput.parse({ id, name, funds: "Roofs", termIds: [arts?.id] })),
    )
    await w.system((ctx) =>
      ctx.tx.execute(sql`update funders set checked_on = '2020-01-01' where id = ${id}`),
    )
    await w.asWorker((ctx) => checkFunder(ctx, { id }))
    expect(await w.asViewer((ctx) => getFunder(ctx, id))).toMatchObject({
      ...{ funds: "Roofs", themes: ["Arts"], checkedOn: today, bids: 1, won: 0 },
    })
    await w.asWorker((ctx) => retireFunder(ctx, { id }))
    await expect(w.asWorker((ctx) => retireFunder(ctx, { id }))).rejects.toThrow(RuleBroken)
    const options = async () => (await w.asViewer(listFunderOptions)).map(({ value }) => value)
    expect(await options()).not.toContain(id)
    expect((await w.asViewer((ctx) => listFunders(ctx, { retired: true }))).map((one) => one.id)).toEqual([
      id,
    ])
    expect((await bid(noted.id)).funder).toBe("Old Trust")
    await w.asWorker((ctx) => restoreFunder(ctx, { id }))
    await expect(w.asWorker((ctx) => restoreFunder(ctx, { id }))).rejects.toThrow(RuleBroken)
    expect(await options()).toContain(id)
  })

  it("is kept by workers, and each LIO has its own", async () => {
    const { id } = await funder()
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(as((ctx) => retireFunder(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => getFunder(ctx, id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getFunder(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => checkFunder(ctx, { id }))).rejects.toThrow(NotFound)
  })
})

describe("What a group looks for", () => {
  it("shows the funders that fit by theme, sum and date, and they show it", async () => {
    const right = await funder({ name: "Fits", termIds: [food?.id], leastSum: "100", mostSum: "1000" })
    await funder({ name: "Any theme", mostSum: "5000" })
    await funder({ name: "Wrong theme", termIds: [arts?.id] })
    await funder({ name: "Too small", mostSum: "799" })
    await funder({ name: "Too big", leastSum: "801" })
    await funder({ name: "Closed", anyTime: "", closesOn: day(-1) })
    await funder({ name: "Too late", anyTime: "", closesOn: day(41) })
    await funder({ name: "In time", anyTime: "", closesOn: day(40) })
    await w.asWorker((ctx) => addFunder(ctx, addFunderInput.parse({ name: "Nothing known" })))
    const { id } = await looking({ sum: "800", neededBy: day(40), termIds: [food?.id] })
    const fits = await fitsOf(id)
    for (const name of ["Fits", "Any theme", "In time"]) expect(fits).toContain(name)
    for (const name of ["Wrong theme", "Too small", "Too big", "Closed", "Too late", "Nothing known"])
      expect(fits).not.toContain(name)
    expect((await w.asViewer((ctx) => listFitting(ctx, right.id))).map((one) => one.id)).toContain(id)
    expect(await funder({ name: "New one", mostSum: "900" })).toMatchObject({ wanted: 1 })
    expect(await funder({ name: "Tiny", mostSum: "9" })).toMatchObject({ wanted: 0 })
    await w.asWorker((ctx) =>
      changeSearch(ctx, changeSearchInput.parse({ id, what: "A bigger freezer", sum: "4000" })),
    )
    expect(await fitsOf(id)).toEqual(expect.arrayContaining(["Any theme", "Too big", "Wrong theme"]))
    expect(await fitsOf(id)).not.toContain("Fits")
  })

  it("fits by a theme that another took the place of, and begins with the themes of its group", async () => {
    const [old, kept] = await w.system((ctx) =>
      ctx.tx
        .insert(terms)
        .values(["Greens", "Green"].map((name) => ({ lioId: ctx.lio.id, list: "theme" as const, name })))
        .returning({ id: terms.id }),
    )
    const trust = await funder({ name: "Green Trust", termIds: [old?.id] })
    await w.system(async (ctx) => {
      await ctx.tx
        .insert(groupTerms)
        .values({ lioId: ctx.lio.id, groupId: w.choir.id, termId: old?.id ?? "" })
      await ctx.tx.execute(
        sql`update terms set merged_into_id = ${kept?.id}, retired_at = now() where id = ${old?.id}`,
      )
    })
    const { id } = await looking({ termIds: [kept?.id] })
    expect(await fitsOf(id)).toContain("Green Trust")
    expect(await w.asViewer((ctx) => getFunder(ctx, trust.id))).toMatchObject({
      ...{ themes: ["Green"], termIds: [kept?.id] },
    })
    expect(await w.asViewer((ctx) => listThemesOf(ctx, w.choir.id))).toEqual([kept?.id])
  })

  it("is emailed to whoever speaks for the group, once, and made a task, once", async () => {
    const trust = await funder({
      name: "Tell them",
      funds: "Freezers",
      mostSum: "900",
      website: "tell.example",
    })
    const { id } = await looking({ sum: "900" })
    await tell(id, trust.id, "email")
    const letters = await w.system((ctx) =>
      ctx.tx.execute<{ email: string; props: Record<string, unknown> }>(
        sql`select to_email as email, props from letters where letter = 'funding-tip'`,
      ),
    )
    expect(letters.map(({ email }) => email)).toContain("lead@ribble.example")
    expect(letters[0]?.props).toMatchObject({
      ...{ funder: "Tell them", what: "A freezer", words: "Have a look", sums: "Up to £900" },
      ...{ url: "https://tell.example", closes: "any time", groups: ["Clitheroe Food Bank"] },
    })
    await expect(tell(id, trust.id, "email")).rejects.toThrow(/done already/)
    await tell(id, trust.id, "task")
    await expect(tell(id, trust.id, "task")).rejects.toThrow(/done already/)
    const [task] = await w.system((ctx) =>
      ctx.tx.execute<{ what: string }>(sql`select what from tasks where what like 'Tell %'`),
    )
    expect(task?.what).toBe(`Tell Clitheroe Food Bank about Tell them (/funding/funders/${trust.id})`)
    const fit = (await w.asViewer((ctx) => getSearch(ctx, id))).fits.find((one) => one.id === trust.id)
    expect(fit).toMatchObject({ emailedAt: expect.any(String), taskedAt: expect.any(String) })
  })

  it("is not told to a group that nobody can email, nor of a funder that doesn’t fit", async () => {
    const trust = await funder({ name: "Small", mostSum: "10" })
    const { id } = await looking({ sum: "900" })
    await expect(tell(id, trust.id, "email")).rejects.toThrow(/doesn’t fit/)
    const open = await funder()
    const silent = await looking({ groupIds: [w.council.id] })
    await expect(tell(silent.id, open.id, "email")).rejects.toThrow(/Nobody at this group/)
    await tell(silent.id, open.id, "task")
  })

  it("is closed when it is found, and opened again by Undo", async () => {
    const { id } = await looking({ what: "Paint" })
    await w.asWorker((ctx) => closeSearch(ctx, { id }))
    await expect(w.asWorker((ctx) => closeSearch(ctx, { id }))).rejects.toThrow(/closed already/)
    const what = async (closed: boolean) =>
      (await w.asViewer((ctx) => listSearches(ctx, { closed }))).map((one) => one.what)
    expect(await what(true)).toEqual(["Paint"])
    expect(await what(false)).not.toContain("Paint")
    await w.asWorker((ctx) => undoAct(ctx, { what: "funding-search", id }))
    expect(await what(false)).toContain("Paint")
    await expect(w.asWorker((ctx) => reopenSearch(ctx, { id }))).rejects.toThrow(/open already/)
  })

  it("is kept by workers, and nobody else’s business", async () => {
    const { id } = await looking()
    const trust = await funder()
    const input = tellInput.parse({ searchId: id, funderId: trust.id, way: "task" })
    for (const as of [w.asViewer, w.asLead, w.asPublic]) {
      await expect(as((ctx) => closeSearch(ctx, { id }))).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => tellOfFunder(ctx, input))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asLead((ctx) => getSearch(ctx, id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getSearch(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => tellOfFunder(ctx, input))).rejects.toThrow(NotFound)
    await expect(
      w.asWorker((ctx) => openSearch(ctx, openSearchInput.parse({ groupIds: [w.stranger.id], what: "X" }))),
    ).rejects.toThrow(RuleBroken)
  })
})
