import rehypeSanitize, { defaultSchema } from "rehype-sanitize"
import rehypeStringify from "rehype-stringify"
import remarkBreaks from "remark-breaks"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { say } from "./words"

type Element = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: Element[] }
type Node = { type: string; value?: string; url?: string; depth?: number; children?: Node[] }

/** Turns @Name into a link, where that name is one of the given mentions. */
function mentionLinks(mentions: Record<string, string>) {
  const names = Object.keys(mentions).sort((a, b) => b.length - a.length)
  if (names.length === 0) return () => undefined
  const addresses = new Map(names.map((name) => [name.toLowerCase(), mentions[name]]))
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
  const form = new RegExp(`(?<![\\p{L}\\p{N}])@(${any})(?![\\p{L}\\p{N}])`, "iu")
  const split = (node: Node): Node[] => {
    if (node.type === "link" || node.type === "inlineCode" || node.type === "code") return [node]
    if (node.type === "text") {
      const text = node.value ?? ""
      const hit = form.exec(text)
      if (!hit?.[1]) return [node]
      const [whole, name] = hit
      const url = addresses.get(name.toLowerCase())
      const link = { type: "link", url, children: [{ type: "text", value: whole }] }
      const rest = { type: "text", value: text.slice(hit.index + whole.length) }
      return [{ type: "text", value: text.slice(0, hit.index) }, link, ...split(rest)]
    }
    if (node.children) node.children = node.children.flatMap(split)
    return [node]
  }
  return () => (tree: Node) => {
    split(tree)
  }
}

/** A table scrolls inside itself where it is wider than a phone. */
const scrollingTables = () => (tree: Element) => {
  const wrap = (node: Element): Element => {
    const children = node.children?.map(wrap)
    const copy = children ? { ...node, children } : node
    if (node.tagName !== "table") return copy
    const properties = { className: ["scrolls"], tabIndex: 0, role: "region", ariaLabel: say("Table") }
    return { type: "element", tagName: "div", properties, children: [copy] }
  }
  tree.children = tree.children?.map(wrap)
}

const SCHEMA = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter(
    (name) => !["img", "input", "details", "summary", "picture", "source"].includes(name),
  ),
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel"] },
}

/** What people wrote, as safe HTML: no tags of theirs, no scripts, links to the web, email and telephone only. */
export function markdownToHtml(text: string, mentions: Record<string, string> = {}): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkBreaks)
      .use(mentionLinks(mentions))
      .use(remarkRehype, { clobberPrefix: "" })
      .use(rehypeSanitize, SCHEMA)
      .use(scrollingTables)
      .use(rehypeStringify)
      .processSync(text),
  )
}
