import type { Block, Inline } from "./model"

/** What a line says, without its looks. */
export const wordsOf = (inlines: Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === "text"
        ? inline.text
        : inline.kind === "link"
          ? wordsOf(inline.inlines)
          : inline.kind === "break"
            ? "\n"
            : "",
    )
    .join("")

const rows = (cells: Inline[][]) => cells.map(wordsOf).join(" | ")

const RTL = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** Whether a text is read from right to left, by its first letter. */
export const isRtl = (text: string) => RTL.test(text)

/** What blocks say, a line each: for searching, for comparing, and for counting how long they are. */
export function linesOf(blocks: Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [wordsOf(block.inlines)]
      case "list":
      case "steps":
      case "checklist":
        return block.items.flatMap(linesOf)
      case "callout":
        return [block.title, ...linesOf(block.blocks)]
      case "table":
        return [block.caption ?? "", rows(block.heads), ...block.rows.map(rows)].filter(Boolean)
      case "figure":
        return [block.caption ?? "", block.alt].filter(Boolean)
      case "quotation":
        return [...linesOf(block.blocks), block.by ?? ""].filter(Boolean)
      case "part":
        return linesOf(block.blocks)
      case "code":
        return block.text.split("\n")
      default:
        return []
    }
  })
}
