"use client"

import { Checkboxes, Radios, Select, Tick } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { Disclosure } from "@/app/_ui/disclosure"
import { ErrorSummary } from "@/app/_ui/error-summary"
import { TextArea, TextField } from "@/app/_ui/fields"
import { FormContext } from "@/app/_ui/form-context"
import type { FormState } from "@/app/_ui/form-state"
import { SubmitButton } from "@/app/_ui/submit-button"

const REFUSED: FormState = {
  errors: {
    name: "Enter the name of the group",
    about: "Make this 20 characters or fewer",
    stage: "Choose a stage",
    themes: "Tick at least one",
    ward: "Choose one from the list",
    start: "Enter a real date",
    consent: "Tick this, or leave the group out of the directory",
  },
  message: "Gwen Rhys saved changes while you were typing.",
  values: { about: "More words than there is room for here", start: "2026-02-31" },
  theirs: { name: "Canolfan Gymunedol" },
}
const STAYS: FormState = {
  errors: {},
  values: {},
  note: { text: "We’ve sent a test to gwen@example.org.", label: "See what it says", href: "/kit" },
}
const OPTIONS = [
  { value: "one", label: "Enquiry" },
  { value: "two", label: "Forming", hint: "They meet, but have no rules yet" },
]

/** Buttons of a form that is on its way. */
export function Waiting() {
  return (
    <FormContext value={{ state: { errors: {}, values: {} }, pending: true, prefix: "waits-" }}>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Save the group</SubmitButton>
        <SubmitButton kind="secondary">Save and add another</SubmitButton>
      </div>
    </FormContext>
  )
}

/** Every kind of field with what is wrong in it. */
export function WrongFields() {
  return (
    <FormContext value={{ state: REFUSED, pending: false, prefix: "wrong-" }}>
      <Disclosure summary="What stands over a form that was refused">
        <ErrorSummary state={REFUSED} prefix="wrong-" />
      </Disclosure>
      <Disclosure summary="What stands over a form that stays as it is typed">
        <ErrorSummary state={STAYS} prefix="stays-" />
      </Disclosure>
      <TextField name="name" label="Name of the group" hint="As it is written in its rules" />
      <TextArea name="about" label="What do they do?" most={20} />
      <Radios name="stage" legend="How far along are they?" options={OPTIONS} />
      <Checkboxes name="themes" legend="What is it about?" options={OPTIONS} />
      <Select name="ward" label="Ward" options={OPTIONS} />
      <DateFields name="start" legend="When did they start?" />
      <Tick name="consent" label="They agree to be in the public directory" />
    </FormContext>
  )
}
