import { strFromU8, unzipSync } from "fflate"
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs"
import type { Block, Document, Inline } from "@/lib/documents/model"

export const text = (said: string): Inline[] => [{ kind: "text", text: said }]
export const paragraph = (said: string): Block => ({ kind: "paragraph", inlines: text(said) })

/** A document with these blocks, and whatever else is said of it. */
export const documentOf = (blocks: Block[], more: Partial<Document> = {}): Document => ({
  title: "How to begin",
  summary: "A guide for new groups.",
  language: "en-GB",
  dated: "29 November 2026",
  day: "2026-11-29",
  version: "Version 3",
  letterhead: { name: "Ribble Valley CVS", lines: ["1 Mill Lane"], colour: "#1d6b43", logo: null },
  facts: [{ label: "Holds for", value: "England and Wales" }],
  contents: false,
  blocks,
  notes: [],
  ...more,
})

type Tag = { role?: string; alt?: string; type?: string; id?: string; children?: Tag[] }

/** What a reader of a PDF is told: its words in their order, its tags with their alternative texts, and what it says of itself. */
export async function readPdf(bytes: Buffer) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await task.promise
  const words: string[] = []
  const roles: string[] = []
  const alts: string[] = []
  const walk = (tag: Tag) => {
    if (tag.role) roles.push(tag.role)
    if (tag.alt) alts.push(tag.alt)
    tag.children?.forEach(walk)
  }
  for (let page = 1; page <= pdf.numPages; page++) {
    const one = await pdf.getPage(page)
    const { items } = await one.getTextContent()
    words.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""))
    const tree = (await one.getStructTree()) as Tag | null
    if (tree) walk(tree)
  }
  const { info, metadata } = await pdf.getMetadata()
  const { Title: title, Language: language } = info as Record<string, string>
  const ua = metadata?.getRaw().match(/pdfuaid:part>?=?"?(\d)/)?.[1] ?? null
  await task.destroy()
  return {
    pages: pdf.numPages,
    words: words.join("\n"),
    roles,
    alts,
    title,
    language,
    ua,
    tagged: roles.length > 0,
  }
}

/** The parts of a Word file by their paths, as text. */
export const readWord = (bytes: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, part]) => [name, strFromU8(part)]),
  )
