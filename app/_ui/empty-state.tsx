import type { ReactNode } from "react"

type Props = {
  title: string
  /** What belongs here and why it helps. */
  children?: ReactNode
  /** The one thing to do: a ButtonLink or a form. */
  action?: ReactNode
}

/** Stands where a list would: nothing yet, nothing found, or not for you. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="my-6 rounded-lg border-2 border-dashed border-line bg-surface p-6">
      <h2 className="mt-0 mb-2 text-xl">{title}</h2>
      {children ? (
        <div className="max-w-2xl">{typeof children === "string" ? <p>{children}</p> : children}</div>
      ) : null}
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  )
}
