import type { ReactNode } from "react"

type Props = {
  /** What is in it, and that it scrolls. */
  label: string
  className?: string
  children: ReactNode
}

/** What may be wider than the page: it scrolls sideways in a box of its own, also by keys. */
export const ScrollBox = ({ label, className = "", children }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
  <section aria-label={label} tabIndex={0} className={`overflow-x-auto ${className}`}>
    {children}
  </section>
)
