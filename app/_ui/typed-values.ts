"use client"

import type { FormState } from "./form-state"

const OURS = "trellis-typed"

/** What is typed in a form, by field; files and the form's own marks are left out. */
export function typedIn(form: HTMLFormElement): FormState["values"] {
  const typed: FormState["values"] = {}
  for (const [raw, value] of new FormData(form)) {
    if (raw.startsWith("_") || raw.startsWith("$") || typeof value !== "string") continue
    const name = raw.replace(/\[\]$/, "")
    const before = typed[name]
    if (raw.endsWith("[]") || before !== undefined) typed[name] = [before ?? [], value].flat()
    else typed[name] = value
  }
  return typed
}

/** What a form would say if nobody had typed in it since the page came. */
export function untyped(form: HTMLFormElement) {
  const fresh = form.cloneNode(true) as HTMLFormElement
  fresh.reset()
  return typedIn(fresh)
}

/** Whether two forms say the same. */
export const isSame = (one: FormState["values"], other: FormState["values"]) =>
  JSON.stringify(one) === JSON.stringify(other)

/** Where what is typed in one form by one person is kept, until it is saved or the tab is closed. */
export function keeperOf(person: string, form = "") {
  const name = () => `${OURS} ${person} ${location.pathname}${location.search} ${form}`
  // A browser may forbid a page to keep anything: the form works all the same.
  const tried = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch {
      return undefined
    }
  }
  return {
    read: () =>
      tried(() => {
        for (const key of Object.keys(sessionStorage))
          if (key.startsWith(`${OURS} `) && !key.startsWith(`${OURS} ${person} `))
            sessionStorage.removeItem(key)
        return JSON.parse(sessionStorage.getItem(name()) ?? "null") as FormState["values"] | null
      }) ?? undefined,
    write: (typed: FormState["values"]) => tried(() => sessionStorage.setItem(name(), JSON.stringify(typed))),
    clear: () => tried(() => sessionStorage.removeItem(name())),
  }
}
