import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import type { List } from "@/lib/access/list-type"
import { countListedCases } from "@/lib/cases/list/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { countEventDates } from "@/lib/events/list/queries"
import { addField, retireField } from "@/lib/fields/commands"
import { countBids } from "@/lib/funding/list/queries"
import { addGroup } from "@/lib/groups/commands"
import { groupList } from "@/lib/groups/list/filters"
import { listGroupIds, listGroups } from "@/lib/groups/list/queries"
import { countChecks } from "@/lib/health-checks/list/queries"
import { isNarrowed, listQuery, queryOf, readList } from "@/lib/lists/input"
import { conditionOf, countLists, listFilters } from "@/lib/lists/queries"
import { filtersInForce, unreadIn } from "@/lib/lists/words"
import { countListed } from "@/lib/memberships/list/queries"
import { listNeeds } from "@/lib/needs/list/queries"
import { countOpportunities } from "@/lib/opportunities/list/queries"
import { peopleList } from "@/lib/people/filters"
import { listPeople } from "@/lib/people/queries"
import { countResources } from "@/lib/resources/list/queries"
import { LISTS } from "@/lib/rooms"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { addTask } from "@/lib/tasks/commands"
import { taskList } from "@/lib/tasks/filters"
import { countListed as countTasks, listTasks } from "@/lib/tasks/queries"
import { changeView, removeView, saveView, shareView } from "@/lib/views/commands"
import { saveViewInput } from "@/lib/views/input"
import { listViews, openList } from "@/lib/views/queries"
import { addTerm } from "@/lib/word-lists/commands"
import { world } from "./support/world"

const w = await world()
const names = async (query: string) => {
  const { rows } = await w.asWorker((ctx) => listGroups(ctx, readList(groupList, query)))
  return rows.map(({ name }) => name)
}
const group = (name: string, more: object = {}) => w.asWorker((ctx) => addGroup(ctx, { name, ...more }))
const [youth, older] = await w.asManager(async (ctx) => [
  await addTerm(ctx, { list: "theme", name: "Youth" }),
  await addTerm(ctx, { list: "theme", name: "Older people" }),
])
await group("Kit Arts", { sector: "residents", termIds: [youth.id] })
await group("Kit Band", { sector: "voluntary", termIds: [older.id] })
await group("Kit Choir", { sector: "private", termIds: [youth.id, older.id] })
await group("Kit Dance")

describe("A filter of several values", () => {
  it("finds what has any of them", async () => {
    expect(await names("q=kit&sector=residents&sector=private")).toEqual(["Kit Arts", "Kit Choir"])
    expect(await names(`q=kit&term=${youth.id}&term=${older.id}`)).toEqual([
      "Kit Arts",
      "Kit Band",
      "Kit Choir",
    ])
    expect(await names("q=kit&income=unknown&income=none")).toHaveLength(4)
  })

  it("leaves them out, and keeps what is not known", async () => {
    expect(await names(`q=kit&term=${youth.id}&term.not=yes`)).toEqual(["Kit Band", "Kit Dance"])
    expect(await names("q=kit&sector=residents&sector=voluntary&sector.not=yes")).toEqual(["Kit Choir"])
    expect(await names("q=kit&income=none&income.not=yes")).toHaveLength(4)
    expect(await names("q=kit&membership=current&membership.not=yes")).toHaveLength(4)
  })

  it("stands in the address once for each, in the same order, and each can be taken off", async () => {
    const query = `q=kit&sector=voluntary&sector=residents&term=${youth.id}&term.not=yes`
    const listing = readList(groupList, query)
    expect(listQuery(groupList, listing)).toBe(query)
    expect(listQuery(groupList, readList(groupList, queryOf(query)))).toBe(query)
    const inForce = await w.asWorker(async (ctx) =>
      filtersInForce(groupList.filters, listing, await groupList.choices(ctx, listing)),
    )
    expect(inForce.map(({ label }) => label)).toEqual([
      "“kit”",
      "Voluntary or community",
      "Residents’ association",
      "Not: Youth",
    ])
    expect(new Set(inForce.map(({ name, value }) => `${name} ${value}`)).size).toBe(4)
  })

  it("is selected, exported and counted alike", async () => {
    const query = "q=kit&sector=residents&sector=private"
    const [ids, counts] = await w.asWorker(async (ctx) => [
      await listGroupIds(ctx, readList(groupList, query)),
      await countLists(ctx, groupList, [query]),
    ])
    expect([ids.length, counts.get(query)]).toEqual([2, 2])
  })
})

describe("A filter that cannot be read", () => {
  it("finds nothing, is told, and stays in the address", async () => {
    for (const list of LISTS)
      for (const filter of list.filters.filter(({ field }) => field.kind !== "text")) {
        const query = `${filter.name}=${encodeURIComponent("no such thing")}`
        const listing = readList(list, query)
        expect(listQuery(list, listing), `${list.name} ${filter.name}`).toContain(
          query.replaceAll("%20", "+"),
        )
        expect(unreadIn(list.filters, listing), `${list.name} ${filter.name}`).toHaveLength(1)
        const counts = await w.asWorker((ctx) => countLists(ctx, list, [query]))
        expect(counts.get(query), `${list.name} ${filter.name}`).toBe(0)
      }
  })

  it("nor does a tab that is not there, or a day after the last one", () => {
    const tab = readList(sessionList, "whose=nobody")
    expect(isNarrowed(sessionList, tab)).toBe(true)
    expect(isNarrowed(sessionList, readList(sessionList, "whose=team"))).toBe(false)
    expect(filtersInForce(sessionList.filters, tab, {}).map(({ label }) => label)).toEqual([
      "Whose sessions: “nobody”",
    ])
    expect(unreadIn(sessionList.filters, readList(sessionList, "from=2 1 2026&to=1 1 2026"))).toEqual([
      "“From” is after “To”. Change one of the dates.",
    ])
    expect(unreadIn(sessionList.filters, readList(sessionList, "from=1 1 2026&to=1 1 2026"))).toEqual([])
  })

  it("a question of the LIO’s own that is gone finds nothing, a retired one goes on", async () => {
    const gone = `f.${crypto.randomUUID()}=yes`
    expect(await names(`q=kit&${gone}`)).toEqual([])
    const filters = await w.asWorker((ctx) => listFilters(ctx, groupList))
    expect(unreadIn(filters, readList(groupList, gone))).toEqual([
      "One of the filters uses a question that you no longer ask. Take it off.",
    ])
    const field = await w.asManager((ctx) =>
      addField(ctx, { label: "Has a hall", kind: "yes_no", hint: null, options: [], forGroups: "nothing" }),
    )
    await w.asManager((ctx) => retireField(ctx, { id: field.id }))
    expect(await names(`q=kit&f.${field.id}=not-known`)).toHaveLength(4)
  })
})

describe("The other lists", () => {
  const people = async (query: string) =>
    (await w.asWorker((ctx) => listPeople(ctx, readList(peopleList, query)))).rows.map(({ name }) => name)

  it("people by role and by what is missing", async () => {
    const { foodbank } = w
    await w.system((ctx) =>
      make.speaker(ctx, {
        name: "Rolf Role",
        email: "rolf@ribble.example",
        groups: [foodbank],
        role: "treasurer",
        speaks: "member",
      }),
    )
    expect(await people("role=treasurer")).toEqual(["Rolf Role"])
    expect(await people("q=rolf&role=treasurer&role.not=yes")).toEqual([])
    expect(await people("q=rolf&missing=email")).toEqual([])
    expect(await people("q=rolf&missing=email&missing=phone")).toEqual(["Rolf Role"])
  })

  it("tasks by who, when and words", async () => {
    await w.asWorker(async (ctx) => {
      const step = { groupId: null, assigneeId: w.worker.id }
      await addTask(ctx, { ...step, what: "Ring the hall, 100%", dueOn: "2020-01-01" })
      await addTask(ctx, { ...step, what: "Write to the vicar", dueOn: "2040-01-01" })
      await addTask(ctx, { ...step, what: "Buy tea", dueOn: null, assigneeId: null })
    })
    const steps = (query: string) =>
      w.asWorker(async (ctx) => {
        const listing = readList(taskList, `whose=team&${query}`)
        const rows = await listTasks(ctx, listing)
        expect(await countTasks(ctx, listing)).toBe(rows.length)
        return rows.map(({ what }) => what)
      })
    expect(await steps("late=yes")).toEqual(["Ring the hall, 100%"])
    expect(await steps("q=100%25")).toEqual(["Ring the hall, 100%"])
    expect(await steps("from=1 1 2039")).toEqual(["Write to the vicar"])
    expect(await steps(`who=${w.worker.id}&who.not=yes`)).toEqual(["Buy tea"])
  })

  it("each counts what it lists, whatever the filters", async () => {
    const lengths: Record<string, (ctx: Ctx, list: List, query: string) => Promise<number>> = {
      groups: async (ctx, list, query) => (await listGroups(ctx, readList(list, query))).total,
      people: async (ctx, list, query) => (await listPeople(ctx, readList(list, query))).total,
      sessions: async (ctx, list, query) => (await listSessions(ctx, readList(list, query))).total,
      tasks: (ctx, list, query) => countTasks(ctx, readList(list, query)),
      needs: async (ctx, list, query) => (await listNeeds(ctx, readList(list, query))).length,
      events: (ctx, list, query) => countEventDates(ctx, readList(list, query)),
      memberships: (ctx, list, query) => countListed(ctx, readList(list, query)),
      cases: (ctx, list, query) => countListedCases(ctx, readList(list, query)),
      "health-checks": (ctx, list, query) => countChecks(ctx, readList(list, query)),
      resources: (ctx, list, query) => countResources(ctx, readList(list, query)),
      opportunities: async (ctx, list, query) => (await countOpportunities(ctx, readList(list, query))).total,
      funding: async (ctx, list, query) => (await countBids(ctx, readList(list, query))).total,
    }
    expect(LISTS.map(({ name }) => name).sort()).toEqual(Object.keys(lengths).sort())
    for (const list of LISTS)
      for (const query of ["", "whose=team&state=all&show=none", "q=kit", "from=1+1+2020&to=1+1+2041"]) {
        const [length, counts] = await w.asViewer(async (ctx) => [
          await lengths[list.name]?.(ctx, list, query),
          await countLists(ctx, list, [query]),
        ])
        expect(length, `${list.name}?${query}`).toBe(counts.get(query))
      }
  })

  it("each is had as a file at the address of its page", async () => {
    const { default: config } = await import("../next.config.js" as string)
    const sources: string[] = (await config.rewrites()).beforeFiles.map(({ source = "" }) => source)
    const named = /^\/:lio\/:list\((.*)\)$/.exec(sources.find((one) => one.includes(":list")) ?? "")
    expect(named?.[1]?.split("|").sort()).toEqual(LISTS.map(({ name }) => name).sort())
  })

  it("every filter works alone, with a value left out, and beside all others", async () => {
    for (const list of LISTS) {
      const samples = await w.asWorker(async (ctx) => {
        const listing = readList(list, "")
        const choices = await list.choices(ctx, listing)
        return list.filters.map(({ name, field }) => {
          const options = field.kind === "one" || field.kind === "several" ? field.options(choices) : []
          const sum = field.kind === "text" && field.decimal
          const text = {
            text: sum ? "5" : "kit",
            date: "1 6 2026",
            tick: "yes",
            one: "",
            several: "",
            link: "",
          }[field.kind]
          return [name, options[0]?.value ?? text] as const
        })
      })
      const used = samples.filter(([, value]) => value)
      const queries = [
        ...used.flatMap(([name, value]) => [
          new URLSearchParams({ [name]: value }).toString(),
          new URLSearchParams({ [name]: value, [`${name}.not`]: "yes" }).toString(),
        ]),
        new URLSearchParams(used.map(([name, value]) => [name, value])).toString(),
      ]
      const counts = await w.asWorker((ctx) => countLists(ctx, list, queries))
      expect(counts.size, list.name).toBe(new Set(queries).size)
      for (const query of queries) expect(unreadIn(list.filters, readList(list, query)), query).toEqual([])
    }
  })

  it("are for staff, but for opportunities: others count nothing and open nothing", async () => {
    for (const list of LISTS.filter(({ name }) => name !== "opportunities")) {
      for (const as of [w.asLead, w.asMember])
        expect(await as((ctx) => countLists(ctx, list, [""])), list.name).toEqual(new Map())
      await expect(
        w.asLead((ctx) => openList(ctx, list, readList(list, ""), undefined)),
        list.name,
      ).rejects.toThrow(NotAllowed)
    }
    await expect(w.asLead((ctx) => listPeople(ctx, readList(peopleList, "")))).rejects.toThrow(NotAllowed)
    const query = "q=kit"
    expect((await w.asOtherManager((ctx) => countLists(ctx, groupList, [query]))).get(query)).toBe(0)
  })
})

describe("A saved view of any list", () => {
  it("is kept, opened, changed and removed where it belongs, and stands with no other list", async () => {
    for (const list of LISTS) {
      const input = saveViewInput.parse({ list: list.name, name: "Mine", query: "q=kit&page=4&rubbish=1" })
      const view = await w.asWorker((ctx) => saveView(ctx, input))
      await expect(w.asWorker((ctx) => saveView(ctx, input))).rejects.toThrow(RuleBroken)
      const head = await w.asWorker((ctx) => openList(ctx, list, readList(list, view.query), view.id))
      expect(head.view).toMatchObject({ name: "Mine", list: list.name })
      expect(head.counts.get(view.query), list.name).toBeTypeOf("number")
      expect(listQuery(list, head.listing)).toBe(view.query)
      expect((await w.asWorker((ctx) => listViews(ctx, list))).map(({ id }) => id)).toEqual([view.id])
      await expect(w.asOtherManager((ctx) => removeView(ctx, view))).rejects.toThrow(NotFound)
      await w.asWorker((ctx) => shareView(ctx, view))
      expect((await w.asViewer((ctx) => listViews(ctx, list))).length).toBe(1)
      await expect(w.asViewer((ctx) => removeView(ctx, view))).rejects.toThrow(NotAllowed)
      const other = LISTS.find(({ name }) => name !== list.name)?.name ?? ""
      await expect(
        w.asWorker((ctx) => changeView(ctx, { id: view.id, list: other, query: "" })),
      ).rejects.toThrow(RuleBroken)
    }
    for (const view of await w.asWorker((ctx) => listViews(ctx)))
      await w.asWorker((ctx) => removeView(ctx, view))
    expect(await w.asWorker((ctx) => listViews(ctx))).toEqual([])
  })

  it("of a list that is not there is refused", () => {
    const saved = saveViewInput.safeParse({ list: "secrets", name: "Mine", query: "" })
    expect(saved.success).toBe(false)
  })

  it("asks nothing of a list whose filters it does not have", async () => {
    const condition = await w.asWorker(async (ctx) => {
      const listing = readList(sessionList, "stage=member&whose=team")
      return { asked: Object.keys(listing.chosen), where: conditionOf(ctx, sessionList.filters, listing) }
    })
    expect(condition.asked).toEqual(["whose"])
  })
})
