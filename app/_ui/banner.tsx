import type { ReactNode } from "react"
import { Announced } from "./announced"

type Props = {
  kind?: "done" | "note" | "problem"
  links?: { label: string; href: string }[]
  /** A live region that is announced, and takes the focus, when it appears after an action. */
  announced?: boolean
  /** A small form that takes back what was done. */
  undo?: ReactNode
  children: ReactNode
}

/** What just happened, or what everybody here should know. It stays until the next page. */
export function Banner({ kind = "done", links = [], announced, undo, children }: Props) {
  const className = kind === "done" ? "banner" : `banner banner-${kind}`
  const inside = (
    <>
      <div className="m-0 font-semibold">{children}</div>
      {links.length > 0 || undo ? (
        <div className="mt-1 flex flex-wrap items-center gap-x-5">
          {links.map((link) => (
            <a key={link.href} href={link.href} className="inline-flex min-h-6 items-center">
              {link.label}
            </a>
          ))}
          {undo}
        </div>
      ) : null}
    </>
  )
  return announced ? (
    <Announced className={className}>{inside}</Announced>
  ) : (
    <div className={className}>{inside}</div>
  )
}
