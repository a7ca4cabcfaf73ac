"use client"

import { type ReactNode, useContext } from "react"
import { say } from "@/lib/words/say"
import { FormContext } from "./form-context"

type Props = {
  children?: ReactNode
  kind?: "secondary" | "danger" | "plain"
  /** Sent with the form when this button is the one pressed. */
  name?: string
  value?: string
}

/** The button that sends a form. While the form is on its way it says so, and is still there to focus. */
export function SubmitButton({ children = say("Save"), kind, name, value }: Props) {
  const { pending } = useContext(FormContext)
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-busy={pending || undefined}
      className={kind ? `button button-${kind}` : "button"}
    >
      {children}
      {pending ? <span role="status">…</span> : null}
    </button>
  )
}
