import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import type { Block, Document, Inline, Table as TableOf } from "../model"
import { printable } from "../printable"
import { isRtl, wordsOf } from "../text"
import { bookmarkName, lineMaker, marked } from "./parts"
import { pictureRun } from "./pictures"

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const
const ALIGN = { left: AlignmentType.START, centre: AlignmentType.CENTER, right: AlignmentType.END }
const WIDTH = 600
/** How deep lists may stand in each other in Word, from 0. */
export const DEEPEST = 8

type Place = { list?: { reference: string; instance: number }; depth: number; indent?: number; fill?: string }

/** Writes the parts of a document as paragraphs and tables of Word. */
export class BlockWriter {
  readonly unprintable = new Set<string>()
  private lists = 0
  private readonly line: (inlines: Inline[]) => ParagraphChild[]

  constructor(document: Document) {
    const ids = new Set(document.blocks.flatMap((block) => (block.kind === "heading" ? [block.id] : [])))
    this.line = lineMaker(this.clean, ids)
  }

  /** Text without what XML can't hold. */
  clean = (text: string) => printable(text, this.unprintable)

  /** The same as a run. */
  text = (text: string, looks: object = {}) => new TextRun({ text: this.clean(text), ...looks })

  /** The parts, in their order. */
  all = (blocks: Block[]) => this.blocks(blocks, { depth: 0 })

  private async blocks(blocks: Block[], place: Place): Promise<(Paragraph | Table)[]> {
    const made: (Paragraph | Table)[] = []
    for (const block of blocks)
      made.push(...(await this.block(block, made.length === 0 ? place : { ...place, list: undefined })))
    return made
  }

  private paragraph(inlines: Inline[], { list, depth, indent, fill }: Place) {
    const start = 400 * depth + (indent ?? 0)
    const numbered = list ? { ...list, level: Math.min(depth - 1, DEEPEST) } : undefined
    return new Paragraph({
      children: this.line(inlines),
      bidirectional: isRtl(wordsOf(inlines)) || undefined,
      numbering: numbered,
      indent: numbered ? { start, hanging: 400 } : start > 0 ? { start } : undefined,
      shading: fill ? { type: ShadingType.CLEAR, fill } : undefined,
    })
  }

  /** A list of its sections at the beginning, each a link. */
  contents = (document: Document): Paragraph[] =>
    document.blocks.flatMap((block) =>
      block.kind === "heading" && block.level < 3
        ? [
            new Paragraph({
              spacing: { after: 60 },
              indent: { start: 300 * (block.level - 1) },
              children: [
                new InternalHyperlink({
                  anchor: bookmarkName(block.id),
                  children: [this.text(wordsOf(block.inlines), { style: "Hyperlink" })],
                }),
              ],
            }),
          ]
        : [],
    )

  private async block(block: Block, place: Place): Promise<(Paragraph | Table)[]> {
    switch (block.kind) {
      case "heading":
        return [
          new Paragraph({
            heading: LEVELS[block.level - 1],
            bidirectional: isRtl(wordsOf(block.inlines)) || undefined,
            children: marked(block.id, this.line(block.inlines)),
          }),
        ]
      case "paragraph":
        return [this.paragraph(block.inlines, place)]
      case "list":
        return this.items(block.items, block.ordered ? "numbers" : "bullets", place)
      case "steps":
        return this.items(block.items, "numbers", place)
      case "checklist":
        return this.items(block.items, "boxes", place)
      case "callout": {
        const inside = {
          ...place,
          list: undefined,
          indent: (place.indent ?? 0) + 200,
          fill: block.tone === "warning" ? "FDF3E1" : "F2F2F2",
        }
        const title: Inline[] = [{ kind: "text", text: block.title, strong: true }]
        return [this.paragraph(title, inside), ...(await this.blocks(block.blocks, inside))]
      }
      case "quotation": {
        const inside = { ...place, list: undefined, indent: (place.indent ?? 0) + 600 }
        const by = block.by ? [this.paragraph([{ kind: "text", text: `— ${block.by}` }], inside)] : []
        return [...(await this.blocks(block.blocks, inside)), ...by]
      }
      case "table":
        return this.table(block)
      case "figure": {
        const picture = await pictureRun(block.picture, this.clean(block.alt), { width: WIDTH, height: 800 })
        return [
          new Paragraph({ children: [picture] }),
          ...(block.caption
            ? [new Paragraph({ style: "Caption", children: [this.text(block.caption)] })]
            : []),
          ...(block.table ? this.table(block.table) : []),
        ]
      }
      case "code":
        return [
          this.paragraph([{ kind: "text", text: block.text, code: true }], { ...place, fill: "F2F2F2" }),
        ]
      case "part":
        return this.blocks(block.blocks, place)
      case "rule":
        return [
          new Paragraph({
            children: [],
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: "A0A0A0" } },
          }),
        ]
      case "pageBreak":
        return [new Paragraph({ children: [], pageBreakBefore: true })]
    }
  }

  private async items(items: Block[][], reference: string, place: Place) {
    const instance = ++this.lists
    const inside = { ...place, depth: place.depth + 1, list: { reference, instance } }
    const made: (Paragraph | Table)[] = []
    for (const item of items) made.push(...(await this.blocks(item, inside)))
    return made
  }

  private table({ caption, heads, rows, align, rowHeads }: TableOf): (Paragraph | Table)[] {
    const cell = (inlines: Inline[], at: number, head: boolean) =>
      new TableCell({
        shading: head ? { type: ShadingType.CLEAR, fill: "EFEFEF" } : undefined,
        margins: { top: 60, bottom: 60, left: 90, right: 90 },
        children: [
          new Paragraph({
            alignment: ALIGN[align?.[at] ?? "left"],
            spacing: { after: 0 },
            bidirectional: isRtl(wordsOf(inlines)) || undefined,
            children: this.line(
              head || (rowHeads && at === 0)
                ? inlines.map((one) => (one.kind === "text" ? { ...one, strong: true } : one))
                : inlines,
            ),
          }),
        ],
      })
    const table = new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((one, at) => cell(one, at, true)),
        }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((one, at) => cell(one, at, false)) }),
        ),
      ],
    })
    const title = caption
      ? [new Paragraph({ style: "Caption", keepNext: true, children: [this.text(caption)] })]
      : []
    return [...title, table, new Paragraph({ children: [], spacing: { after: 80 } })]
  }
}
