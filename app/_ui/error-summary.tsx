"use client"

import type { Ref } from "react"
import { say } from "@/lib/words/say"
import type { FormState } from "./form-state"

/** What was wrong with a form, with links to the fields; or what was done with one that stays as it is typed. */
export function ErrorSummary({
  state: { errors, message, note },
  prefix,
  ref,
}: {
  state: FormState
  prefix: string
  ref?: Ref<HTMLDivElement>
}) {
  const wrong = Object.entries(errors)
  return (
    <div
      ref={ref}
      role={note ? "status" : "alert"}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: with scripts off it is what brings people to what is said
      autoFocus
      className={note ? "banner" : "banner banner-problem"}
    >
      {note ? (
        <p>
          {note.text} <a href={note.href}>{note.label}</a>
        </p>
      ) : (
        <h2>{wrong[0] ? say("There is a problem") : say("We could not do that")}</h2>
      )}
      {message ? <p>{message}</p> : null}
      {wrong[0] ? (
        <ul>
          {wrong.map(([name, words]) => (
            <li key={name}>
              <a href={`#${prefix}${name}`}>{words}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
