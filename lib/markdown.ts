import rehypeSanitize, { defaultSchema } from "rehype-sanitize"
import rehypeStringify from "rehype-stringify"
import remarkBreaks from "remark-breaks"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { unified } from "unified"

type Node = { type: string; value?: string; url?: string; depth?: number; children?: Node[] }

/** Turns @Name into a link, where that name is one of the given mentions. */
function mentionLinks(mentions: Record<string, string>) {
  const names = Object.keys(mentions).sort((a, b) => b.length - a.length)
  if (names.length === 0) return () => undefined
  const form = new RegExp(`@(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`)
  const split = (node: Node): Node[] => {
    if (node.type === "link" || node.type === "inlineCode" || node.type === "code") return [node]
    if (node.type === "text") {
      const [whole, name] = form.exec(node.value ?? "") ?? []
      if (!whole || !name || node.value === undefined) return [node]
      const at = node.value.indexOf(whole)
      const rest = { type: "text", value: node.value.slice(at + whole.length) }
      const link = { type: "link", url: mentions[name], children: [{ type: "text", value: whole }] }
      return [{ type: "text", value: node.value.slice(0, at) }, link, ...split(rest)]
    }
    if (node.children) node.children = node.children.flatMap(split)
    return [node]
  }
  return () => (tree: Node) => {
    split(tree)
  }
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
      .use(rehypeStringify)
      .processSync(text),
  )
}
