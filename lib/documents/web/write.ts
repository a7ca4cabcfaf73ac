import { say } from "../../words"
import type { Bar, Block, Inline, Picture, Table } from "../model"
import { wordsOf } from "../text"

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
// A heading of the document's first level is an h2: the page's own title is its h1.
const BELOW_TITLE = 1

/** The parts of a document as HTML for a page. Every word is escaped; the only tags are ours. `seen`: how often each footnote was marked so far. */
export function writeWebPart(blocks: Block[], seen: Map<number, number>): string {
  return blocks.map((block) => blockHtml(block, seen)).join("")
}

/** The footnotes under a document; `seen`: how often each was marked in it. */
export function notesHtml(notes: Block[][], seen: Map<number, number>): string {
  if (notes.length === 0) return ""
  const items = notes.map((note, at) => {
    const back = seen.has(at + 1)
      ? ` <a href="#mark-${at + 1}" aria-label="${escaped(say("Back to where note {number} is", { number: at + 1 }))}">↩</a>`
      : ""
    return `<li id="note-${at + 1}">${note.map((block) => blockHtml(block, seen)).join("")}${back}</li>`
  })
  return `<section class="document-notes" aria-labelledby="notes"><h2 id="notes">${escaped(say("Sources and notes"))}</h2><ol>${items.join("")}</ol></section>`
}

function blockHtml(block: Block, seen: Map<number, number>): string {
  const line = (inlines: Inline[]) => inlines.map((inline) => inlineHtml(inline, seen)).join("")
  const inside = (blocks: Block[]) => blocks.map((one) => blockHtml(one, seen)).join("")
  const items = (all: Block[][]) => all.map((item) => `<li>${inside(item)}</li>`).join("")
  switch (block.kind) {
    case "heading": {
      const tag = `h${block.level + BELOW_TITLE}`
      return `<${tag} id="${escaped(block.id)}" dir="auto">${line(block.inlines)}</${tag}>`
    }
    case "paragraph":
      return `<p dir="auto">${line(block.inlines)}</p>`
    case "list": {
      const start = block.ordered && block.start && block.start !== 1 ? ` start="${Number(block.start)}"` : ""
      return block.ordered ? `<ol${start}>${items(block.items)}</ol>` : `<ul>${items(block.items)}</ul>`
    }
    case "steps":
      return `<ol class="document-steps">${items(block.items)}</ol>`
    case "checklist":
      return `<ul class="document-checklist">${items(block.items)}</ul>`
    case "callout":
      return `<section class="document-callout document-${block.tone}"><p><strong>${escaped(block.title)}</strong></p>${inside(block.blocks)}</section>`
    case "table":
      return tableHtml(block, line)
    case "figure": {
      const caption = block.caption ? `<figcaption>${escaped(block.caption)}</figcaption>` : ""
      const picture = block.bars
        ? barsHtml(block.bars)
        : `<img src="${source(block.picture)}" alt="${escaped(block.alt)}">`
      const numbers = block.table
        ? `<details class="fold"><summary>${escaped(say("The numbers as a table"))}</summary>${tableHtml(block.table, line)}</details>`
        : ""
      return `<figure class="document-figure">${caption}${picture}${numbers}</figure>`
    }
    case "quotation": {
      const by = block.by ? `<p>— ${escaped(block.by)}</p>` : ""
      return `<blockquote>${inside(block.blocks)}${by}</blockquote>`
    }
    case "code":
      return `<pre><code>${escaped(block.text)}</code></pre>`
    case "part":
      return inside(block.blocks)
    case "rule":
      return "<hr>"
    case "pageBreak":
      return '<div class="document-page-break"></div>'
  }
}

function inlineHtml(inline: Inline, seen: Map<number, number>): string {
  switch (inline.kind) {
    case "text": {
      const tags = [
        inline.code && "code",
        inline.strong && "strong",
        inline.emphasis && "em",
        inline.struck && "s",
      ].filter(Boolean)
      const words = inline.lang
        ? `<span lang="${escaped(inline.lang)}">${escaped(inline.text)}</span>`
        : escaped(inline.text)
      return tags.reduce<string>((text, tag) => `<${tag}>${text}</${tag}>`, words)
    }
    case "link":
      return `<a href="${escaped(inline.to)}">${inline.inlines.map((one) => inlineHtml(one, seen)).join("")}</a>`
    case "break":
      return "<br>"
    case "note": {
      const times = (seen.get(inline.at) ?? 0) + 1
      seen.set(inline.at, times)
      const id = times === 1 ? ` id="mark-${inline.at}"` : ""
      return `<sup><a${id} href="#note-${inline.at}" aria-label="${escaped(say("Note {number}", { number: inline.at }))}">${inline.at}</a></sup>`
    }
  }
}

function tableHtml({ caption, heads, rows, align, rowHeads }: Table, line: (inlines: Inline[]) => string) {
  const stands = (at: number) => {
    const side = align?.[at] ?? "left"
    return side === "left" ? "" : ` class="document-${side}"`
  }
  // Where rows have names of their own, each becomes a block on a phone, with the heads beside its cells.
  const beside = (at: number) => (rowHeads ? ` data-label="${escaped(wordsOf(heads[at] ?? []))}"` : "")
  const head = heads.map((cell, at) => `<th scope="col"${stands(at)}>${line(cell)}</th>`).join("")
  const body = rows.map((row) => {
    const cells = row.map((cell, at) =>
      rowHeads && at === 0
        ? `<th scope="row"${stands(at)}>${line(cell)}</th>`
        : `<td${stands(at)}${beside(at)}>${line(cell)}</td>`,
    )
    return `<tr>${cells.join("")}</tr>`
  })
  const title = caption ? `<caption>${escaped(caption)}</caption>` : ""
  return `<div class="scrolls" tabindex="0" role="region" aria-label="${escaped(caption ?? say("Table"))}"><table${rowHeads ? ' class="table-stack"' : ""}>${title}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table></div>`
}

/** A chart that fits any page; the figure’s caption and its table say the same. */
function barsHtml(bars: Bar[]) {
  const rows = bars.map(
    ({ label, share, words }) =>
      `<p class="bar-label">${escaped(label)}</p><svg class="bar"><rect class="bar-1" width="${share}%" height="100%"/></svg><span>${escaped(words)}</span>`,
  )
  return `<div class="bars bars-one" aria-hidden="true">${rows.join("")}</div>`
}

const source = (picture: Picture) =>
  picture.form === "svg"
    ? `data:image/svg+xml,${encodeURIComponent(picture.svg).replaceAll("'", "%27")}`
    : `data:image/${picture.form};base64,${picture.bytes.replace(/[^A-Za-z0-9+/=]/g, "")}`
