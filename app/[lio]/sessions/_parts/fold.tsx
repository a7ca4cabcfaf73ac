"use client"

import { type ReactNode, useContext } from "react"
import { FormContext } from "@/app/_ui/form-context"

/** Fields that are closed at first; open when one of them holds something or is wrong. */
export function Fold({
  summary,
  names,
  children,
}: {
  summary: ReactNode
  names: string[]
  children: ReactNode
}) {
  const { state } = useContext(FormContext)
  const filled = names.some((name) => {
    const current = state.values[name]
    return name in state.errors || (Array.isArray(current) ? current.length > 0 : Boolean(current))
  })
  return (
    <details className="fold my-4" open={filled || undefined}>
      <summary>{summary}</summary>
      <div className="border-l-4 border-line pl-4">{children}</div>
    </details>
  )
}
