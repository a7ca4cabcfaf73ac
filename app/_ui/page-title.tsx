import { setImmediate as later } from "node:timers/promises"
import type { ReactNode } from "react"
import { TitleProvider } from "./title-provider"

/** Comes after the page's own pieces, because the first title in a page is the one that counts. */
async function LateTitle({ title }: { title: string }) {
  await later()
  return <title>{title}</title>
}

/** Titles the page. A form with errors puts its own title, with "Error:", before this one. */
export function PageTitle({ title, children }: { title: string; children: ReactNode }) {
  return (
    <TitleProvider title={title}>
      {children}
      <LateTitle title={title} />
    </TitleProvider>
  )
}
