import { describe, expect, it } from "vitest"
import { groups, sessions } from "@/db/schema"
import { dayFrom } from "@/lib/days"
import { addField } from "@/lib/fields/commands"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { listQuery, readList } from "@/lib/lists/input"
import { listFilters } from "@/lib/lists/queries"
import { unreadIn } from "@/lib/lists/words"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { world } from "./support/world"

const w = await world()

describe("A day as people type it", () => {
  it.each([
    ["2026-06-04", "2026-06-04"],
    ["04/06/2026", "2026-06-04"],
    ["4.6.2026", "2026-06-04"],
    ["4/6/26", "2026-06-04"],
    ["30 nov 99", "1999-11-30"],
    ["1 1 0026", null],
    ["4 June 2026", "2026-06-04"],
    ["29 2 2028", "2028-02-29"],
    ["2026-02-30", null],
    ["31/4/2026", null],
    ["6/2026", null],
    ["soon", null],
    ["4 Smarch 2026", null],
  ])("%s is %s", (said, day) => {
    expect(dayFrom(said)).toBe(day)
  })
})

describe("A date in a filter of the list of groups", async () => {
  const { id } = await w.asManager((ctx) =>
    addField(ctx, { label: "Last audit", kind: "date", hint: null, options: [], forGroups: "nothing" }),
  )
  await w.system((ctx) => ctx.tx.update(groups).set({ custom: { [id]: "2026-06-10" } }))
  const found = (query: Record<string, string>) =>
    w.asWorker(async (ctx) => {
      const filter = readList(groupList, query)
      const filters = await listFilters(ctx, groupList)
      return {
        total: (await listGroups(ctx, filter)).total,
        told: unreadIn(filters, filter),
        kept: listQuery(groupList, filter),
      }
    })

  it("is read as people type it", async () => {
    const { total } = await found({})
    expect(await found({ [`f.${id}.from`]: "04/06/2026" })).toMatchObject({ total, told: [] })
    expect(await found({ [`f.${id}.from`]: "11/06/2026" })).toMatchObject({ total: 0, told: [] })
  })

  it.each([["13/13/2026"], ["2026-02-30"], ["soon"]])(
    "that cannot be read finds nothing, and is told: %s",
    async (said) => {
      expect(await found({ [`f.${id}.to`]: said })).toMatchObject({
        total: 0,
        told: [`Last audit, up to: we can’t read “${said}”. Enter a date such as 27 6 2026.`],
      })
    },
  )

  it("a year of joining that cannot be read is told, and stays in the address", async () => {
    expect(await found({ joined: "04/06/2026" })).toMatchObject({
      total: 0,
      told: ["Joined in: we can’t read “04/06/2026”. Enter a year such as 2026."],
      kept: "joined=04%2F06%2F2026",
    })
  })
})

describe("A date in a filter of sessions", () => {
  const count = (query: Record<string, string>) =>
    w.asWorker(async (ctx) => (await listSessions(ctx, readList(sessionList, query))).total)

  it("that cannot be read finds nothing instead of everything, and is kept to be mended", async () => {
    await w.system((ctx) =>
      ctx.tx
        .insert(sessions)
        .values({ lioId: ctx.lio.id, on: "2026-06-04", note: "Talked", byPersonId: w.worker.id }),
    )
    expect(await count({ whose: "team", from: "04/06/2026" })).toBe(1)
    expect(await count({ whose: "team", from: "05/06/2026" })).toBe(0)
    const filter = readList(sessionList, { whose: "team", from: "31/02/2026" })
    expect(unreadIn(sessionList.filters, filter)).toEqual([
      "From: we can’t read “31/02/2026”. Enter a date such as 27 6 2026.",
    ])
    expect(listQuery(sessionList, filter)).toContain("from=31%2F02%2F2026")
    expect(await count({ whose: "team", from: "31/02/2026" })).toBe(0)
    const day = (query: Record<string, string>) => readList(sessionList, query).chosen
    expect(day({ "from.day": "4", "from.month": "6", "from.year": "2026" }).from?.values).toEqual([
      "2026-06-04",
    ])
    expect(day({ "from.day": "", "from.month": "", "from.year": "" }).from).toBeUndefined()
    expect(day({ "to.day": "4", "to.month": "", "to.year": "2026" }).to?.values).toEqual(["4  2026"])
  })
})
