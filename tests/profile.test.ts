import { sql } from "drizzle-orm"
import { renderToStaticMarkup } from "react-dom/server"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { Ring } from "@/app/[lio]/_parts/ring"
import { GET } from "@/app/[lio]/logo/route"
import { GET as getSheet } from "@/app/[lio]/look.css/route"
import { drawLogo } from "@/db/seed/story/logo"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { changeGroup } from "@/lib/groups/commands"
import { getGroup } from "@/lib/groups/queries"
import { addNeighbourhood, addPlaces, removeArea } from "@/lib/lios/areas/commands"
import { lookForAreas } from "@/lib/lios/areas/looking/queries"
import { listAreasInUse, listServed } from "@/lib/lios/areas/queries"
import { describeLio } from "@/lib/lios/commands"
import { describeLioInput } from "@/lib/lios/input"
import { contrastWithWhite, isReadable, nearestReadable, sheetOf } from "@/lib/lios/look/colours"
import { chooseColour, keepLogo, removeLogo } from "@/lib/lios/look/commands"
import { colourInput, kindOfPicture } from "@/lib/lios/look/input"
import { getFace, getLook } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { world } from "./support/world"

const w = await world()
const input = (more: Record<string, unknown> = {}) =>
  describeLioInput.parse({ name: "Ribble CVS", kind: "cvs", digestWeekday: 2, ...more })
const others = [w.asWorker, w.asViewer, w.asLead]

describe("The profile of an LIO", () => {
  it("is what a manager says, and nobody else", async () => {
    await w.asManager((ctx) =>
      describeLio(
        ctx,
        input({ legalForm: "cio", charityNumber: "107 0672", companyNumber: "", website: "ribble.example" }),
      ),
    )
    expect(await w.asPublic(getLio)).toMatchObject({
      legalForm: "cio",
      charityNumber: "1070672",
      companyNumber: null,
      website: "https://ribble.example",
    })
    for (const as of others) await expect(as((ctx) => describeLio(ctx, input()))).rejects.toThrow(NotAllowed)
    await w.asOtherManager((ctx) => describeLio(ctx, input({ name: "Other Valley VAG", kind: "vag" })))
    expect((await w.asPublic(getLio)).name).toBe("Ribble CVS")
  })

  it.each([
    [{ charityNumber: "12" }, "charityNumber"],
    [{ companyNumber: "123" }, "companyNumber"],
    [{ website: "not an address" }, "website"],
    [{ kind: "shop" }, "kind"],
  ])("says what is wrong with %j", (wrong, field) => {
    const issues = describeLioInput.safeParse({ ...input(), ...wrong }).error?.issues ?? []
    expect(issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe("The foot of each page", () => {
  const foot = async () => renderToStaticMarkup(Ring(await w.asPublic(getFace))).replace(/<[^>]+>/g, "")

  it("names who answers and the number to ring; without them it says as much as there is", async () => {
    const say = (more: Record<string, unknown>) => w.asManager((ctx) => describeLio(ctx, input(more)))
    await say({ contactName: "Mo Bell", phone: "01200 000 000", email: "hello@ribble.example" })
    expect(await foot()).toBe("Any questions? Ring Mo Bell on 01200 000 000")
    await say({ phone: "01200 000 000" })
    expect(await foot()).toBe("Any questions? Ring us on 01200 000 000")
    await say({ email: "hello@ribble.example" })
    expect(await foot()).toBe("Any questions? Email us at hello@ribble.example")
    await say({})
    expect(await foot()).toBe("")
  })
})

describe("The colour", () => {
  it.each(["#ffcc00", "#ff0000", "#00c853", "#777777", "#1ab7ea", "#ffffff"])(
    "%s is too light, and the nearest that can be read is offered",
    async (colour) => {
      const wanted = colourInput.parse({ colour, instead: "" })
      const refused = w.asManager((ctx) => chooseColour(ctx, wanted))
      await expect(refused).rejects.toMatchObject({ field: "colour" })
      const nearest = nearestReadable(colour)
      await expect(refused).rejects.toThrow(nearest)
      expect(contrastWithWhite(nearest)).toBeGreaterThanOrEqual(4.5)
      expect(contrastWithWhite(nearest)).toBeLessThan(5)
      await w.asManager((ctx) => chooseColour(ctx, colourInput.parse({ colour, instead: nearest })))
      expect((await w.asPublic(getLook)).colour).toBe(nearest)
    },
  )

  it("is a colour, or that of Trellis", async () => {
    expect(colourInput.parse({ colour: "1D6B43" }).colour).toBe("#1d6b43")
    expect(colourInput.parse({ colour: "#036" }).colour).toBe("#003366")
    for (const wrong of ["red", "#12345", "#1d6b43;}", "url(x)"])
      expect(colourInput.safeParse({ colour: wrong }).success).toBe(false)
    await w.asManager((ctx) => chooseColour(ctx, { colour: null, instead: null }))
    expect(await w.asPublic(getLook)).toEqual({ colour: null, logo: null, sheet: null })
    for (const as of others)
      await expect(as((ctx) => chooseColour(ctx, { colour: "#003366", instead: null }))).rejects.toThrow(
        NotAllowed,
      )
  })

  it("is served as a style sheet, for the day and for the dark", async () => {
    await w.asManager((ctx) => chooseColour(ctx, { colour: "#003366", instead: null }))
    const params = Promise.resolve({ lio: "ribble" })
    const answer = await getSheet(new Request("http://localhost/ribble/look.css?v=003366"), { params })
    expect(answer.headers.get("content-type")).toContain("text/css")
    expect(answer.headers.get("cache-control")).toContain("immutable")
    const sheet = await answer.text()
    expect(sheet).toContain("--color-leaf:#003366")
    expect(sheet).toContain("prefers-color-scheme:dark")
    expect(isReadable("#003366")).toBe(true)
    expect(sheetOf(null)).toBe("")
  })
})

describe("The logo", () => {
  const png = new Uint8Array(drawLogo())
  const logo = (slug = "ribble") =>
    GET(new Request(`http://localhost/${slug}/logo?v=1`), { params: Promise.resolve({ lio: slug }) })

  it("is told by its bytes", () => {
    const bytes = (text: string) => new TextEncoder().encode(text)
    expect(kindOfPicture(png)).toBe("image/png")
    expect(kindOfPicture(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg")
    expect(kindOfPicture(bytes("RIFF1234WEBPVP8 "))).toBe("image/webp")
    expect(kindOfPicture(bytes('<?xml version="1.0"?><svg xmlns="x">'))).toBe("svg")
    expect(kindOfPicture(bytes("<html>"))).toBeNull()
    expect(kindOfPicture(new Uint8Array())).toBeNull()
  })

  it("is a small picture that a manager chose, served to everybody", async () => {
    await w.asManager((ctx) => keepLogo(ctx, png))
    const answer = await logo()
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"])
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    expect(answer.headers.get("cache-control")).toContain("immutable")
    const shown = sharp(Buffer.from(await answer.arrayBuffer()))
    const { width, height } = await sharp(png).metadata()
    expect(await shown.metadata()).toMatchObject({ format: "png", width, height })
    expect((await logo("other")).status).toBe(404)
    expect((await w.asPublic(getLook)).logo).toMatch(/^\/ribble\/logo\?v=/)
    await w.asManager(removeLogo)
    expect((await logo()).status).toBe(404)
  })

  it("is drawn anew: where it was taken, and whatever else was hidden in it, is gone", async () => {
    const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: "#1d6b43" } })
      .withExif({ IFD0: { Copyright: "a secret" }, IFD3: { GPSLatitude: "53/1 0/1 0/1" } })
      .jpeg()
      .toBuffer()
    const hiding = Buffer.concat([photo, Buffer.from("<script>alert(1)</script>")])
    expect(hiding.includes("a secret")).toBe(true)
    await w.asManager((ctx) => keepLogo(ctx, new Uint8Array(hiding)))
    const kept = Buffer.from(await (await logo()).arrayBuffer())
    expect(kept.includes("a secret")).toBe(false)
    expect(kept.includes("<script>")).toBe(false)
    expect(await sharp(kept).metadata()).toMatchObject({ format: "png", width: 427, height: 320 })
    await w.asManager(removeLogo)
  })

  it.each([
    ["an SVG", new TextEncoder().encode("<svg onload=alert(1)>"), "SVG"],
    ["a page", new TextEncoder().encode("<html>"), "not a PNG"],
    ["a picture that is too big", new Uint8Array([...png, ...new Array(205 * 1024).fill(0)]), "KB"],
    ["damaged", png.slice(0, 60), "damaged"],
    ["nothing", new Uint8Array(), "Choose a file"],
  ])("is not %s", async (_what, bytes, words) => {
    const refused = w.asManager((ctx) => keepLogo(ctx, bytes))
    await expect(refused).rejects.toThrow(RuleBroken)
    await expect(refused).rejects.toThrow(words)
  })

  it("is for managers to change", async () => {
    for (const as of others) {
      await expect(as((ctx) => keepLogo(ctx, png))).rejects.toThrow(NotAllowed)
      await expect(as(removeLogo)).rejects.toThrow(NotAllowed)
    }
  })
})

describe("Where an LIO works", () => {
  it("is chosen from the open data, once each, and taken off with how many groups named it", async () => {
    await w.operator`insert into places (code, kind, name, district_code) values
      ('E07000124', 'district', 'Ribble Valley', null), ('E05012012', 'ward', 'Whalley Nethertown', 'E07000124')`
    const add = (code: string) => (ctx: Ctx) => addPlaces(ctx, { codes: [code], whole: [] })
    expect((await w.asManager((ctx) => lookForAreas(ctx, "whalley"))).districts).toMatchObject([
      { name: "Ribble Valley", wards: [{ code: "E05012012", served: false }] },
    ])
    await w.asManager(add("E05012012"))
    await expect(w.asManager(add("E05012012"))).rejects.toThrow("already")
    await expect(w.asManager(add("E05099999"))).rejects.toThrow(NotFound)
    const [area] = await w.asManager(listAreasInUse)
    const { version } = await w.asWorker((ctx) => getGroup(ctx, w.loner.id))
    await w.asWorker((ctx) => changeGroup(ctx, w.loner.id, { version, areaIds: [area?.id ?? ""] }))
    expect(await w.asManager(listAreasInUse)).toMatchObject([{ name: "Whalley Nethertown", groups: 1 }])
    for (const as of others) {
      await expect(as((ctx) => removeArea(ctx, { id: area?.id ?? "" }))).rejects.toThrow(NotAllowed)
      await expect(as(add("E07000124"))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asOtherManager((ctx) => removeArea(ctx, { id: area?.id ?? "" }))).rejects.toThrow(NotFound)
    const need = (say: string) =>
      w.system((ctx) =>
        ctx.tx.execute(
          say === "add"
            ? sql`with made as (insert into needs (lio_id, title) values (${ctx.lio.id}, 'A bus') returning id)
                insert into need_areas (lio_id, need_id, area_id) select ${ctx.lio.id}, id, ${area?.id} from made`
            : sql`delete from needs where title = 'A bus'`,
        ),
      )
    await need("add")
    await expect(w.asManager((ctx) => removeArea(ctx, { id: area?.id ?? "" }))).rejects.toThrow(
      "The need “A bus” names this area.",
    )
    await need("remove")
    expect(await w.asManager((ctx) => removeArea(ctx, { id: area?.id ?? "" }))).toMatchObject({ groups: 1 })
    expect((await w.asWorker((ctx) => getGroup(ctx, w.loner.id))).areas).toEqual([])
  })

  it("may be a neighbourhood that no list has", async () => {
    await w.asManager((ctx) => addNeighbourhood(ctx, { name: "The Brow" }))
    await expect(w.asManager((ctx) => addNeighbourhood(ctx, { name: "the brow" }))).rejects.toThrow("already")
    expect((await w.asPublic(listServed)).map(({ name }) => name)).toContain("The Brow")
    await expect(w.asViewer((ctx) => addNeighbourhood(ctx, { name: "X" }))).rejects.toThrow(NotAllowed)
  })
})
