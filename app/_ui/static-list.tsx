import type { ReactNode } from "react"

/**
 * A long ordered list of plain pieces, drawn to HTML once on the server: half of what React does for a list that it
 * keeps track of in the browser. Nothing in it may need scripts (decision 012).
 */
export async function StaticList({ children, className }: { children: ReactNode; className?: string }) {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return <ol className={className} dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />
}

/** The same for the rows of a table. */
export async function StaticRows({ children }: { children: ReactNode }) {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return <tbody dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />
}

/** The same for any other part of a page: forms that only go to an address, links, words. */
export async function StaticPart({ children, className }: { children: ReactNode; className?: string }) {
  const { renderToStaticMarkup } = await import("react-dom/server")
  return <div className={className} dangerouslySetInnerHTML={{ __html: renderToStaticMarkup(children) }} />
}
