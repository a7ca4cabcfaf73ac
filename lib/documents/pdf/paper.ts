import { say } from "../../words"
import { lettersOf } from "../../words/letters"
import type { Block, Document, Inline, Table } from "../model"
import { printable } from "../printable"
import { isRtl, linesOf, wordsOf } from "../text"

const LONG_WORD = /(\S{31,})/
const PIECE = 10
/** From so many letters on a box may go on over the page. */
const LONG_CALLOUT = 1_200
/** The same as U+FEFF within words, which PDF/UA forbids. */
const WORD_JOINER = "\u2060"

/** What a word longer than a line is broken into; nothing is added to it. */
function broken(word: string): string[] {
  const letters = lettersOf(word)
  return Array.from({ length: Math.ceil(letters.length / PIECE) }, (_, at) =>
    letters.slice(at * PIECE, (at + 1) * PIECE).join(""),
  )
}

/** A text in the pieces between which a line may end where it has no space: one, unless some word is longer than a line. */
const pieces = (text: string): string[] =>
  text.split(LONG_WORD).flatMap((part, at) => (at % 2 === 1 ? broken(part) : part ? [part] : []))

/** What the template is told of a document, as JSON. `unprintable` is filled with the signs that were replaced. */
export function paperOf(document: Document, unprintable: Set<string>) {
  const clean = (text: string) =>
    printable(
      text
        .replace(/\r\n?/g, "\n")
        .replace(/[\t\u2028\u2029]/g, " ")
        .replaceAll("\ufeff", WORD_JOINER),
      unprintable,
    )
  const parts = (text: string) => pieces(clean(text).replace(/\n/g, " "))
  const seen = new Set<number>()
  const ids = new Set<string>()

  const line = (inlines: Inline[]): unknown[] =>
    inlines.flatMap((inline): unknown[] => {
      if (inline.kind === "note") {
        const first = !seen.has(inline.at)
        seen.add(inline.at)
        return [{ ...inline, first }]
      }
      if (inline.kind === "link")
        return [{ ...inline, to: address(inline.to), inlines: line(inline.inlines) }]
      if (inline.kind === "break") return [inline]
      return clean(inline.text)
        .split("\n")
        .flatMap((text, at) => [
          ...(at > 0 ? [{ kind: "break" }] : []),
          ...(text ? [{ ...inline, text, parts: pieces(text) }] : []),
        ])
    })
  const table = ({ caption, heads, rows, ...others }: Table) => ({
    ...others,
    ...(caption ? { caption: parts(caption) } : {}),
    heads: heads.map(line),
    rows: rows.map((row) => row.map(line)),
    widths: widthsOf([heads, ...rows]),
  })
  const blocks = (all: Block[]): unknown[] =>
    all.map((block) => {
      switch (block.kind) {
        case "paragraph":
        case "heading": {
          if (block.kind === "heading") ids.add(block.id)
          return { ...block, inlines: line(block.inlines), rtl: isRtl(wordsOf(block.inlines)) }
        }
        case "list":
        case "steps":
        case "checklist":
          return { ...block, items: block.items.map(blocks) }
        case "callout":
          return {
            ...block,
            title: parts(block.title),
            blocks: blocks(block.blocks),
            long: linesOf(block.blocks).join("").length > LONG_CALLOUT,
          }
        case "quotation":
          return { ...block, blocks: blocks(block.blocks), ...(block.by ? { by: parts(block.by) } : {}) }
        case "part":
          return { ...block, blocks: blocks(block.blocks) }
        case "table":
          return { kind: "table", ...table(block) }
        case "figure":
          return {
            ...block,
            alt: clean(block.alt),
            picture: picture(block.picture),
            ...(block.caption ? { caption: parts(block.caption) } : {}),
            ...(block.table ? { table: table(block.table) } : {}),
          }
        case "code":
          return { ...block, text: clean(block.text) }
        default:
          return block
      }
    })

  const set = blocks(document.blocks)
  const [year, month, date] = document.day.split("-").map(Number)
  const [lang = "en", region = null] = document.language.split("-")
  const { letterhead } = document
  return {
    title: clean(document.title),
    "title-parts": parts(document.title),
    rtl: isRtl(document.title),
    summary: document.summary ? parts(document.summary) : null,
    lang,
    region,
    year,
    month,
    day: document.day,
    date,
    dated: clean(document.dated),
    version: clean(document.version),
    colour: letterhead.colour ?? "#1d6b43",
    page: say("Page {page} of {pages}", { page: "{page}", pages: "{pages}" }),
    "contents-title": say("Contents"),
    contents: document.contents,
    letterhead: {
      name: clean(letterhead.name),
      "name-parts": parts(letterhead.name),
      lines: letterhead.lines.map(parts),
      logo: letterhead.logo ? picture(letterhead.logo) : null,
    },
    facts: document.facts.map(({ label, value }) => ({ label: clean(label), value: parts(value) })),
    blocks: set,
    notes: document.notes.map(blocks),
    ids: [...ids],
  }
}

const address = (to: string) =>
  to.startsWith("#") ? to : URL.canParse(to) ? new URL(to).href : encodeURI(to)

const picture = (one: NonNullable<Document["letterhead"]["logo"]>) =>
  one.form === "svg" ? one : { form: one.form, bytes: [...Buffer.from(one.bytes, "base64")] }

/** How wide columns are beside each other: by the longest of their words and the length of what they say. */
function widthsOf(rows: Inline[][][]): number[] {
  const columns = rows[0]?.length ?? 0
  return Array.from({ length: columns }, (_, at) => {
    const cells = rows.map((row) => wordsOf(row[at] ?? []))
    const word = Math.max(
      4,
      ...cells.map((cell) => Math.min(20, ...[Math.max(0, ...cell.split(/\s+/).map((w) => w.length))])),
    )
    const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, rows.length)
    return Math.max(word, Math.round(Math.sqrt(length) * 3))
  })
}
