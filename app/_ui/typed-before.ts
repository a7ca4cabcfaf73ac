"use client"

import { useLayoutEffect, useState } from "react"

const boxOf = (id: string) => document.getElementById(id) as HTMLTextAreaElement | null

/**
 * Keeps what was typed into a box of several lines before the scripts came: as React takes the page over, it puts back what
 * the page had in it. A box that React has not taken over yet bears nothing of React's.
 */
export function useTypedBefore(id: string) {
  const [typed] = useState(() => {
    const early = typeof window === "undefined" ? null : boxOf(id)
    return early && Object.keys(early).length === 0 ? early.value : null
  })
  useLayoutEffect(() => {
    const box = boxOf(id)
    if (typed === null || !box || box.value === typed) return
    // React notes what is set as a value, and would tell nobody of it; this it doesn't see.
    box.setRangeText(typed, 0, box.value.length)
    box.dispatchEvent(new Event("input", { bubbles: true }))
  }, [id, typed])
}
