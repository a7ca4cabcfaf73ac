"use client"

import { type ChangeEvent, createContext, type FocusEvent, type RefCallback, useContext } from "react"
import { type FormState, NOTHING_SENT } from "./form-state"

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What joins one box to a long form, which looks at it as it is typed in. */
export type Wire = {
  ref: RefCallback<Box>
  onChange: (event: ChangeEvent<Box>) => unknown
  onBlur: (event: FocusEvent<Box>) => unknown
}

type Said = {
  state: FormState
  pending: boolean
  prefix: string
  /** Joins a box to its form by its name; plain forms have none. */
  wire?: (name: string) => Wire
}

/** What the fields of a form read: what was typed, what was wrong with it, whether it is on its way. */
export const FormContext = createContext<Said>({ state: NOTHING_SENT, pending: false, prefix: "" })

/** The title of the page, so that a form can put "Error:" in front of it. */
export const TitleContext = createContext("")

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** One field's place in its form: id, values, error, and the ids that describe it. */
export function useField(name: string, fallback?: string | string[], hint?: unknown) {
  const { state, prefix, wire } = useContext(FormContext)
  const id = `${prefix}${name}`
  const current = state.values[name] ?? fallback
  const error = state.errors[name]
  const theirs = state.theirs?.[name]
  const described = [
    hint && `${id}-hint`,
    theirs !== undefined && `${id}-theirs`,
    error && `${id}-error`,
  ].filter(Boolean)
  return {
    id,
    value: first(current) ?? "",
    values: current === undefined ? [] : Array.isArray(current) ? current : [current],
    part: (part: string) => first(state.values[`${name}.${part}`]),
    error,
    theirs,
    choices: state.choices?.[name],
    wired: (box = name) => wire?.(box),
    describedBy: described.length > 0 ? described.join(" ") : undefined,
  }
}
