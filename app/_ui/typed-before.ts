"use client"

import { useLayoutEffect, useSyncExternalStore } from "react"

const nothing = () => undefined
const watchNothing = () => () => {}

/** The box, marked as typed in: what React then does to it leaves the caret where it is. */
function boxOf(id: string) {
  const box = globalThis.document?.getElementById(id) as HTMLTextAreaElement | undefined
  box?.setRangeText("", 0, 0)
  return box
}

/**
 * What a box of several lines holds while React takes its page over: what was typed into it before the scripts came, which React
 * would put back otherwise. At any other time: what it was given. The form still sees that what was typed isn’t saved.
 */
export function useTypedBefore(id: string, given: string): string {
  const box = useSyncExternalStore(watchNothing, nothing, () => boxOf(id))
  useLayoutEffect(() => {
    if (!box || box.value === given) return
    box.defaultValue = given
    box.dispatchEvent(new Event("input", { bubbles: true }))
  })
  return box?.value ?? given
}
