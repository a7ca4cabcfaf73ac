"use client"

import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { DateBoxes, ManyFields } from "./field-parts"
import { useField } from "./form-context"

type Props = {
  name: string
  legend: ReactNode
  hint?: ReactNode
  optional?: boolean
  /** "2026-06-04", when the form knows nothing of it. */
  value?: string
  /** Offers Today, Yesterday and another date; today is chosen at first. */
  quick?: boolean
}

const QUICK = [
  ["today", say("Today")],
  ["yesterday", say("Yesterday")],
  ["other", say("Another date")],
] as const

/** A date in day, month and year boxes: sends name.day, name.month, name.year, and name.quick. */
export function DateFields({ name, legend, hint, optional, value, quick }: Props) {
  const { id, value: current, part, error, theirs, describedBy, wired } = useField(name, value, hint)
  const chosen = part("quick") ?? (current ? "other" : "today")
  const boxes = (
    <DateBoxes
      name={name}
      idOf={(box) => (box === "day" && !quick ? id : `${id}.${box}`)}
      value={current}
      typed={part}
      error={error}
      wired={wired}
      describedBy={error ? `${id}-error` : undefined}
    />
  )
  return (
    <ManyFields
      {...{ id, label: legend, optional, error, theirs, describedBy }}
      hint={hint ?? (quick ? undefined : say("For example, 27 6 2026"))}
      className={quick ? "quick-date" : undefined}
    >
      {quick ? (
        <>
          <div className="choices-inline">
            {QUICK.map(([word, label]) => (
              <label key={word} className="choice">
                <input
                  {...wired(`${name}.quick`)}
                  type="radio"
                  id={word === "today" ? id : `${id}-${word}`}
                  name={`${name}.quick`}
                  value={word}
                  defaultChecked={chosen === word}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
          <div className="when-chosen">{boxes}</div>
        </>
      ) : (
        boxes
      )}
    </ManyFields>
  )
}
