"use client"

import { type FormEventHandler, type ReactNode, type Ref, useContext, useEffect, useRef } from "react"
import { say } from "@/lib/words/say"
import { ErrorSummary } from "./error-summary"
import { FormContext, TitleContext, type Wire } from "./form-context"
import type { FormState } from "./form-state"
import { isRefused } from "./sending"
import { SubmitButton } from "./submit-button"

/** What a page says of a form, besides its action and first values. */
export type FormLook = {
  lio?: string
  submit?: ReactNode
  kind?: "secondary" | "danger" | "plain"
  secondary?: ReactNode
  id?: string
  className?: string
  children?: ReactNode
}

type Props = FormLook & {
  ref?: Ref<HTMLFormElement>
  state: FormState
  pending: boolean
  formKey: string
  send: (form: FormData) => void
  onSubmit: FormEventHandler<HTMLFormElement>
  wire?: (name: string) => Wire
  /** The server's latest answer, and how often the page itself has refused. */
  answer: unknown
  tries?: number
  /** What stands over the fields, and over the buttons. */
  above?: ReactNode
  below?: ReactNode
}

/** The form itself, with what was wrong over its fields and its buttons under them. */
export function FormBody(props: Props) {
  const { ref, state, pending, formKey, send, onSubmit, wire, answer, tries, above, below } = props
  const { lio, submit = say("Save"), kind, secondary, id, className, children } = props
  const summary = useRef<HTMLDivElement>(null)
  const title = useContext(TitleContext)
  const prefix = id ? `${id}-` : ""
  const latest = useRef(state)
  latest.current = state

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer and each try is led to what was wrong
  useEffect(() => {
    if (isRefused(latest.current)) summary.current?.focus()
  }, [answer, tries])

  return (
    <FormContext value={{ state, pending, prefix, wire }}>
      <form ref={ref} action={send} onSubmit={onSubmit} noValidate className={className} id={id}>
        {isRefused(state) ? (
          <>
            {title ? <title>{say("Error: {title}", { title })}</title> : null}
            <ErrorSummary ref={summary} state={state} prefix={prefix} />
          </>
        ) : null}
        {above}
        {lio ? <input type="hidden" name="_lio" value={lio} /> : null}
        <input type="hidden" name="_key" value={formKey} />
        {children}
        {below}
        {submit === null ? null : (
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            <SubmitButton kind={kind}>{submit}</SubmitButton>
            {secondary}
          </div>
        )}
      </form>
    </FormContext>
  )
}
