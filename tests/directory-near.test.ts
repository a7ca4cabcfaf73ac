import { beforeAll, describe, expect, it } from "vitest"
import { loadOpenData } from "@/db/open-data/load"
import { areas, groupAreas, type groups } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { directoryFilter } from "@/lib/directory/input"
import { listEntries } from "@/lib/directory/queries"
import { listOpenNetworks } from "@/lib/networks/queries"
import { listSentPapers } from "@/lib/representations/versions/queries"
import { world } from "./support/world"

const w = await world()
const OLDHAM = "E08000004"
const NORTH = "E05014648"
const found = async (near: string) =>
  (await w.asPublic((ctx) => listEntries(ctx, directoryFilter({ near })))).entries.map(({ name }) => name)

const group = (name: string, fields: Partial<typeof groups.$inferInsert>, area?: string) =>
  w.system(async (ctx) => {
    const { id } = await make.group(ctx, { name, stage: "member", directoryConsent: true, ...fields })
    if (area) await ctx.tx.insert(groupAreas).values({ lioId: ctx.lio.id, groupId: id, areaId: area })
  })

beforeAll(async () => {
  await loadOpenData(w.operator)
  const made = await w.system((ctx) =>
    ctx.tx
      .insert(areas)
      .values([
        { lioId: ctx.lio.id, kind: "district", code: OLDHAM, name: "Oldham" },
        { lioId: ctx.lio.id, kind: "ward", code: NORTH, name: "Chadderton North" },
        { lioId: ctx.lio.id, kind: "neighbourhood", name: "Hob’s Mill" },
      ])
      .returning({ id: areas.id, name: areas.name }),
  )
  const id = (name: string) => made.find((area) => area.name === name)?.id
  await group("All Oldham", {}, id("Oldham"))
  await group("Northerners", {}, id("Chadderton North"))
  await group("Millers", {}, id("Hob’s Mill"))
  await group("Hidden Areas", { directoryShows: ["about"] }, id("Chadderton North"))
  await group("Hidden Address", { districtCode: OLDHAM, wardCode: NORTH })
  await group("Shown Address", { districtCode: OLDHAM, wardCode: NORTH, directoryShows: ["address"] })
})

describe("Groups near a place", () => {
  it("are those that show that they work there or are there, the closest first", async () => {
    expect(await found("Chadderton North")).toEqual(["Northerners", "Shown Address", "All Oldham"])
    expect(await found("oldham")).toEqual(["All Oldham", "Shown Address"])
    expect(await found("OL1 3LS")).toEqual(["All Oldham", "Shown Address"])
    expect(await found("hobs mill")).toEqual(["Millers"])
  })

  it.each(["nowhere", "%", "'; drop table groups; --", "ZZ99 9ZZ", "🎈", "LS1 4AP"])(
    "are none near %j",
    async (near) => {
      expect(await found(near)).toEqual([])
    },
  )
})

describe("What everybody may know of an LIO’s work", () => {
  it("is which networks are open, and which papers were sent", async () => {
    await w.system(async (ctx) => {
      await ctx.tx.execute(
        `insert into networks (lio_id, name, closed_at) values ('${ctx.lio.id}', 'Open', null), ('${ctx.lio.id}', 'Closed', now())`,
      )
      for (const [title, sent, withdrawn] of [
        ["Sent", "'2026-01-02'", "null"],
        ["Draft", "null", "null"],
        ["Withdrawn", "'2026-01-03'", "now()"],
      ])
        await ctx.tx.execute(`
          with r as (insert into representations (lio_id, title, body_id, sent_on, sent_version) values ('${ctx.lio.id}', '${title}', '${w.council.id}', ${sent}, 1) returning id)
          insert into representation_versions (lio_id, representation_id, version, content, published_at, withdrawn_at)
          select '${ctx.lio.id}', id, 1, '{"title":"${title}","body":"Council"}', now(), ${withdrawn} from r`)
    })
    expect(await w.asPublic(listOpenNetworks)).toMatchObject([{ name: "Open", groups: 0 }])
    expect(await w.asPublic((ctx) => listSentPapers(ctx, 5))).toMatchObject([
      { title: "Sent", body: "Council", version: 1, sentOn: "2026-01-02" },
    ])
  })
})
