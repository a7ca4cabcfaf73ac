"use client"

import type { ReactNode } from "react"
import { TitleContext } from "./form-context"

/** Lets the forms of a page know its title. */
export function TitleProvider({ title, children }: { title: string; children: ReactNode }) {
  return <TitleContext value={title}>{children}</TitleContext>
}
