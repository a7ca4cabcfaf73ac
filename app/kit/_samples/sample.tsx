import type { ReactNode } from "react"

/** A name as long as names are. */
export const LONG =
  "Cymdeithas Gymunedol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch a’r Cylch"

/** One group of pieces under its heading. */
export function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** A piece in one of its states, with the state in words. */
export function Sample({ state, children }: { state: string; children: ReactNode }) {
  return (
    <div className="mb-6">
      <p className="hint m-0 mb-1">{state}</p>
      {children}
    </div>
  )
}
