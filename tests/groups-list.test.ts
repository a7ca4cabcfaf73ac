import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addGroup, closeGroup } from "@/lib/groups/commands"
import { groupList } from "@/lib/groups/list/filters"
import { eachLine, fileColumns, listGroups } from "@/lib/groups/list/queries"
import { listYourGroups } from "@/lib/groups/queries"
import { listQuery, readList } from "@/lib/lists/input"
import { countLists } from "@/lib/lists/queries"
import { unreadIn } from "@/lib/lists/words"
import { changeView, lockView, removeView, saveView, shareView } from "@/lib/views/commands"
import { saveViewInput } from "@/lib/views/input"
import { listViews } from "@/lib/views/queries"
import { world } from "./support/world"

const w = await world()
const named = (name: string) => w.asWorker((ctx) => addGroup(ctx, { name }))
const names = async (query: string) => {
  const { rows } = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, query)))
  return rows.map((row) => row.name)
}

describe("The list of groups", () => {
  it("finds a part of the name whatever the case and accents", async () => {
    expect(await names("q=FOOD")).toContain("Clitheroe Food Bank")
    expect(await names("q=cor meibion")).toEqual(["Côr Meibion Llanfair"])
    expect(await names("q=Llanfair&stage=member")).toEqual(["Côr Meibion Llanfair"])
    expect(await names("q=Llanfair&stage=closed")).toEqual([])
  })

  it("forgives spelling when no name contains the words", async () => {
    const { rows, loosely } = await w.asWorker((ctx) =>
      listGroups(ctx, readList(groupList, "q=Clithero Foodbank")),
    )
    expect(rows.map((row) => row.name)).toContain("Clitheroe Food Bank")
    expect(loosely).toBe(true)
  })

  it("takes %, _ and \\ for what they are", async () => {
    await named("Give 100% Club")
    expect(await names("q=100%25")).toEqual(["Give 100% Club"])
    expect(await names("q=100_")).not.toContain("Côr Meibion Llanfair")
    await expect(names("q=%5C")).resolves.toBeDefined()
    await expect(names(`q=${encodeURIComponent("' or 1=1 --")}`)).resolves.toBeDefined()
  })

  it("is of just the groups that were ticked, however many", async () => {
    const query = listQuery(groupList, readList(groupList, { id: [w.foodbank.id, w.choir.id] }))
    expect((await names(query)).sort()).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    expect(await names("id=nobody")).toEqual([])
  })

  it("finds a charity by its number", async () => {
    await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Numbered Friends", identifiers: [{ register: "GB-CHC", value: "1234567" }] }),
    )
    expect(await names("q=1234567")).toEqual(["Numbered Friends"])
  })

  it("narrows by stage, sector, income, joining, quiet and missing contact", async () => {
    const made = await w.asWorker((ctx) =>
      addGroup(ctx, {
        name: "Filter Me",
        stage: "affiliate",
        sector: "residents",
        incomeBand: "none",
        joinedOn: "2024-05-01",
        email: "f@me.example",
      }),
    )
    expect(await names("sector=residents&stage=affiliate&income=none&joined=2024")).toEqual(["Filter Me"])
    expect(await names("sector=statutory")).toEqual(["Ribble Borough Council"])
    expect(await names("quiet=6&sector=residents")).toEqual(["Filter Me"])
    expect(await names("missing=contact&sector=residents")).toEqual(["Filter Me"])
    expect(await names("joined=this-year&sector=residents")).toEqual([])
    expect(await names("income=unknown&sector=residents")).toEqual([])
    await w.asWorker((ctx) => closeGroup(ctx, { id: made.id, closedOn: "2026-01-01", closedReason: "Over" }))
    expect(await names("quiet=6&sector=residents")).toEqual([])
  })

  it("comes in pages of 50, and counts all", async () => {
    await w.asWorker(async (ctx) => {
      for (let n = 0; n < 60; n++) await addGroup(ctx, { name: `Paged ${String(n).padStart(2, "0")}` })
    })
    const first = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, "q=paged")))
    const second = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, "q=paged&page=2")))
    expect([first.total, first.rows.length, second.rows.length, second.rows[0]?.name]).toEqual([
      60,
      50,
      10,
      "Paged 50",
    ])
    expect((await names("q=paged&sort=-name"))[0]).toBe("Paged 59")
    let exported = 0
    await w.asWorker(async (ctx) => {
      const columns = await fileColumns(ctx, readList(groupList, "q=paged"), false)
      for await (const rows of eachLine(ctx, readList(groupList, "q=paged"), columns)) exported += rows.length
    })
    expect(exported).toBe(60)
  })

  it("is for staff; a member sees their own groups", async () => {
    await expect(w.asMember((ctx) => listGroups(ctx, readList(groupList, "")))).rejects.toThrow(NotAllowed)
    const own = await w.asMember((ctx) => listYourGroups(ctx))
    expect(own.map((group) => group.name)).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    expect(await names("q=Stranger")).not.toContain("Stranger’s Society")
  })

  it("keeps in an address what cannot be read, so that it is told, and nothing that no filter asks for", () => {
    const filter = readList(groupList, {
      stage: "nonsense",
      page: "-3",
      quiet: "1e9",
      based: "'; drop",
      serves: "x",
      sort: ["stage", "name"],
      q: " a\0b ",
      rubbish: "1",
    })
    expect(filter).toMatchObject({ sort: "stage", page: 1 })
    expect(listQuery(groupList, filter)).toBe(
      "q=ab&stage=nonsense&based=%27%3B+drop&serves=x&quiet=1e9&sort=stage",
    )
    expect(unreadIn(groupList.filters, filter)).toEqual([
      "Stage: we can’t read “nonsense”. Choose one of the options.",
      "Based in: we can’t read “'; drop”. Choose one of the options.",
      "Serves: we can’t read “x”. Choose one of the options.",
      "Not contacted in: we can’t read “1e9”. Enter a number of months, up to 120.",
    ])
  })
})

describe("A saved view", () => {
  it("is one’s own until it is shared, and only its owner or a manager changes it", async () => {
    const input = saveViewInput.parse({
      list: "groups",
      name: "Food groups",
      query: "q=food&page=3&rubbish=1",
    })
    const view = await w.asWorker((ctx) => saveView(ctx, input))
    expect(view.query).toBe("q=food")
    await expect(w.asWorker((ctx) => saveView(ctx, input))).rejects.toThrow(RuleBroken)
    expect(await w.asManager((ctx) => listViews(ctx))).toEqual([])
    await expect(w.asManager((ctx) => shareView(ctx, view))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => shareView(ctx, view))
    expect(await w.asViewer((ctx) => listViews(ctx))).toMatchObject([
      { name: "Food groups", shared: true, mine: false },
    ])
    await expect(
      w.asViewer((ctx) => changeView(ctx, { list: "groups", id: view.id, query: "" })),
    ).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => changeView(ctx, { list: "groups", id: view.id, query: "stage=member" }))
    await w.asWorker((ctx) => removeView(ctx, view))
    expect(await w.asWorker((ctx) => listViews(ctx))).toEqual([])
  })

  it("is locked by a manager when it is shared, and then changed by managers only", async () => {
    const input = saveViewInput.parse({
      list: "groups",
      name: "Standing list",
      query: "stage=member&cols=phone,postcode",
    })
    const view = await w.asWorker((ctx) => saveView(ctx, input))
    expect(view.query).toBe("stage=member&cols=phone%2Cpostcode")
    const mine = await w.asManager((ctx) => saveView(ctx, input))
    await expect(w.asManager((ctx) => lockView(ctx, mine))).rejects.toThrow(RuleBroken)
    await w.asWorker((ctx) => shareView(ctx, view))
    for (const as of [w.asWorker, w.asViewer, w.asLead])
      await expect(as((ctx) => lockView(ctx, view))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => lockView(ctx, view))).rejects.toThrow(NotFound)
    expect(await w.asManager((ctx) => lockView(ctx, view))).toMatchObject({ locked: true })
    for (const change of [
      (ctx: Ctx) => changeView(ctx, { list: "groups", id: view.id, query: "" }),
      (ctx: Ctx) => shareView(ctx, view),
      (ctx: Ctx) => removeView(ctx, view),
    ])
      await expect(w.asWorker(change)).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => changeView(ctx, { list: "groups", id: view.id, query: "stage=forming" }))
    expect(await w.asManager((ctx) => lockView(ctx, view))).toMatchObject({ locked: false })
    await w.asWorker((ctx) => removeView(ctx, view))
  })

  it("says how many groups it has, as the list itself does", async () => {
    const queries = [
      "",
      "stage=member",
      "q=paged",
      "missing=contact",
      "quiet=6&sort=contact",
      "stage=enquiry",
    ]
    const counts = await w.asViewer((ctx) => countLists(ctx, groupList, queries))
    for (const query of queries) {
      const { total } = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, query)))
      expect(counts.get(query), query).toBe(total)
    }
    expect(await w.asLead((ctx) => countLists(ctx, groupList, queries))).toEqual(new Map())
  })
})
