import type { ReactNode } from "react"
import { Drawing, type DrawingName } from "./drawing"

type Props = {
  title: string
  /** What belongs here and why it helps. */
  children?: ReactNode
  /** The one thing to do: a ButtonLink or a form. */
  action?: ReactNode
  drawing?: DrawingName
}

/** Stands where a list would: nothing yet, nothing found, or not for you. */
export function EmptyState({ title, children, action, drawing }: Props) {
  return (
    <div className="my-6 flex flex-wrap items-center gap-x-8 gap-y-3 rounded-lg border-2 border-dashed border-line bg-surface p-6">
      {drawing ? (
        <Drawing name={drawing} className="-ml-2 w-24 shrink-0 text-soft sm:order-last sm:w-32" />
      ) : null}
      <div className="min-w-0 grow basis-64">
        <h2 className="mt-0 mb-2 text-xl">{title}</h2>
        {children ? (
          <div className="max-w-2xl">{typeof children === "string" ? <p>{children}</p> : children}</div>
        ) : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  )
}
