import {
  BorderStyle,
  Document as File,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TextRun,
} from "docx"
import { say } from "../../words"
import type { Document } from "../model"
import { inOrder } from "../ordered"
import { UNPRINTABLE, unprintableInWords } from "../printable"
import { BlockWriter, DEEPEST } from "./blocks"
import { pictureRun } from "./pictures"

const GREY = "707070"

/** A document as a Word file, with real headings, lists, tables and footnotes. `unprintable`: signs that no file can hold, shown as � and named at its end. */
export async function writeWord(document: Document): Promise<{ bytes: Buffer; unprintable: string[] }> {
  const writer = new Writer(inOrder(document))
  return { bytes: await Packer.toBuffer(await writer.file()), unprintable: [...writer.parts.unprintable] }
}

class Writer {
  readonly parts: BlockWriter
  private readonly accent: string

  constructor(private readonly document: Document) {
    this.parts = new BlockWriter(document)
    this.accent = (document.letterhead.colour ?? "#1d6b43").slice(1)
  }

  async file(): Promise<File> {
    const { document, accent } = this
    const { letterhead } = document
    const body = [
      ...(await this.head()),
      ...(document.contents
        ? [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [this.parts.text(say("Contents"))] }),
            ...this.parts.contents(document),
          ]
        : []),
      ...(await this.parts.all(document.blocks)),
    ]
    const notes = await Promise.all(document.notes.map((note) => this.parts.all(note)))
    const missing = unprintableInWords(this.parts.unprintable)
    const heading = (size: number) => ({
      run: { size: size * 2, bold: true, color: accent, font: "Arial" },
      paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
    })
    return new File({
      title: this.parts.clean(document.title),
      creator: this.parts.clean(letterhead.name),
      description: this.parts.clean(document.summary ?? ""),
      styles: {
        default: {
          document: {
            run: { font: "Arial", size: 22, language: { value: document.language } },
            paragraph: { spacing: { after: 160, line: 300, lineRule: "auto" } },
          },
          title: {
            run: { size: 48, bold: true, color: accent, font: "Arial" },
            paragraph: { spacing: { after: 160, line: 264, lineRule: "auto" } },
          },
          heading1: heading(16),
          heading2: heading(13),
          heading3: heading(12),
          heading4: heading(11),
          hyperlink: { run: { color: accent, underline: {} } },
        },
      },
      numbering: {
        config: [
          { reference: "numbers", levels: levels(LevelFormat.DECIMAL, (at) => `%${at + 1}.`) },
          { reference: "bullets", levels: levels(LevelFormat.BULLET, () => "•") },
          { reference: "boxes", levels: levels(LevelFormat.BULLET, () => "☐") },
        ],
      },
      footnotes: Object.fromEntries(
        notes.map((note, at) => [at + 1, { children: note.filter((part) => part instanceof Paragraph) }]),
      ),
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 } } },
          footers: { default: this.footer() },
          children: missing ? [...body, new Paragraph({ children: [this.parts.text(missing)] })] : body,
        },
      ],
    })
  }

  private footer() {
    const { letterhead, dated, version } = this.document
    const small = { size: 18, color: GREY }
    const [before = "", between = "", after = ""] = say("Page {page} of {pages}", {
      page: UNPRINTABLE,
      pages: UNPRINTABLE,
    }).split(UNPRINTABLE)
    return new Footer({
      children: [
        new Paragraph({
          tabStops: [{ type: "right", position: 9026 }],
          children: [
            this.parts.text([letterhead.name, dated, version].join(" · "), small),
            new TextRun({
              ...small,
              children: [new Tab(), before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
            }),
          ],
        }),
      ],
    })
  }

  private async head(): Promise<FileChild[]> {
    const { letterhead, title, summary, facts } = this.document
    const grey = { size: 19, color: GREY }
    const logo = letterhead.logo
      ? [
          new Paragraph({
            children: [await pictureRun(letterhead.logo, letterhead.name, { width: 220, height: 70 })],
          }),
        ]
      : []
    const lines = letterhead.lines.map((line) => this.parts.text(line, { ...grey, break: 1 }))
    const from =
      logo.length > 0 || lines.length > 0
        ? [
            ...logo,
            new Paragraph({
              children: [this.parts.text(letterhead.name, { ...grey, bold: true }), ...lines],
              border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: this.accent, space: 6 } },
              spacing: { after: 360 },
            }),
          ]
        : []
    return [
      ...from,
      new Paragraph({ heading: HeadingLevel.TITLE, children: [this.parts.text(title)] }),
      ...(summary ? [new Paragraph({ children: [this.parts.text(summary, { size: 26 })] })] : []),
      ...facts.map(
        ({ label, value }, at) =>
          new Paragraph({
            spacing: { after: at === facts.length - 1 ? 280 : 60 },
            children: [this.parts.text(`${label}: `, { ...grey, bold: true }), this.parts.text(value, grey)],
          }),
      ),
    ]
  }
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (at: number) => string) =>
  Array.from({ length: DEEPEST + 1 }, (_, level) => ({
    level,
    format,
    text: text(level),
    style: { paragraph: { indent: { start: 400 * (level + 1), hanging: 400 } } },
  }))
