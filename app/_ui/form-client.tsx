"use client"

import type { FormEvent } from "react"
import { FormBody, type FormLook } from "./form-body"
import type { FormAction, FormState } from "./form-state"
import { useSending, useTurn } from "./sending"

type Props = FormLook & { action: FormAction; values: FormState["values"]; formKey: string }

/** The part of a form that knows its state. Pages use Form. */
export function FormClient(props: Props) {
  return <FormInHand {...props} key={useTurn(props.formKey)} />
}

function FormInHand({ action, values, formKey, ...look }: Props) {
  const { shown, pending, send, post } = useSending(action, { errors: {}, values }, formKey)

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    post(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter))
  }

  return <FormBody {...look} {...{ formKey, pending, send, onSubmit }} state={shown} answer={shown} />
}
