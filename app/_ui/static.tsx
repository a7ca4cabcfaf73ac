import type { ReactNode } from "react"
import { requestNotes } from "@/lib/request"
import { Drawn, type DrawnTag } from "./drawn"

type Props = {
  as?: DrawnTag
  className?: string
  /** It is the same for everybody: drawn once for as long as the server runs, under this name. */
  always?: string
  children: ReactNode
}

const kept = new Map<string, string>()

async function draw(children: ReactNode) {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return renderToStaticMarkup(children)
}

/**
 * A part of a page that needs no scripts: drawn to HTML once on the server. In a page as a whole it is sent once, too, and
 * not again in the description that React keeps of the page (decision 012). Plain pieces only: words, links, forms that go
 * to an address. A client component cannot stand in it: drawing it throws.
 */
export async function Static({ as = "div", className, always, children }: Props) {
  const html = (always && kept.get(always)) || (await draw(children))
  if (always) kept.set(always, html)
  const { drawn } = requestNotes()
  if (!drawn) return <Drawn as={as} className={className} html={html} />
  const at = drawn.push(html) - 1
  return <Drawn as={as} className={className} at={at} />
}
