import type { ReactNode } from "react"

/** A bounded piece of a page; with a title it has a heading, and a link if it leads somewhere. */
export function Card({
  title,
  href,
  children,
  className = "",
}: {
  title?: ReactNode
  href?: string
  children?: ReactNode
  className?: string
}) {
  return (
    <section className={`card ${className}`}>
      {title ? <h2 className="mt-0 mb-2 text-xl">{href ? <a href={href}>{title}</a> : title}</h2> : null}
      {children}
    </section>
  )
}

type StatProps = {
  label: ReactNode
  value: ReactNode
  /** What it is out of, as "of 214 groups". */
  of?: ReactNode
  /** The list behind the figure. */
  href?: string
  /** What the figure counts, in a few words. */
  counts?: string
}

/** One figure, what it is out of, and where it is defined. */
export function Stat({ label, value, of, href, counts }: StatProps) {
  return (
    <div className="card">
      <p className="m-0 font-semibold">{href ? <a href={href}>{label}</a> : label}</p>
      <p className="my-1 font-serif text-4xl font-bold tabular-nums">{value}</p>
      {of ? <p className="m-0 text-soft">{of}</p> : null}
      {counts ? <p className="m-0 text-soft">{counts}</p> : null}
    </div>
  )
}
