import type { ReactNode } from "react"
import { say } from "@/lib/words/say"

/** The way back to the page above. */
export function BackLink({ href, children = say("Back") }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} className="back-link">
      {children}
    </a>
  )
}

/** Where this page stands, from the top down. The page itself is not in it. */
export function Breadcrumb({ items }: { items: { label: string; href: string }[] }) {
  return (
    <nav aria-label={say("You are here")} className="mb-2 wrap-anywhere">
      <ol className="flex list-none flex-wrap gap-x-2 p-0">
        {items.map((item) => (
          <li key={item.href} className="after:ml-2 after:text-soft after:content-['/']">
            <a href={item.href} className="inline-flex min-h-6 items-center text-ink">
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

type Tab = { label: ReactNode; href: string; current?: boolean; count?: number }

/** Pages that belong together: links, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-b border-line">
      <ul className="-mb-px flex list-none flex-wrap gap-x-5 p-0 wrap-anywhere">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} className="tab" aria-current={tab.current ? "page" : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span className="ml-1 text-soft">({tab.count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
