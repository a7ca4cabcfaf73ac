import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { renderToStaticMarkup } from "react-dom/server"
import { prerender } from "react-dom/static"
import { describe, expect, it } from "vitest"
import { withQuery } from "@/app/_ui/address"
import { BarChart } from "@/app/_ui/bar-chart"
import { DataTable } from "@/app/_ui/data-table"
import { Drawing, type DrawingName } from "@/app/_ui/drawing"
import { EmptyState } from "@/app/_ui/empty-state"
import { TextField } from "@/app/_ui/fields"
import { csvAddress } from "@/app/_ui/figure"
import { Form } from "@/app/_ui/form"
import { pageNumbers } from "@/app/_ui/pagination"
import { markdownToHtml } from "@/lib/markdown"

const ui = join(import.meta.dirname, "../app/_ui")
const css = readFileSync(join(ui, "tokens.css"), "utf8")
const [lightCss = "", darkCss = ""] = css.split("@media screen and (prefers-color-scheme: dark)")

type Colours = Record<string, string>
const coloursOf = (text: string): Colours =>
  Object.fromEntries(
    [...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  )
const light = coloursOf(lightCss)
const themes: [string, Colours][] = [
  ["light", light],
  ["dark", { ...light, ...coloursOf(darkCss) }],
]

/** WCAG 2.2 relative luminance. */
function luminance(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one = "", other = "") {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const GROUNDS = ["paper", "surface", "sunken"]
const WASHES = ["leaf-wash", "problem-wash", "wait-wash", "note-wash", "plum-wash"]
const TEXT: [text: string, grounds: string[]][] = [
  ["ink", [...GROUNDS, ...WASHES]],
  ["soft", GROUNDS],
  ["link", [...GROUNDS, ...WASHES]],
  ["visited", GROUNDS],
  ["leaf", [...GROUNDS, "leaf-wash"]],
  ["problem", [...GROUNDS, "problem-wash"]],
  ["wait", [...GROUNDS, "wait-wash"]],
  ["note", [...GROUNDS, "note-wash"]],
  ["plum", [...GROUNDS, "plum-wash"]],
  ["on-leaf", ["leaf", "leaf-deep"]],
]
const SHAPES: [shape: string, grounds: string[]][] = [
  ["line-strong", GROUNDS],
  ["ink", ["sun", ...GROUNDS]],
  ...[1, 2, 3, 4, 5].map((at): [string, string[]] => [`chart-${at}`, ["paper", "surface"]]),
]

describe.each(themes)("Colours, %s", (name, colours) => {
  const weak = (pairs: [string, string[]][], least: number) =>
    pairs.flatMap(([front, grounds]) =>
      grounds
        .filter((ground) => contrast(colours[front], colours[ground]) < least)
        .map((ground) => `${front} on ${ground}: ${contrast(colours[front], colours[ground]).toFixed(2)}`),
    )

  it("words can be read: 4.5 to 1 at least", () => {
    expect(weak(TEXT, 4.5)).toEqual([])
  })

  it("lines of fields, bars and the focus ring can be seen: 3 to 1 at least", () => {
    const ring = name === "dark" ? SHAPES.filter(([shape]) => shape !== "ink") : SHAPES
    expect(weak(ring, 3)).toEqual([])
    if (name === "dark") expect(contrast(colours.sun, colours.paper)).toBeGreaterThan(3)
  })
})

describe("What people write", () => {
  it("keeps emphasis, lists, tables and line breaks", () => {
    expect(markdownToHtml("**Yes**\nand *no*\n\n- one")).toContain("<p><strong>Yes</strong><br>")
    expect(markdownToHtml("|a|b|\n|-|-|\n|1|2|")).toContain("<td>1</td>")
  })

  it("carries no tags, scripts or pictures of its own", () => {
    const html = markdownToHtml(
      "<script>alert(1)</script>\n\nSo <b onclick=x>hi</b> ![x](https://spy.example/p.png)",
    )
    expect(html).not.toMatch(/<(script|b|img)\b|onclick/)
    expect(html).toContain("hi")
  })

  it("links only to the web, email and telephone", () => {
    for (const link of ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "JaVaScRiPt:x"]) {
      expect(markdownToHtml(`[press](${link})`)).not.toContain("href")
    }
    expect(markdownToHtml("[press](https://example.org)")).toContain('href="https://example.org"')
  })

  it("makes a link of a mention, the longest name first, and not inside code", () => {
    const html = markdownToHtml("@Ann Lee and `@Ann`", { Ann: "/a", "Ann Lee": "/b" })
    expect(html).toContain('<a href="/b">@Ann Lee</a>')
    expect(html).toContain("<code>@Ann</code>")
  })
})

describe("Charts", async () => {
  const { prelude } = await prerender(
    <BarChart
      finding="Most want buses"
      rows={[
        { label: "Buses", values: [40] },
        { label: "Parks", values: [10] },
        { label: "Rivers", values: [null] },
      ]}
    />,
  )
  const html = await new Response(prelude).text()

  it("start at zero, and are as long as their numbers", () => {
    const widths = [...html.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ])
    expect(widths).toEqual([
      [0, 100],
      [0, 25],
      [0, 0],
    ])
  })

  it("say what they show, and give their numbers as a table and a file", () => {
    expect(html).toContain("<figcaption")
    expect(html).toContain('<th scope="row">Buses</th><td class="number">40</td>')
    expect(html).toContain("data:text/csv")
  })

  it("hold back what is held back everywhere, the table and the file too", () => {
    expect(html.match(/under 5/g)?.length).toBe(2)
    expect(decodeURIComponent(/href="(data:[^"]+)"/.exec(html)?.[1] ?? "")).toContain("Rivers,under 5")
  })

  it("never carry a formula into a spreadsheet", () => {
    const file = decodeURIComponent(
      csvAddress({
        heads: ["Answer", "Number"],
        rows: [
          ["=cmd()", 3],
          ['a "b", c', -2],
        ],
      }),
    )
    expect(file).toContain("'=cmd(),3")
    expect(file).toContain('"a ""b"", c",-2')
  })
})

describe("Lists", () => {
  it("keep the filters in links that sort and turn pages, and start again at page one", () => {
    const place = { path: "/x", query: { q: "tea", page: "4", done: "k", term: ["a", "b"] } }
    expect(withQuery(place, { sort: "-name" })).toBe("/x?q=tea&term=a&term=b&sort=-name")
    expect(withQuery(place, { page: 5, q: null })).toBe("/x?term=a&term=b&page=5")
  })

  it("offer the pages near by, and never a gap of one", () => {
    expect(pageNumbers(1, 1)).toEqual([1])
    expect(pageNumbers(3, 20)).toEqual([1, 2, 3, 4, null, 20])
    expect(pageNumbers(10, 20)).toEqual([1, null, 9, 10, 11, null, 20])
  })

  it("say how they are sorted", () => {
    const html = renderToStaticMarkup(
      <DataTable
        caption="Groups"
        columns={[
          { key: "name", label: "Name", sort: "name", cell: (row: { id: string }) => row.id },
          { key: "size", label: "Size", cell: () => 4 },
        ]}
        rows={[{ id: "a" }]}
        rowKey={(row) => row.id}
        place={{ path: "/x" }}
        sort="-name"
      />,
    )
    expect(html).toContain('<th scope="col" aria-sort="descending">')
    expect(html).toContain('<th scope="row">a</th>')
    expect(html).toContain('href="/x?sort=name"')
  })
})

describe("Forms", () => {
  it("bring back what is known, with a key that is new each time", () => {
    const drawn = () =>
      renderToStaticMarkup(
        <Form action={async (state) => state} lio="ribble" values={{ phone: "0161", none: null }}>
          <TextField name="phone" label="Phone" type="tel" hint="With the area code" />
        </Form>,
      )
    const html = drawn()
    expect(html).toContain('name="_lio" value="ribble"')
    expect(html).toMatch(/<label class="label" for="phone">Phone<\/label>/)
    expect(html).toMatch(
      /aria-describedby="phone-hint"[^>]*value="0161"|value="0161"[^>]*aria-describedby="phone-hint"/,
    )
    expect(html).not.toContain("required")
    const key = /name="_key" value="([^"]+)"/
    expect(key.exec(html)?.[1]).not.toBe(key.exec(drawn())?.[1])
  })
})

describe("The kit's code", () => {
  it("has no style attributes, which the content security policy would drop", () => {
    const files = readdirSync(ui).filter((file) => file.endsWith(".tsx"))
    expect(files.filter((file) => /\sstyle=/.test(readFileSync(join(ui, file), "utf8")))).toEqual([])
  })
})

describe("An empty place", () => {
  const names: DrawingName[] = ["groups", "letters", "calendar", "talk", "needs", "files", "search"]

  it.each(names)("has a drawing, %s, under 1 KB that says nothing to those who listen", (name) => {
    const drawn = renderToStaticMarkup(<Drawing name={name} />)
    expect(Buffer.byteLength(drawn)).toBeLessThan(1024)
    expect(drawn).toContain('aria-hidden="true"')
    expect(drawn).not.toMatch(/#[0-9a-f]{3}|style=/)
  })

  it("has none unless it is asked for", () => {
    expect(renderToStaticMarkup(<EmptyState title="Nothing yet" />)).not.toContain("<svg")
    expect(renderToStaticMarkup(<EmptyState title="Nothing yet" drawing="needs" />)).toContain("<svg")
  })
})
