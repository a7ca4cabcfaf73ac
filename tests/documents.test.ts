import { describe, expect, test } from "vitest"
import { barsFigure } from "@/lib/documents/charts"
import { readMarkdown } from "@/lib/documents/markdown"
import type { Block, Document } from "@/lib/documents/model"
import { inOrder, withHeadingsInOrder } from "@/lib/documents/ordered"
import { Unprintable, writePdf } from "@/lib/documents/pdf/write"
import { linesOf } from "@/lib/documents/text"
import { notesHtml, writeWebPart } from "@/lib/documents/web/write"
import { writeWord } from "@/lib/documents/word/write"
import { documentOf, paragraph, readPdf, readWord, text } from "./support/documents"
import { HOSTILE } from "./support/hostile"

function writeWeb(document: Document) {
  const seen = new Map<number, number>()
  const { blocks, notes } = inOrder(document)
  return writeWebPart(blocks, seen) + notesHtml(notes, seen)
}
const letters = (said: string) => said.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")
const unescaped = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")

describe("what somebody typed", () => {
  test.each(Object.entries(HOSTILE))("%s is shown on the page and runs nothing", (_, said) => {
    const html = writeWeb(documentOf([paragraph(said)]))
    expect(unescaped(html)).toBe(said)
    const { blocks, notes } = readMarkdown(said)
    const read = writeWeb(documentOf(blocks, { notes }))
    expect(read).not.toMatch(/<(script|img|svg|iframe|style|object|!)/i)
    expect(read).not.toMatch(/href="(?!https?:|mailto:|tel:|#)/i)
    expect(read).not.toMatch(/<[^>]*\son\w+=/i)
    for (const word of said.match(/[a-z]{4,}/gi) ?? []) expect(unescaped(read) + read).toContain(word)
  })

  const asTyped = Object.entries(HOSTILE)
  test("all of it is in one PDF, as titles, names, texts and cells", async () => {
    for (const [what, said] of asTyped) {
      const { bytes, unprintable } = await writePdf(
        documentOf([{ kind: "heading", level: 1, inlines: text(said), id: "a" }, paragraph(said)], {
          title: said,
          letterhead: { name: said, lines: [said], colour: null, logo: null },
        }),
      )
      const { words, ua, tagged } = await readPdf(bytes)
      expect({ what, ua, tagged }).toEqual({ what, ua: "1", tagged: true })
      if (/right to left|Arabic|emoji/.test(what)) continue
      const shown = [...said].filter((sign) => !unprintable.includes(sign)).join("")
      expect(letters(words), what).toContain(letters(shown.toWellFormed().replaceAll("\ufffd", "")))
    }
  })

  test("all of it is in Word files whose XML is whole", async () => {
    for (const [what, said] of asTyped) {
      const { bytes } = await writeWord(
        documentOf([{ kind: "heading", level: 1, inlines: text(said), id: "a" }, paragraph(said)], {
          title: said,
        }),
      )
      const parts = readWord(bytes)
      const body = parts["word/document.xml"] ?? ""
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these make a file that Word can't open
      expect(body, what).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(letters(unescaped(body)), what).toContain(
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
        letters(said.toWellFormed().replace(/[\u0000-\u001f]/g, "\ufffd")),
      )
      expect(/<w:(fldSimple|instrText|altChunk|object)\b/.test(body), what).toBe(false)
    }
  })

  test("a link opens the web, email, a telephone or a section, in all three", async () => {
    const to = [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "https://gov.uk/a b",
      "tel:123",
    ]
    const links: Block = {
      kind: "paragraph",
      inlines: to.map((one) => ({ kind: "link", to: one, inlines: text("press") })),
    }
    const web = writeWeb(documentOf([links]))
    expect([...web.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://gov.uk/a b",
      "tel:123",
    ])
    const word = readWord((await writeWord(documentOf([links]))).bytes)
    expect(Object.values(word).join("")).not.toMatch(/javascript|data:text|file:/)
    expect((await writePdf(documentOf([links]))).bytes.toString("latin1")).not.toMatch(
      /javascript|data:text|file:/,
    )
  })
})

describe("Markdown", () => {
  test("steps, checklists, warnings, tables and footnotes are read", () => {
    const { blocks, notes } = readMarkdown(
      ":::steps\n1. One[^a]\n2. Two[^a]\n:::\n\n:::checklist\n- Tick\n:::\n\n:::warning\nMind\n:::\n\n| a | b |\n|---|--:|\n| 1 |\n\n[^a]: Source",
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(["steps", "checklist", "callout", "table"])
    expect(notes.map(linesOf)).toEqual([["Source"]])
    expect(blocks[3]).toMatchObject({ rows: [[text("1"), []]], align: ["left", "right"] })
  })
  test("a part is put in by name, and one that isn't known stays as typed", () => {
    const { blocks } = readMarkdown("::contact\n\n::nothing", { parts: { contact: [paragraph("Ring us")] } })
    expect(linesOf(blocks)).toEqual(["Ring us", "::nothing"])
  })
  test("links without a protocol lead where the reader of it says, or are shown", () => {
    const linkTo = (to: string) => (to === "start" ? "https://here.example/start" : null)
    const { blocks } = readMarkdown("[Start](start) and [more](other)", { linkTo })
    expect(writeWeb(documentOf(blocks))).toBe(
      '<p dir="auto"><a href="https://here.example/start">Start</a> and more (other)</p>',
    )
  })
  test("a footnote that nobody marks is not lost", () => {
    expect(linesOf(readMarkdown("Text\n\n[^a]: Kept").blocks)).toEqual(["Text", "Kept"])
  })
  test("a thousand quotations in each other don't stop it", () => {
    expect(linesOf(readMarkdown(`${">".repeat(1000)} deep`).blocks).join("")).toContain("deep")
  })
})

describe("a document", () => {
  const heading = (level: 1 | 2 | 3 | 4): Block => ({ kind: "heading", level, inlines: text("x"), id: "x" })
  test("leaves no level of heading out", () => {
    const levels = withHeadingsInOrder([heading(3), heading(4), heading(2), heading(4), heading(1)]).map(
      (one) => (one.kind === "heading" ? one.level : null),
    )
    expect(levels).toEqual([1, 2, 1, 2, 1])
  })

  const figure = barsFigure(
    {
      finding: "Most groups want evening meetings",
      rowsAre: "Answer",
      rows: [
        { label: "Evenings & weekends", values: [14] },
        { label: "Mornings", values: [null] },
      ],
      series: ["Groups"],
    },
    "#124a2d",
  )
  const all = documentOf(
    [
      { kind: "heading", level: 1, inlines: text("First part"), id: "first" },
      { kind: "steps", items: [[paragraph("Find two others")], [paragraph("Write it down")]] },
      { kind: "checklist", items: [[paragraph("A name")]] },
      { kind: "callout", tone: "warning", title: "Warning", blocks: [paragraph("Never lend it")] },
      figure,
      { kind: "quotation", blocks: [paragraph("We were heard")], by: "A treasurer" },
      { kind: "pageBreak" },
      { kind: "heading", level: 2, inlines: text("Last part"), id: "last" },
      { kind: "paragraph", inlines: [...text("With a source"), { kind: "note", at: 1 }] },
      { kind: "code", text: "a  b" },
      { kind: "rule" },
    ],
    { contents: true, notes: [[paragraph("Charity Commission, 2026")]] },
  )

  test("as PDF is tagged, in the order of reading, with its title, language and alternative texts", async () => {
    const { bytes, unprintable } = await writePdf(all)
    const read = await readPdf(bytes)
    expect(read).toMatchObject({ pages: 2, title: "How to begin", language: "en-GB", ua: "1" })
    expect(unprintable).toEqual([])
    expect(read.alts).toContain("Most groups want evening meetings")
    for (const role of ["H1", "H2", "L", "LI", "Table", "TH", "Figure", "Note", "BlockQuote", "TOC"])
      expect(read.roles, role).toContain(role)
    const order = [
      "How to begin",
      "First part",
      "Find two others",
      "Write it down",
      "A name",
      "Never lend it",
    ]
    const after = ["Evenings & weekends", "We were heard", "Last part", "With a source"]
    const body = read.words.slice(read.words.indexOf("First part", read.words.indexOf("Last part")))
    const places = [...order.slice(1), ...after].map((said) => body.indexOf(said))
    expect(places.every((at) => at >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(read.words).toContain("Page 2 of 2")
    expect(read.words.match(/29 November 2026 · Version 3/g)).toHaveLength(2)
  })
  test("as PDF is the same each time", async () => {
    expect((await writePdf(all)).bytes.equals((await writePdf(all)).bytes)).toBe(true)
  })
  test("names what its fonts don't have, and says so in the file", async () => {
    const { bytes, unprintable } = await writePdf(documentOf([paragraph("志愿 and Łódź")]))
    expect(unprintable).toEqual(["志", "愿"])
    const { words } = await readPdf(bytes)
    expect(words).toContain("Łódź")
    expect(words.replace(/\s+/g, " ")).toContain(
      "2 characters of this text can’t be printed and are shown as �: U+5FD7, U+613F.",
    )
  })
  test("as Word has real headings, lists, a table with heads, a picture and a footnote", async () => {
    const parts = readWord((await writeWord(all)).bytes)
    const body = parts["word/document.xml"] ?? ""
    for (const style of ["Heading1", "Heading2", "Title"]) expect(body).toContain(`w:val="${style}"`)
    expect(body).toContain("<w:tblHeader/>")
    expect(body).toContain("<w:numPr>")
    expect(body).toContain('descr="Most groups want evening meetings"')
    expect(parts["word/footnotes.xml"]).toContain("Charity Commission, 2026")
    expect(parts["docProps/core.xml"]).toContain("How to begin")
    expect(Object.keys(parts).some((name) => /media\/.*\.svg$/.test(name))).toBe(true)
  })
  test("as a page has the same words, and its chart its table", () => {
    const html = writeWeb(all)
    expect(html).toContain('<h2 id="first" dir="auto">First part</h2>')
    expect(html).toContain("<figcaption>Most groups want evening meetings</figcaption>")
    expect(html).toContain('<p class="bar-label">Evenings &amp; weekends</p><svg class="bar">')
    expect(html).toContain(
      '<th scope="row">Mornings</th><td class="document-right" data-label="Groups">under 5</td>',
    )
    expect(html).toContain('<li id="note-1">')
  })
  test("in any letters that there are is set, and what is missing named", async () => {
    for (let from = 0; from < 0x11000; from += 4096) {
      const said = Array.from({ length: 4096 }, (_, at) => String.fromCodePoint(from + at)).join(" ")
      const { bytes } = await writePdf(documentOf([paragraph(said), paragraph([...said].reverse().join(""))]))
      expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
    }
  })
  test("that stops the printer stops nothing else", async () => {
    const stopped = writePdf(
      documentOf([{ ...figure, picture: { form: "png", bytes: "no picture" } } as Block]),
    )
    await expect(stopped).rejects.toThrow(Unprintable)
    expect((await writePdf(all)).bytes.length).toBeGreaterThan(1000)
  })
})
