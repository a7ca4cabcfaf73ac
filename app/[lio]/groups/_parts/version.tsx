"use client"

import { useField } from "@/app/_ui/form-context"

/** Which version of the thing the form was opened with; after somebody else saved, the one shown beside. */
export function Version() {
  const { value, theirs } = useField("version")
  return <input type="hidden" name="version" value={theirs ?? value} />
}
