"use client"

import type { ReactNode } from "react"
import { TitleContext } from "./form-context"

/** Titles the page. It stands after what it holds: a form with errors puts its own title first. */
export function PageTitle({ title, children }: { title: string; children: ReactNode }) {
  return (
    <TitleContext value={title}>
      {children}
      <title>{title}</title>
    </TitleContext>
  )
}
