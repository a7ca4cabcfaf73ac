"use client"

import type { ReactNode } from "react"
import { FormContext } from "./form-context"

/** Gives first values, and words of what is wrong, to fields that stand in a plain form, as a list's filters do. */
export function FieldsFrom({
  values,
  errors = {},
  children,
}: {
  values: Record<string, string | string[]>
  errors?: Record<string, string>
  children: ReactNode
}) {
  return (
    <FormContext value={{ state: { errors, values }, pending: false, prefix: "filter-" }}>
      {children}
    </FormContext>
  )
}
