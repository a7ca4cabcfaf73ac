"use client"

import { useField } from "@/app/_ui/form-context"

/** How the thing stood as the form was opened; after somebody else saved, how it stands then. */
export function Seen() {
  const { value, theirs } = useField("seen")
  return <input type="hidden" name="seen" value={theirs ?? value} />
}
