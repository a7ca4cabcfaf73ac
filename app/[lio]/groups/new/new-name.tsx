"use client"

import { useState } from "react"
import { OneField } from "@/app/_ui/field-parts"
import { useField } from "@/app/_ui/form-context"
import { say } from "@/lib/words/say"
import { useGroupSearch } from "../../_parts/group-search"

const WORTH = 4

/**
 * The name of a new group. While it is typed, groups with a name like it are shown; when it may be on the list already,
 * saving shows those that it may be, and saving once more adds it all the same.
 */
export function NewName({ lio }: { lio: string }) {
  const { id, value, error, choices, describedBy, wired } = useField("name")
  const [typed, setTyped] = useState("")
  const { options } = useGroupSearch(lio, typed.trim().length < WORTH ? "" : typed)
  const found = choices
    ? choices.map((one) => ({ id: one.value, name: one.label, hint: one.hint }))
    : options.filter((one) => one.id)
  return (
    <OneField id={id} label={say("Name")} error={error}>
      <input
        {...wired()}
        id={id}
        name="name"
        className="input max-w-2xl"
        defaultValue={value}
        onInput={(event) => setTyped(event.currentTarget.value)}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
      />
      {choices ? <input type="hidden" name="shownFor" value={value} /> : null}
      <div role="status">
        {found.length > 0 ? (
          <>
            <p className="mt-2 mb-0 font-semibold">
              {choices ? say("Is it one of these?") : say("On your list already:")}
            </p>
            <ul className="m-0 pl-5">
              {found.map((one) => (
                <li key={one.id}>
                  <a href={`/${lio}/groups/${one.id}`}>{one.name}</a>
                  {one.hint ? <span className="text-soft"> {one.hint}</span> : null}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </OneField>
  )
}
