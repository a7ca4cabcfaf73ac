"use client"

import { Radios } from "@/app/_ui/choices"
import { useField } from "@/app/_ui/form-context"
import { say } from "@/lib/words/say"

/** After somebody else saved the same answer: whose words stand. Shows only then; the others are kept as earlier words. */
export function KeepChoice({ both }: { both: boolean }) {
  const { theirs } = useField("answer")
  if (theirs === undefined) return null
  return (
    <Radios
      name="keep"
      legend={say("Which answer should we keep?")}
      hint={say("The other words are kept on the page “Our answer”.")}
      value="mine"
      options={[
        { value: "mine", label: say("What I have here") },
        { value: "theirs", label: say("What they saved: {theirs}", { theirs: theirs || "nothing" }) },
        ...(both ? [{ value: "both", label: say("Both together") }] : []),
      ]}
    />
  )
}
