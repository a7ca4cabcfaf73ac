import type { Block, Document, Inline, Table } from "./model"

/**
 * The same blocks with headings that begin at level 1 and never leave a level out, as PDF/UA asks and as whoever hears the
 * document read needs it.
 */
export function withHeadingsInOrder(blocks: Block[]): Block[] {
  const open: number[] = []
  return blocks.map((block) => {
    if (block.kind !== "heading") return block
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.level) open.pop()
    open.push(block.level)
    return { ...block, level: Math.min(open.length, 4) as 1 | 2 | 3 | 4 }
  })
}

const OPENS = /^(https?:|mailto:|tel:|#)/i

const openable = (inlines: Inline[]): Inline[] =>
  inlines.flatMap((inline): Inline[] =>
    inline.kind !== "link"
      ? [inline]
      : OPENS.test(inline.to)
        ? [{ ...inline, inlines: openable(inline.inlines) }]
        : openable(inline.inlines),
  )

/** The same blocks with every line of them changed. */
function withLines(blocks: Block[], change: (inlines: Inline[]) => Inline[]): Block[] {
  const table = <T extends Table>(one: T): T => ({
    ...one,
    heads: one.heads.map(change),
    rows: one.rows.map((row) => row.map(change)),
  })
  return blocks.map((block): Block => {
    if ("inlines" in block) return { ...block, inlines: change(block.inlines) }
    if ("items" in block) return { ...block, items: block.items.map((item) => withLines(item, change)) }
    if ("blocks" in block) return { ...block, blocks: withLines(block.blocks, change) }
    if (block.kind === "table") return table(block)
    if (block.kind === "figure" && block.table) return { ...block, table: table(block.table) }
    return block
  })
}

/** A document as its writers take it: headings in order, and links that open nothing but the web, email, telephone and its own sections. */
export const inOrder = (document: Document): Document => ({
  ...document,
  blocks: withLines(withHeadingsInOrder(document.blocks), openable),
  notes: document.notes.map((note) => withLines(note, openable)),
})
