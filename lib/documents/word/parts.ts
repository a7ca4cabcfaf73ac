import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx"
import type { Inline } from "../model"
import { isRtl } from "../text"

/** What a line becomes in Word. `clean`: text without what XML can't hold. */
export function lineMaker(clean: (text: string) => string, bookmarks: Set<string>) {
  const noted = new Set<number>()
  const line = (inlines: Inline[], looks: IRunOptions = {}): ParagraphChild[] =>
    inlines.flatMap((inline): ParagraphChild[] => {
      if (inline.kind === "break") return [new TextRun({ break: 1 })]
      if (inline.kind === "note") {
        // Word numbers its footnotes by their marks, so that a second mark of the same one is only a figure.
        if (noted.has(inline.at)) return [new TextRun({ text: String(inline.at), superScript: true })]
        noted.add(inline.at)
        return [new FootnoteReferenceRun(inline.at)]
      }
      if (inline.kind === "link") {
        const children = line(inline.inlines, { ...looks, style: "Hyperlink" })
        const anchor = inline.to.startsWith("#") ? inline.to.slice(1) : null
        if (anchor !== null)
          return bookmarks.has(anchor)
            ? [new InternalHyperlink({ anchor: bookmarkName(anchor), children })]
            : children
        return [new ExternalHyperlink({ link: inline.to, children })]
      }
      return clean(inline.text)
        .split("\n")
        .map(
          (text, at) =>
            new TextRun({
              ...looks,
              text,
              break: at > 0 ? 1 : undefined,
              bold: inline.strong ?? looks.bold,
              italics: inline.emphasis,
              strike: inline.struck,
              font: inline.code ? "Courier New" : undefined,
              rightToLeft: isRtl(text) || undefined,
              language: inline.lang ? { value: inline.lang, bidirectional: inline.lang } : undefined,
            }),
        )
    })
  return line
}

/** Word takes letters, digits and underscores, 40 at most. */
export const bookmarkName = (id: string) => `_${id.replace(/[^\p{L}\p{N}]/gu, "_")}`.slice(0, 40)

/** A heading that links may lead to. */
export const marked = (id: string, children: ParagraphChild[]): ParagraphChild[] => [
  new Bookmark({ id: bookmarkName(id), children }),
]
