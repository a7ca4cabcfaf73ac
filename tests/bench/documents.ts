import { readdirSync, readFileSync } from "node:fs"
import type { Block } from "@/lib/documents/model"
import { writePdf } from "@/lib/documents/pdf/write"
import { writeWord } from "@/lib/documents/word/write"
import { documentOf, paragraph, readPdf, text } from "../support/documents"
import { memoryOf } from "./processor"

const SENTENCE =
  "A group meets, decides, writes down what it decided, and tells its members what came of it. "
const TRIES = 5

/** A guide of about fifty pages: headings, paragraphs, steps, checklists, tables and notes. */
function longGuide() {
  const part = (at: number): Block[] => [
    { kind: "heading", level: 1, inlines: text(`Part ${at}`), id: `part-${at}` },
    ...Array.from({ length: 5 }, () => paragraph(SENTENCE.repeat(4))),
    { kind: "steps", items: Array.from({ length: 4 }, () => [paragraph(SENTENCE)]) },
    { kind: "checklist", items: Array.from({ length: 4 }, () => [paragraph("A thing to tick")]) },
    {
      kind: "table",
      heads: ["Form", "Cost", "Holds for"].map(text),
      rows: Array.from({ length: 6 }, () => ["Trust", "£12", "England and Wales"].map(text)),
      rowHeads: true,
    },
    { kind: "paragraph", inlines: [...text("From a source"), { kind: "note", at }] },
  ]
  const parts = Array.from({ length: 39 }, (_, at) => part(at + 1)).flat()
  return documentOf(parts, {
    contents: true,
    notes: Array.from({ length: 39 }, () => [paragraph("GOV.UK, 2026")]),
  })
}

/** The process that sets documents for this one. */
const printerOf = (parent: number) =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => {
      try {
        return (
          readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("printer.mjs") &&
          readFileSync(`/proc/${pid}/status`, "utf8").includes(`PPid:\t${parent}\n`)
        )
      } catch {
        return false
      }
    })

const middle = (all: number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0

/** How long a guide of fifty pages takes as PDF and for Word once something was set before, in milliseconds; and the printer's memory in MB. */
export async function timeDocuments() {
  const guide = longGuide()
  const first = await writePdf(guide)
  const { pages } = await readPdf(first.bytes)
  const pdf: number[] = []
  const word: number[] = []
  const memory: number[] = []
  for (let turn = 0; turn < TRIES; turn++) {
    // Another title each time, so that nothing of the one before is of use.
    const begun = performance.now()
    await writePdf({ ...guide, title: `Turn ${turn}`, blocks: [...guide.blocks, paragraph(String(turn))] })
    pdf.push(performance.now() - begun)
    // It may just be renewed, as it is when it holds much: one that ends holds nothing.
    const printer = printerOf(process.pid)
    const held = printer ? memoryOf(printer) : 0
    if (held) memory.push(held)
    const then = performance.now()
    await writeWord(guide)
    word.push(performance.now() - then)
  }
  return { pages, pdf: middle(pdf), word: middle(word), memory: Math.max(...memory) }
}
