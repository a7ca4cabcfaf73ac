"use client"

import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react"
import { ErrorSummary } from "./error-summary"
import { FormContext, TitleContext } from "./form-context"
import type { FormAction, FormState } from "./form-state"
import { SubmitButton } from "./submit-button"

type Props = {
  action: FormAction
  lio?: string
  values: FormState["values"]
  formKey: string
  submit?: ReactNode
  kind?: "secondary" | "danger" | "plain"
  secondary?: ReactNode
  id?: string
  className?: string
  children?: ReactNode
}

const LOST =
  "We couldn’t send this: the connection was lost. What you typed is still here. Try again when you’re back online."
const FAILED = "We couldn’t save this just now. What you typed is still here: wait a minute, then try again."

/** The keys of forms that went through in this tab: going back to one, the page shows what is saved. */
const sent = new Set<string>()

/** Next leads on to another page by throwing; that is no failure. */
const leadsOn = (error: unknown) =>
  String((error as { digest?: unknown } | null)?.digest ?? "").startsWith("NEXT_")

/** The part of a form that knows its state. Pages use Form. */
export function FormClient(props: Props) {
  const { formKey } = props
  // Counted, not named by the key: without scripts React finds a form's answer by its place, which must stay the same.
  const [form, setForm] = useState({ key: formKey, turn: 0 })
  useEffect(() => {
    if (sent.has(formKey)) location.reload()
  }, [formKey])
  if (form.key !== formKey && sent.has(form.key)) setForm({ key: formKey, turn: form.turn + 1 })
  return <FormInHand {...props} key={form.turn} />
}

function FormInHand({
  action,
  lio,
  values,
  formKey,
  submit = "Save",
  kind,
  secondary,
  id,
  className,
  children,
}: Props) {
  const [state, send] = useActionState(action, { errors: {}, values })
  const [latest, setLatest] = useState<FormState>()
  const [pending, start] = useTransition()
  const summary = useRef<HTMLDivElement>(null)
  const title = useContext(TitleContext)
  const shown = latest ?? state
  const refused = shown.message !== undefined || Object.keys(shown.errors).length > 0

  useEffect(() => {
    if (shown.message !== undefined || Object.keys(shown.errors).length > 0) summary.current?.focus()
  }, [shown])

  // Sent by hand, so that React does not empty the form and a lost connection does not lose what was typed.
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    start(async () => {
      try {
        setLatest(await action(shown, form))
      } catch (error) {
        if (leadsOn(error)) {
          sent.add(formKey)
          throw error
        }
        setLatest({ ...shown, errors: {}, message: error instanceof TypeError ? LOST : FAILED })
      }
    })
  }

  return (
    <FormContext value={{ state: shown, pending, prefix: id ? `${id}-` : "" }}>
      <form action={send} onSubmit={onSubmit} noValidate className={className} id={id}>
        {refused ? (
          <>
            {title ? <title>{`Error: ${title}`}</title> : null}
            <ErrorSummary ref={summary} state={shown} prefix={id ? `${id}-` : ""} />
          </>
        ) : null}
        {lio ? <input type="hidden" name="_lio" value={lio} /> : null}
        <input type="hidden" name="_key" value={formKey} />
        {children}
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
