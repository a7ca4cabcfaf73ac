import type { ReactNode } from "react"

/** A link that looks like a button, for going somewhere to do something. */
export function ButtonLink({
  href,
  kind,
  target,
  children,
}: {
  href: string
  kind?: "secondary" | "danger"
  /** Where it opens, of a page that stands within another. */
  target?: "_blank"
  children: ReactNode
}) {
  return (
    <a href={href} target={target} className={kind ? `button button-${kind}` : "button"}>
      {children}
    </a>
  )
}
