import type { ReactNode } from "react"
import { say } from "@/lib/words/say"

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

type MenuProps = {
  label?: string
  /** What the actions are for, said to those who do not see it. */
  about?: string
  children: ReactNode
}

/** A few links and buttons of one row or page, behind one word. */
export function ActionMenu({ label = say("Actions"), about, children }: MenuProps) {
  return (
    <details className="fold relative inline-block">
      <summary>
        {label}
        {about ? <span className="sr-only"> {say("for {about}", { about })}</span> : null}
      </summary>
      <div className="card absolute right-0 z-20 flex w-max max-w-72 min-w-48 flex-col gap-1 p-3 max-sm:static">
        {children}
      </div>
    </details>
  )
}
