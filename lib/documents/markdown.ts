import remarkBreaks from "remark-breaks"
import remarkDirective from "remark-directive"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified } from "unified"
import { say } from "../words"
import type { Block, Inline } from "./model"
import { wordsOf } from "./text"

type Node = {
  type: string
  value?: string
  url?: string
  alt?: string | null
  name?: string
  depth?: number
  ordered?: boolean
  start?: number | null
  checked?: boolean | null
  identifier?: string
  align?: ("left" | "center" | "right" | null)[]
  data?: { directiveLabel?: boolean }
  children?: Node[]
  position?: { start: { offset: number }; end: { offset: number } }
}
type Looks = { strong?: true; emphasis?: true; struck?: true }

/** How what somebody wrote becomes part of a document. */
export type Reading = {
  /** What stands in place of `::name` alone on a line. A name that isn't here stays as it was typed. */
  parts?: Record<string, Block[]>
  /** The address of a link that names no protocol; null: it leads nowhere and is shown as text. */
  linkTo?: (written: string) => string | null
}

const OPENS = /^(https?:|mailto:|tel:)/i
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkBreaks)

/** An id for a heading: letters and digits of its words, another for each. */
function idMaker() {
  const used = new Map<string, number>()
  return (text: string) => {
    const plain = text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
    const base = plain || "part"
    const times = (used.get(base) ?? 0) + 1
    used.set(base, times)
    return times === 1 ? base : `${base}-${times}`
  }
}

const looksOf = ({ text: _, ...looks }: Extract<Inline, { kind: "text" }>) => JSON.stringify(looks)

/** Neighbours that look the same, as one. */
function joined(inlines: Inline[]): Inline[] {
  const whole: Inline[] = []
  for (const inline of inlines) {
    const last = whole.at(-1)
    if (inline.kind === "text" && last?.kind === "text" && looksOf(inline) === looksOf(last))
      whole[whole.length - 1] = { ...last, text: last.text + inline.text }
    else whole.push(inline)
  }
  return whole
}

/**
 * What somebody wrote in Markdown, as blocks of a document and its footnotes. Nothing of it is run and nothing is lost: HTML,
 * unknown blocks, pictures from elsewhere and links to anything but the web, email and telephone are shown as text.
 */
export function readMarkdown(source: string, reading: Reading = {}): { blocks: Block[]; notes: Block[][] } {
  const tree = parser.parse(source) as Node
  parser.runSync(tree as never)
  return new Reader(source, reading).read(tree)
}

class Reader {
  private readonly notes: Block[][] = []
  private readonly definitions = new Map<string, Node>()
  private readonly places = new Map<string, number>()
  private readonly links = new Map<string, string>()
  private readonly idFor = idMaker()

  constructor(
    private readonly source: string,
    private readonly reading: Reading,
  ) {}

  read(tree: Node) {
    this.collect(tree)
    const blocks = this.blocks(tree.children ?? [])
    const unused = [...this.definitions.keys()].filter((key) => !this.places.has(key))
    for (const key of unused) blocks.push(...this.blocks(this.definitions.get(key)?.children ?? []))
    return { blocks, notes: this.notes }
  }

  private collect(node: Node) {
    const key = node.identifier ?? ""
    if (node.type === "footnoteDefinition" && !this.definitions.has(key)) this.definitions.set(key, node)
    if (node.type === "definition" && !this.links.has(key)) this.links.set(key, node.url ?? "")
    for (const child of node.children ?? []) this.collect(child)
  }

  private written = (node: Node) =>
    this.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

  private blocks = (nodes: Node[]): Block[] => nodes.flatMap((node) => this.block(node))

  private asTyped = (node: Node): Block[] => [
    { kind: "paragraph", inlines: [{ kind: "text", text: this.written(node) }] },
  ]

  private items = (node: Node): Block[][] =>
    (node.children ?? []).map((item) => this.blocks(item.children ?? []))

  private block(node: Node): Block[] {
    const children = node.children ?? []
    switch (node.type) {
      case "heading": {
        const inlines = this.line(children)
        const level = Math.min(Math.max((node.depth ?? 2) - 1, 1), 4) as 1 | 2 | 3 | 4
        return [{ kind: "heading", level, inlines, id: this.idFor(wordsOf(inlines)) }]
      }
      case "paragraph":
        return [{ kind: "paragraph", inlines: this.line(children) }]
      case "list":
        return [this.list(node)]
      case "blockquote":
        return [{ kind: "quotation", blocks: this.blocks(children) }]
      case "code":
        return [{ kind: "code", text: node.value ?? "" }]
      case "thematicBreak":
        return [{ kind: "rule" }]
      case "table":
        return [this.table(node)]
      case "containerDirective":
        return this.fenced(node)
      case "leafDirective": {
        const part = this.reading.parts?.[node.name ?? ""]
        return part && children.length === 0
          ? [{ kind: "part", name: node.name ?? "", blocks: part }]
          : this.asTyped(node)
      }
      case "footnoteDefinition":
      case "definition":
        return []
      default:
        return this.asTyped(node)
    }
  }

  private list(node: Node): Block {
    const items = this.items(node)
    const ticks = (node.children ?? []).every((item) => typeof item.checked === "boolean")
    if (ticks) return { kind: "checklist", items }
    return { kind: "list", ordered: node.ordered ?? false, start: node.start ?? undefined, items }
  }

  private table(node: Node): Block {
    const [heads, ...rows] = (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => this.line(cell.children ?? [])),
    )
    const columns = heads?.length ?? 0
    const full = (row: Inline[][]) => Array.from({ length: columns }, (_, at) => row[at] ?? [])
    const align = node.align?.map((one) => (one === "center" ? "centre" : (one ?? "left")))
    return { kind: "table", heads: heads ?? [], rows: rows.map(full), align, rowHeads: true }
  }

  private fenced(node: Node): Block[] {
    const [first, ...others] = node.children ?? []
    const label = first?.data?.directiveLabel ? wordsOf(this.line(first.children ?? [])) : ""
    const inside = first && !label ? [first, ...others] : others
    const [list, more] = inside
    const only = list?.type === "list" && !more && !label ? list : null
    if (node.name === "steps" && only) return [{ kind: "steps", items: this.items(only) }]
    if (node.name === "checklist" && only) return [{ kind: "checklist", items: this.items(only) }]
    if (node.name === "warning") {
      const title = label || say("Warning")
      return [{ kind: "callout", tone: "warning", title, blocks: this.blocks(inside) }]
    }
    const [opening, ...rest] = this.written(node).split("\n")
    const typed = (text: string): Block => ({ kind: "paragraph", inlines: [{ kind: "text", text }] })
    const closing = /^\s*(:{3,})\s*$/.exec(rest.at(-1) ?? "")?.[1]
    return [typed(opening ?? ""), ...this.blocks(inside), ...(closing ? [typed(closing)] : [])]
  }

  private line = (nodes: Node[], looks: Looks = {}): Inline[] =>
    joined(nodes.flatMap((node) => this.inline(node, looks)))

  private inline(node: Node, looks: Looks): Inline[] {
    const children = node.children ?? []
    const text = (said: string): Inline[] => [{ kind: "text", text: said, ...looks }]
    switch (node.type) {
      case "text":
        return text(node.value ?? "")
      case "strong":
        return this.line(children, { ...looks, strong: true })
      case "emphasis":
        return this.line(children, { ...looks, emphasis: true })
      case "delete":
        return this.line(children, { ...looks, struck: true })
      case "inlineCode":
        return [{ kind: "text", text: node.value ?? "", code: true, ...looks }]
      case "break":
        return [{ kind: "break" }]
      case "link":
        return this.link(node.url ?? "", this.line(children, looks))
      case "linkReference":
        return this.link(this.links.get(node.identifier ?? "") ?? "", this.line(children, looks))
      case "image":
        return this.link(node.url ?? "", text(node.alt || (node.url ?? "")))
      case "footnoteReference":
        return this.note(node)
      default:
        return text(this.written(node))
    }
  }

  private link(written: string, inlines: Inline[]): Inline[] {
    const to = OPENS.test(written) || /^#./.test(written) ? written : (this.reading.linkTo?.(written) ?? null)
    const shown = inlines.length > 0 ? inlines : [{ kind: "text" as const, text: written }]
    if (to !== null) return [{ kind: "link", to, inlines: shown }]
    return wordsOf(shown) === written ? shown : [...shown, { kind: "text", text: ` (${written})` }]
  }

  private note(node: Node): Inline[] {
    const key = node.identifier ?? ""
    const definition = this.definitions.get(key)
    if (!definition) return [{ kind: "text", text: this.written(node) }]
    const known = this.places.get(key)
    if (known !== undefined) return [{ kind: "note", at: known }]
    const at = this.notes.push([])
    this.places.set(key, at)
    this.notes[at - 1] = this.blocks(definition.children ?? [])
    return [{ kind: "note", at }]
  }
}
