"use client"

import { useEffect, useState } from "react"
import { say } from "@/lib/words/say"

type Boxes = { name: string; form: string }

const boxes = ({ name, form }: Boxes) => [
  ...document.querySelectorAll<HTMLInputElement>(
    `:is(tbody, .act-list) input[name="${name}"][form="${form}"]`,
  ),
]

/** Ticks or unticks every row of the page. Without scripts each row still has its own box. */
export function SelectPage({ name, form, ticked, fixed }: Boxes & { ticked?: boolean; fixed?: boolean }) {
  return (
    <input
      type="checkbox"
      aria-label={say("Select every row of this page")}
      className="tick"
      defaultChecked={ticked}
      disabled={fixed}
      onChange={(event) => {
        for (const row of boxes({ name, form })) row.checked = event.currentTarget.checked
      }}
    />
  )
}

/** How many rows are ticked, kept true while they are ticked and unticked: "3 groups selected". */
export function Selected({
  name,
  form,
  first,
  words,
}: Boxes & { first: number; words: { none: string; one: string; many: string } }) {
  const [number, setNumber] = useState(first)
  useEffect(() => {
    const count = () => setNumber(boxes({ name, form }).filter((row) => row.checked).length)
    const changed = () => setTimeout(count)
    count()
    document.addEventListener("change", changed)
    return () => document.removeEventListener("change", changed)
  }, [name, form])
  return number === 0 ? words.none : number === 1 ? words.one : `${number} ${words.many}`
}
