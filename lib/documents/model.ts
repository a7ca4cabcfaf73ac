import { say } from "../words"

/** A piece of a line. `text`: as typed, never as source of anything. `lang`: as in HTML, where it isn’t the document’s. */
export type Inline =
  | { kind: "text"; text: string; lang?: string; strong?: true; emphasis?: true; struck?: true; code?: true }
  | { kind: "link"; to: string; inlines: Inline[] }
  | { kind: "break" }
  /** The number of a footnote, from 1: `Document.notes[at - 1]`. */
  | { kind: "note"; at: number }

/** A picture: a drawing as SVG, or a photograph. `bytes` in base64. */
export type Picture = { form: "svg"; svg: string } | { form: "png" | "jpeg"; bytes: string }

/** A table: whole rows of cells, under heads of columns. */
export type Table = {
  caption?: string
  heads: Inline[][]
  rows: Inline[][][]
  /** How each column stands; all to the left when left out. */
  align?: ("left" | "centre" | "right")[]
  /** The first cell of each row is its head. */
  rowHeads?: true
}

/** A bar of a chart with what it is called and its number in words. `share`: of the full width, 0 to 100. */
export type Bar = { label: string; share: number; words: string }

/** A part of a document, in the order of reading. */
export type Block =
  /** Level 1 is a section of the document; its title is none of them. `id`: where links lead. */
  | { kind: "heading"; level: 1 | 2 | 3 | 4; inlines: Inline[]; id: string }
  | { kind: "paragraph"; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; start?: number; items: Block[][] }
  /** What is done one after another. */
  | { kind: "steps"; items: Block[][] }
  /** What is ticked off. */
  | { kind: "checklist"; items: Block[][] }
  /** What stands out from the text round it: a danger, or whom to ask. */
  | { kind: "callout"; tone: "warning" | "help"; title: string; blocks: Block[] }
  | ({ kind: "table" } & Table)
  /** `alt` says in a sentence what is to be seen; `table`: the numbers behind a chart; `bars`: the same chart for a page of any width. */
  | { kind: "figure"; picture: Picture; alt: string; caption?: string; table?: Table; bars?: Bar[] }
  | { kind: "quotation"; blocks: Block[]; by?: string }
  | { kind: "code"; text: string }
  /** What a web page may show in its own way, by `name`; on paper, these blocks. */
  | { kind: "part"; name: string; blocks: Block[] }
  | { kind: "rule" }
  | { kind: "pageBreak" }

/** Whose paper it is: what its first page shows. `colour` as #rrggbb. */
type Letterhead = { name: string; lines: string[]; colour: string | null; logo: Picture | null }

/**
 * What is written as a web page, as PDF and as Word. `language` as in HTML. `dated` and `version` are whole
 * phrases, shown on each page; `day` is the same day as YYYY-MM-DD, which alone decides the file's own date. `facts` stand under
 * the title. `contents`: a list of its sections comes first.
 */
export type Document = {
  title: string
  summary?: string
  language: string
  dated: string
  day: string
  version: string
  letterhead: Letterhead
  facts: { label: string; value: string }[]
  contents: boolean
  blocks: Block[]
  notes: Block[][]
}

/** The ways in which a document can be had as a file. */
export const FORMS = {
  pdf: { label: say("PDF"), type: "application/pdf" },
  docx: {
    label: say("Word"),
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const
export type Form = keyof typeof FORMS
