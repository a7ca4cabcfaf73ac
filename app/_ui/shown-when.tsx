"use client"

import { type ReactNode, useContext } from "react"
import { useFormContext, useWatch } from "react-hook-form"
import { FormContext } from "./form-context"

/** Fields of a long form that are asked only when another field says one of these; without scripts they always are. */
export function ShownWhen({
  name,
  is,
  children,
}: {
  name: string
  is: readonly string[]
  children: ReactNode
}) {
  const { state } = useContext(FormContext)
  const { control } = useFormContext()
  const current: unknown = useWatch({ control, name }) ?? state.values[name]
  return <div className={is.some((one) => one === current) ? undefined : "not-now"}>{children}</div>
}
