"use client"

import { Radios } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { useField } from "@/app/_ui/form-context"
import { say } from "@/lib/words/say"

/** A colour as #rrggbb; when it was too light, the nearest one that can be read is offered. */
export function ColourField() {
  const { choices } = useField("colour")
  return (
    <>
      <TextField
        name="colour"
        label={say("Your colour")}
        hint={say(
          "Write # and six letters or digits, like #1d6b43. Leave it empty for the green of Trellis.",
        )}
        width="sm"
        spellCheck={false}
        autoComplete="off"
        optional
      />
      {choices ? (
        <Radios
          name="instead"
          legend={say("Use the nearest that can be read?")}
          options={[
            ...choices.map(({ value, label }) => ({
              value,
              label: (
                <>
                  <Swatch colour={value} /> {say("Yes, use {label}", { label })}
                </>
              ),
            })),
            { value: "", label: say("No, I write another one above") },
          ]}
        />
      ) : null}
    </>
  )
}

const Swatch = ({ colour }: { colour: string }) => (
  <svg viewBox="0 0 16 16" className="inline size-5 align-middle" aria-hidden="true">
    <rect width="16" height="16" rx="3" fill={colour} />
  </svg>
)
