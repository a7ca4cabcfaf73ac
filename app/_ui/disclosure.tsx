import type { ReactNode } from "react"

/** Words that open on a press. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="fold my-4" open={open}>
      <summary>{summary}</summary>
      <div className="border-l-4 border-line pl-4">{children}</div>
    </details>
  )
}

/** A few links and buttons of one row or page, behind one word. */
export function ActionMenu({
  label,
  about,
  children,
}: {
  label?: string
  about?: string
  children: ReactNode
}) {
  return (
    <details className="fold relative inline-block">
      <summary>
        {label ?? "Actions"}
        {about ? <span className="sr-only"> for {about}</span> : null}
      </summary>
      <div className="card absolute right-0 z-10 flex min-w-48 flex-col gap-1 p-3 max-sm:static">
        {children}
      </div>
    </details>
  )
}
