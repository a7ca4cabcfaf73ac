import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { afterMigrations } from "@/db/after"
import { consultations, invitations, networkGroups, networks, topics } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed } from "@/lib/errors"
import { addGroup } from "@/lib/groups/commands"
import { welcomePerson } from "@/lib/groups/roles/commands"
import { findEverywhere } from "@/lib/search/queries"
import { world } from "./support/world"

const w = await world()
const titles = async (q: string, as: typeof w.asWorker = w.asWorker) =>
  (await as((ctx) => findEverywhere(ctx, q, { most: 20 }))).map((hit) => hit.title)

await w.system(async (ctx) => {
  const lioId = ctx.lio.id
  const [inside, outside] = await ctx.tx
    .insert(networks)
    .values([
      { lioId, name: "Warm Spaces Network" },
      { lioId, name: "Warm Homes Network" },
    ])
    .returning()
  await ctx.tx
    .insert(networkGroups)
    .values({ lioId, networkId: inside?.id ?? "", groupId: w.foodbank.id, joinedAt: ctx.now })
  for (const [network, title] of [
    [inside, "Warm spaces rota"],
    [outside, "Warm homes grant"],
  ] as const) {
    await ctx.tx
      .insert(topics)
      .values({ lioId, networkId: network?.id ?? "", title, personId: w.lead.id, lastPostAt: ctx.now })
  }
  const [asked, draft] = await ctx.tx
    .insert(consultations)
    .values([
      { lioId, title: "Warm welcome survey", openedAt: ctx.now },
      { lioId, title: "Warm draft survey" },
    ])
    .returning()
  for (const one of [asked, draft]) {
    await ctx.tx
      .insert(invitations)
      .values({ lioId, consultationId: one?.id ?? "", groupId: w.foodbank.id, invitedAt: ctx.now })
  }
})

describe("Search", () => {
  it("finds groups, people and everything else for staff, spelling forgiven", async () => {
    expect(await titles("Clithero fod bank")).toContain("Clitheroe Food Bank")
    await w.asWorker((ctx) => addGroup(ctx, { name: "Hob’s Mill Band" }))
    expect(await titles("hobs mill")).toContain("Hob’s Mill Band")
    expect(await titles("Hob's")).toContain("Hob’s Mill Band")
    expect(await titles("cor meibion")).toContain("Côr Meibion Llanfair")
    expect(await titles("Mo Member")).toContain("Mo Member")
    const warm = await titles("warm", w.asViewer)
    expect(warm).toEqual(
      expect.arrayContaining([
        "Warm Spaces Network",
        "Warm Homes Network",
        "Warm homes grant",
        "Warm draft survey",
      ]),
    )
  })

  it("finds a group by its charity number, above all else", async () => {
    await w.asWorker((ctx) =>
      addGroup(ctx, { name: "Numbered", identifiers: [{ register: "GB-CHC", value: "1070672" }] }),
    )
    expect((await titles("107 0672"))[0]).toBe("Numbered")
  })

  it("shows members only what they may open", async () => {
    const warm = await titles("warm", w.asLead)
    expect(warm.sort()).toEqual(["Warm Spaces Network", "Warm spaces rota", "Warm welcome survey"])
    expect(await titles("warm", w.asOutsider)).toEqual([])
    expect(await titles("Clitheroe", w.asOutsider)).toEqual([])
    expect(await titles("Chess", w.asOutsider)).toEqual(["Whalley Chess Club"])
    expect(await titles("Mo Member", w.asLead)).toEqual([])
    await expect(titles("warm", w.asPublic)).rejects.toThrow(NotAllowed)
  })

  it("sees nothing of another LIO", async () => {
    expect(await titles("Stranger")).toEqual([])
    expect(await titles("Clitheroe", w.asOtherManager)).toEqual([])
  })

  it.each(["100%", "_", "\\", "' or 1=1 --", "((", "", "   ", "🎉", "a:*&|!"])(
    "takes %s for what it is",
    async (q) => {
      await expect(titles(q)).resolves.toBeInstanceOf(Array)
    },
  )

  it("finds a telephone number and a postcode however they are typed, for staff only", async () => {
    await w.operator.begin(async (tx) => {
      await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
      await tx`update groups set phone = '+44 1200 000123', postcode = 'BB7 2DL' where id = ${w.foodbank.id}`
      await tx`update people set phone = '07700 900 321' where id = ${w.outsider.id}`
    })
    for (const typed of [
      "01200 000123",
      "01200000123",
      "+441200000123",
      "0044 1200 000 123",
      "(01200) 000-123",
      "000123",
    ])
      expect(await titles(typed), typed).toContain("Clitheroe Food Bank")
    for (const typed of ["07700900321", "+44 7700 900321", "900321"])
      expect(await titles(typed), typed).toContain("Olga Outsider")
    for (const typed of ["BB7 2DL", "bb72dl", "bb7 2d", "BB72"])
      expect(await titles(typed), typed).toContain("Clitheroe Food Bank")
    expect(await titles("BB7 9ZZ")).not.toContain("Clitheroe Food Bank")
    expect(await titles("07700900321", w.asLead)).toEqual([])
  })

  describe("finds a caller", async () => {
    const phones = {
      "(01772) 555 123 ext 4": "Extension Hall",
      "+44 1772 555124": "International Hall",
      "0044 (0)1772 555125": "Zeros Hall",
      "01772 555126 / 07700 900126": "Two Numbers Hall",
      "office 01772.555.127, evenings +447700900127": "Words Hall",
    }
    for (const [phone, name] of Object.entries(phones))
      await w.asWorker((ctx) => addGroup(ctx, { name, phone }))
    const welcome = (groupId: string, name: string, phone: string) =>
      w.asWorker((ctx) =>
        welcomePerson(ctx, {
          ...{ groupId, name, phone, email: null, role: "chair", title: null, speaks: null, startedOn: null },
          main: false,
        }),
      )
    await welcome(w.foodbank.id, "Carol Caller", "07700 900555")

    it.each([
      ["01772 555 123 ext 4", "Extension Hall"],
      ["(01772) 555123", "Extension Hall"],
      ["0044 1772 555 123", "Extension Hall"],
      ["+44 (0) 1772 555124", "International Hall"],
      ["01772-555-124", "International Hall"],
      ["44 1772 555124", "International Hall"],
      ["01772555125 x12", "Zeros Hall"],
      ["07700900126", "Two Numbers Hall"],
      ["555126", "Two Numbers Hall"],
      ["07700 900 127", "Words Hall"],
      ["01772 555127", "Words Hall"],
    ])("by %s", async (typed, name) => expect(await titles(typed)).toEqual([name]))

    it("from the first five digits on", async () => {
      for (const typed of ["01772", "+44 1772", "0044 1772"])
        expect((await titles(typed)).sort(), typed).toEqual(Object.values(phones).sort())
      expect(await titles("0177")).toEqual([])
      expect(await titles("55512")).toEqual([])
    })

    it("and the group of one of its people, with the number and whose it is", async () => {
      const hits = await w.asWorker((ctx) => findEverywhere(ctx, "+447700900555", { most: 8 }))
      expect(hits.map(({ kind, title }) => [kind, title])).toEqual([
        ["person", "Carol Caller"],
        ["group", "Clitheroe Food Bank"],
      ])
      expect(hits[0]?.hint).toContain("07700 900555")
      expect(hits[1]?.hint).toContain("Carol Caller, 07700 900555")
      const groups = await w.asViewer((ctx) =>
        findEverywhere(ctx, "07700900555", { most: 8, kinds: ["group"] }),
      )
      expect(groups.map(({ title }) => title)).toEqual(["Clitheroe Food Bank"])
    })

    it("for staff of the LIO only, whatever is asked of the database itself", async () => {
      const numbers = (ctx: Ctx) =>
        ctx.tx.execute(sql`select title from search_numbers('{group,person}', '01772555124', 5)`)
      expect(await w.asWorker(numbers)).toHaveLength(1)
      for (const as of [w.asOutsider, w.asMember, w.asLead, w.asOtherManager, w.asPublic])
        expect(await as(numbers)).toEqual([])
      for (const as of [w.asOutsider, w.asMember, w.asOtherManager])
        expect(await titles("01772 555124", as)).toEqual([])
    })

    it("by the new number once it is changed, and nobody who has left", async () => {
      const { personId } = await welcome(w.choir.id, "Una Moved", "07700 900777")
      expect(await titles("07700900777")).toEqual(["Una Moved", "Côr Meibion Llanfair"])
      await w.operator.begin(async (tx) => {
        await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
        await tx`update people set phone = '07700 900888' where id = ${personId}`
      })
      expect(await titles("07700900777")).toEqual([])
      expect(await titles("07700900888")).toEqual(["Una Moved", "Côr Meibion Llanfair"])
      await w.operator.begin(async (tx) => {
        await tx`select set_config('app.lio_id', ${w.ribble.id}, true), set_config('app.audiences', '{*}', true)`
        await tx`update people set left_at = now() where id = ${personId}`
      })
      expect(await titles("07700900888")).toEqual([])
    })

    it("also where the numbers were there before they were looked at", async () => {
      await w.operator`update search_entries set numbers = null`
      expect(await titles("01772 555124")).toEqual([])
      await afterMigrations(w.operator)
      expect(await titles("01772 555124")).toEqual(["International Hall"])
    })
  })
})
