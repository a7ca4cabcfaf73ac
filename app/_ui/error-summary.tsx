"use client"

import type { Ref } from "react"
import { say } from "@/lib/words/say"
import type { FormState } from "./form-state"

/** What was wrong with a form, with links to the fields. */
export function ErrorSummary({
  state,
  prefix,
  ref,
}: {
  state: FormState
  prefix: string
  ref?: Ref<HTMLDivElement>
}) {
  const errors = Object.entries(state.errors)
  return (
    // biome-ignore lint/a11y/noAutofocus: with scripts off it is what brings people to the problem
    <div ref={ref} role="alert" tabIndex={-1} autoFocus className="banner banner-problem mb-6 max-w-2xl">
      <h2 className="mt-0 mb-2 text-xl">
        {errors.length > 0 ? say("There is a problem") : say("We could not do that")}
      </h2>
      {state.message ? <p>{state.message}</p> : null}
      {errors.length > 0 ? (
        <ul className="list-none space-y-1 p-0">
          {errors.map(([name, message]) => (
            <li key={name}>
              <a className="font-semibold text-problem" href={`#${prefix}${name}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
