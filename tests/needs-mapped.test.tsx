import { sql } from "drizzle-orm"
import type { ReactNode } from "react"
import { prerender } from "react-dom/static"
import { describe, expect, it } from "vitest"
import { layOut } from "@/app/_ui/area-shapes"
import { NeedsByPlace } from "@/app/[lio]/needs/_parts/needs-by-place"
import { NotAllowed } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { closeNeed, openNeed } from "@/lib/needs/commands"
import { closeNeedInput, openNeedInput } from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { listMapAreas, listPlacedNeeds } from "@/lib/needs/mapping/queries"
import { type Ring, ringsOf } from "@/lib/needs/mapping/words"
import { world } from "./support/world"

const w = await world()
const SQUARE: Ring = [
  [-2.6, 53.9],
  [-2.5, 53.9],
  [-2.5, 54],
  [-2.6, 54],
]
const LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

const made = await w.system(async (ctx) => {
  const one = async (statement: ReturnType<typeof sql>) =>
    (await ctx.tx.execute<{ id: string }>(statement))[0]?.id ?? ""
  const area = (code: string | null, name: string) =>
    one(
      sql`insert into areas (lio_id, kind, code, name) values (${ctx.lio.id}::uuid, 'ward', ${code}, ${name}) returning id`,
    )
  const theme = (name: string) =>
    one(
      sql`insert into terms (lio_id, list, name) values (${ctx.lio.id}::uuid, 'theme', ${name}) returning id`,
    )
  return {
    hill: await area("E05998001", "Hill"),
    mill: await area("E05998002", LONG),
    moor: await area(null, "Moor"),
    buses: await theme("Buses"),
    halls: await theme("Halls"),
  }
})
await w.operator`insert into places ${w.operator([
  {
    code: "E05998001",
    kind: "ward",
    name: "Hill",
    outline: { type: "Polygon", coordinates: [SQUARE] } as never,
  },
])}`
await w.operator`insert into places (code, kind, name, lat, lon) values ('E05998002', 'ward', ${LONG}, 53.95, -2.4)`
const open = (title: string, areaIds: string[], themeIds: string[]) =>
  w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title, areaIds, themeIds })))
await open("A late bus", [made.hill], [made.buses])
await open("An early bus", [made.hill], [made.buses])
await open("A hall", [made.hill], [made.halls])
await open("A bus stop", [made.mill], [made.buses])
await open("Tea", [made.moor], [])
await open("Money", [], [])
await open("A bus over the moor", [made.moor, made.hill], [made.buses, made.halls])
const met = await open("Met", [made.hill], [made.halls])
await w.asWorker((ctx) =>
  closeNeed(ctx, closeNeedInput.parse({ id: met.id, ending: "met", reason: "There is one" })),
)

const html = async (drawing: ReactNode) => new Response((await prerender(drawing)).prelude).text()
const read = () =>
  w.asViewer(async (ctx) => ({ areas: await listMapAreas(ctx), needs: await listPlacedNeeds(ctx) }))
const drawn = async () =>
  html(
    <NeedsByPlace
      {...(await read())}
      about="Open needs by area"
      hrefOf={({ area, theme }) =>
        `/needs?area=${area ?? "none"}${theme === undefined ? "" : `&theme=${theme ?? "none"}`}`
      }
    />,
  )

describe("Needs by area and theme", () => {
  it("are counted while they are open, and each number opens just those needs", async () => {
    const { needs } = await read()
    expect(needs).toHaveLength(7)
    const listed = (query: string) => w.asViewer((ctx) => listNeeds(ctx, readList(needList, query)))
    const page = await drawn()
    const links = [...page.matchAll(/href="\/needs\?([^"]*)">(\d+)/g)]
    expect(links.length).toBeGreaterThan(8)
    for (const [, query = "", count] of links)
      expect(await listed(query.replaceAll("&amp;", "&")), query).toHaveLength(Number(count))
    expect((await listed("area=none")).map(({ title }) => title)).toEqual(["Money"])
    expect((await listed("area=none&area.not=yes")).map(({ title }) => title)).not.toContain("Money")
    expect((await listed(`area=${made.moor}`)).map(({ title }) => title)).toContain("A bus over the moor")
    expect((await listed(`theme=${made.halls}`)).map(({ title }) => title)).toContain("A bus over the moor")
  })

  it("are for staff, with nothing of another LIO; the areas are public", async () => {
    await expect(w.asLead(listPlacedNeeds)).rejects.toThrow(NotAllowed)
    await expect(w.asPublic(listPlacedNeeds)).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager(listPlacedNeeds)).toEqual([])
    expect((await w.asPublic(listMapAreas)).map(({ name }) => name)).toContain("Hill")
    expect((await w.asOtherManager(listMapAreas)).map(({ name }) => name)).not.toContain("Hill")
  })

  it("are drawn as outlines, as points where only the middle is known, and named where neither is", async () => {
    const page = await drawn()
    expect(page).toContain(`aria-label="Hill: 4 needs"`)
    expect(page).toContain(`href="/needs?area=${made.hill}"`)
    expect(page.match(/<path d="M/g)).toHaveLength(1)
    expect(page.match(/<circle /g)).toHaveLength(1)
    expect(page).toContain("Hill has the most: 4 needs.")
    expect(page).toContain("1 need is about a whole district, so it isn’t on the map.")
    expect(page).toContain("We don’t know where these are, so they aren’t on the map: Moor.")
    expect(page).toContain(`href="/needs?area=${made.hill}&amp;theme=${made.buses}"`)
    expect(page).toContain(`href="/needs?area=none&amp;theme=none"`)
    expect(page).not.toMatch(/<script|<img|https?:\/\//)
  })

  it("have only their table where no area’s place is known", async () => {
    const needs = ["one", "two"].map((id) => ({ id, areas: [], themes: [] }))
    const page = await html(<NeedsByPlace areas={[]} needs={needs} about="Needs" hrefOf={() => "/needs"} />)
    expect(page).not.toContain("<svg")
    expect(page).toContain("The whole district")
  })
})

describe("An outline", () => {
  it("is a polygon or several, in degrees; anything else is none", () => {
    expect(ringsOf({ type: "Polygon", coordinates: [SQUARE] })).toEqual([SQUARE])
    expect(ringsOf({ type: "MultiPolygon", coordinates: [[SQUARE], [SQUARE]] })).toHaveLength(2)
    const grid = [SQUARE.map(([x, y]) => [x * 100_000, y * 10_000])]
    for (const odd of [
      ...[null, {}, { type: "Point", coordinates: [1, 2] }, { type: "Polygon", coordinates: "x" }],
      ...[
        { type: "Polygon", coordinates: [[]] },
        { type: "Polygon", coordinates: grid },
      ],
    ])
      expect(ringsOf(odd), JSON.stringify(odd)).toEqual([])
  })

  it("keeps its proportions, north on top, and thousands of points take little room", () => {
    const { width, height, shapes } = layOut([{ rings: [SQUARE], middle: null }])
    expect(height / width).toBeGreaterThan(1)
    expect(shapes[0]?.path).toBe("M53.5 408.0L286.5 408.0L286.5 12.0L53.5 12.0Z")
    const many: Ring = Array.from({ length: 20_000 }, (_, at) => [
      -2 + Math.cos(at / 3183) / 10,
      54 + Math.sin(at / 3183) / 10,
    ])
    expect(layOut([{ rings: [many], middle: null }]).shapes[0]?.path?.length).toBeLessThan(20_000)
    expect(layOut([{ rings: [], middle: null }])).toMatchObject({ height: 0, shapes: [null] })
    expect(layOut([{ rings: [], middle: [-2, 54] }]).shapes[0]).toMatchObject({ path: null })
  })
})
