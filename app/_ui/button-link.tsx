import type { ReactNode } from "react"

/** A link that looks like a button, for going somewhere to do something. */
export function ButtonLink({
  href,
  kind,
  children,
}: {
  href: string
  kind?: "secondary" | "danger"
  children: ReactNode
}) {
  return (
    <a href={href} className={kind ? `button button-${kind}` : "button"}>
      {children}
    </a>
  )
}
