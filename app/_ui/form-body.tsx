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
  /** The LIO's name in the address; left out in forms outside an LIO. */
  lio?: string
  /** The label of the button; null when the children bring their own. */
  submit?: ReactNode
  kind?: "secondary" | "danger" | "plain"
  /** What stands beside the button: a link back, a second button. */
  secondary?: ReactNode
  /** Put before the ids of the fields; needed when two forms of a page share a field name. */
  id?: string
  className?: string
  /** It is folded away under these words, and unfolds by itself when it was refused. */
  fold?: ReactNode
  /** What is round it then. `open`: it is unfolded at first. */
  folded?: { id?: string; className?: string; open?: boolean }
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
  const { lio, submit = say("Save"), kind, secondary, id, className, fold, folded, children } = props
  const summary = useRef<HTMLDivElement>(null)
  const title = useContext(TitleContext)
  const prefix = id ? `${id}-` : ""

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer and each try is led to what was wrong
  useEffect(() => {
    summary.current?.focus()
  }, [answer, tries])

  const refused = isRefused(state)
  const form = (
    <FormContext value={{ state, pending, prefix, wire }}>
      <form ref={ref} action={send} onSubmit={onSubmit} noValidate className={className} id={id}>
        {refused && title && <title>{say("Error: {title}", { title })}</title>}
        {refused || state.note ? <ErrorSummary ref={summary} state={state} prefix={prefix} /> : null}
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
  if (!fold) return form
  return (
    <details className="fold fold-form" {...folded} open={refused || folded?.open}>
      <summary>{fold}</summary>
      {form}
    </details>
  )
}
