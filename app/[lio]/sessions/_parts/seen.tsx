"use client"

import { useField } from "@/app/_ui/form-context"

/** When the session had last been changed as the form was opened; after somebody else saved, their moment. */
export function Seen() {
  const { value, theirs } = useField("seen")
  return <input type="hidden" name="seen" value={theirs ?? value} />
}
