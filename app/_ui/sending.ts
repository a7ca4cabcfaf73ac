"use client"

import { useActionState, useEffect, useState, useTransition } from "react"
import { say } from "@/lib/words/say"
import type { FormAction, FormState } from "./form-state"

const LOST = say(
  "We couldn’t send this: there’s no connection. What you typed is still here. Try again in a minute.",
)
const FAILED = say("We couldn’t save this. What you typed is still here. Try again in a minute.")

/** The keys of forms that went through in this tab: going back to one, the page shows what is saved. */
const sent = new Set<string>()

/** Next leads on to another page by throwing; that is no failure. */
const leadsOn = (error: unknown) =>
  String((error as { digest?: unknown } | null)?.digest ?? "").startsWith("NEXT_")

/** Whether a form was refused, and has something to say about it. */
export const isRefused = ({ message, errors }: FormState) =>
  message !== undefined || Object.keys(errors).length > 0

/** Which form is in hand: its turn goes up when a page comes with another form after this one was saved. */
export function useTurn(formKey: string) {
  // Counted, not named by the key: without scripts React finds a form's answer by its place, which must stay the same.
  const [form, setForm] = useState({ key: formKey, turn: 0 })
  useEffect(() => {
    if (sent.has(formKey)) location.reload()
  }, [formKey])
  if (form.key !== formKey && sent.has(form.key)) setForm({ key: formKey, turn: form.turn + 1 })
  return form.turn
}

/** How a form is sent, and what came of it; `onSent` is told once it is saved, before the next page. */
export function useSending(action: FormAction, first: FormState, formKey: string, onSent?: () => void) {
  const [state, send] = useActionState(action, first)
  const [latest, setLatest] = useState<FormState>()
  const [pending, start] = useTransition()
  const shown = latest ?? state

  // Sent by hand, so that React does not empty the form and a lost connection does not lose what was typed.
  function post(form: FormData) {
    if (pending) return
    start(async () => {
      try {
        setLatest(await action(shown, form))
      } catch (error) {
        if (leadsOn(error)) {
          sent.add(formKey)
          onSent?.()
          throw error
        }
        setLatest({ ...shown, errors: {}, message: error instanceof TypeError ? LOST : FAILED })
      }
    })
  }
  const forget = () => setLatest({ ...shown, errors: {}, message: undefined })
  return { shown, pending, send, post, forget }
}
