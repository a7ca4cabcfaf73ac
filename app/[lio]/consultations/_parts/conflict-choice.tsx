"use client"

import { Radios } from "@/app/_ui/choices"
import { useField } from "@/app/_ui/form-context"

/** After somebody else saved the same answer: whose words stand. Shows only then; the others are kept as earlier words. */
export function KeepChoice({ both }: { both: boolean }) {
  const { theirs } = useField("answer")
  if (theirs === undefined) return null
  return (
    <Radios
      name="keep"
      legend="Which answer should we keep?"
      hint="The other words are kept on the page “Our answer”."
      value="mine"
      options={[
        { value: "mine", label: "What I have here" },
        { value: "theirs", label: `What they saved: ${theirs || "nothing"}` },
        ...(both ? [{ value: "both", label: "Both together" }] : []),
      ]}
    />
  )
}
