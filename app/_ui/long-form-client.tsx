"use client"

import { type FormEvent, useEffect, useRef, useState } from "react"
import { FormProvider, useForm } from "react-hook-form"
import { say } from "@/lib/words/say"
import { FormBody, type FormLook } from "./form-body"
import type { FormAction, FormState } from "./form-state"
import { type Checks, flat, nested, resolverOf } from "./light-checks"
import { rowsIn } from "./rows"
import { isRefused, useSending, useTurn } from "./sending"
import { keeperOf } from "./typed-values"
import { useUnsaved } from "./unsaved"

type Props = FormLook & {
  action: FormAction
  values: FormState["values"]
  formKey: string
  checks: Checks
  /** Whose words are kept; nobody's when the form has another way to keep them. */
  person?: string
}

/** The part of a long form that knows its state. Pages use LongForm. */
export function LongFormClient(props: Props) {
  const { person, id } = props
  const turn = useTurn(props.formKey)
  const [again, setAgain] = useState<{ turn: number; kept?: FormState["values"] }>({ turn: 0 })
  const restart = (kept?: FormState["values"]) => setAgain((before) => ({ turn: before.turn + 1, kept }))

  useEffect(() => {
    const kept = person ? keeperOf(person, id).read() : undefined
    if (kept) setAgain((before) => ({ turn: before.turn + 1, kept }))
  }, [person, id])

  function discard() {
    if (person) keeperOf(person, id).clear()
    restart()
  }
  return <LongFormInHand {...props} key={`${turn} ${again.turn}`} kept={again.kept} discard={discard} />
}

/** Lists of ticks: without them as its first values, react-hook-form takes the first box for the only one and ticks the others with it. */
const ticksIn = (values: FormState["values"]) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)))

type InHand = Props & { kept?: FormState["values"]; discard: () => void }

function LongFormInHand({ action, values, formKey, checks, person, kept, discard, ...look }: InHand) {
  const form = useRef<HTMLFormElement>(null)
  const [tries, setTries] = useState(0)
  const whenSaved = useRef(() => {})
  const { shown, pending, send, post, forget } = useSending(
    action,
    { errors: {}, values: kept ?? values },
    formKey,
    () => whenSaved.current(),
  )
  const [first] = useState(() => ({ ...shown, nested: nested(shown.errors) }))
  const already = kept !== undefined || isRefused(first)
  const { unsaved, saved } = useUnsaved({ form, person, id: look.id, already, pending })
  whenSaved.current = saved
  const held = useForm({
    defaultValues: { ...ticksIn(first.values), ...rowsIn(first.values) },
    errors: first.nested,
    resolver: resolverOf(checks),
    shouldFocusError: false,
  })

  const { setError } = held
  useEffect(() => {
    for (const [name, message] of Object.entries(shown.errors))
      if (name) setError(name, { type: "server", message })
    // The words come with this, not with the answer: only now is there something to be led to.
    if (isRefused(shown)) setTries((before) => before + 1)
  }, [shown, setError])

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const data = new FormData(event.currentTarget, submitter)
    if (submitter?.formNoValidate) return post(data)
    let passes = false
    await held.handleSubmit(() => {
      passes = true
    })()
    if (passes) return post(data)
    forget()
    setTries((before) => before + 1)
  }

  const state = {
    ...shown,
    errors: flat(held.formState.errors),
    message: shown.message ?? shown.errors[""],
  }
  // The hidden button comes first, so that Enter saves: without it Enter would press a button of the rows.
  return (
    <FormProvider {...held}>
      <FormBody
        {...look}
        {...{ ref: form, state, formKey, pending, send, onSubmit, tries, answer: shown }}
        wire={held.register}
        above={
          <>
            {look.submit === null ? null : <button type="submit" hidden />}
            {kept ? <PutBack discard={discard} /> : null}
          </>
        }
        below={
          <p role="status" className="hint min-h-6">
            {unsaved ? say("You have unsaved changes.") : ""}
          </p>
        }
      />
    </FormProvider>
  )
}

function PutBack({ discard }: { discard: () => void }) {
  return (
    <div role="status" className="banner banner-note">
      <p>{say("We’ve restored what you typed. Check it: it isn’t saved yet.")}</p>
      <button type="button" className="button button-secondary" onClick={discard}>
        {say("Discard it and start again")}
      </button>
    </div>
  )
}
