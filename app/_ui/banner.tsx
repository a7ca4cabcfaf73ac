import Link from "next/link"
import type { ReactNode } from "react"

type Props = {
  kind?: "done" | "note" | "problem"
  links?: { label: string; href: string }[]
  /** A live region that is announced when it appears after an action. */
  announced?: boolean
  children: ReactNode
}

/** What just happened, or what everybody here should know. It stays until the next page. */
export function Banner({ kind = "done", links = [], announced, children }: Props) {
  return (
    <div
      className={kind === "done" ? "banner" : `banner banner-${kind}`}
      role={announced ? "status" : undefined}
    >
      <p className="m-0 font-semibold">{children}</p>
      {links.length > 0 ? (
        <p className="mt-1 flex flex-wrap gap-x-5">
          {links.map((link) => (
            <Link key={link.href} href={link.href} className="inline-flex min-h-6 items-center">
              {link.label}
            </Link>
          ))}
        </p>
      ) : null}
    </div>
  )
}
