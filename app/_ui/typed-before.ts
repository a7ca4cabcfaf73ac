"use client"

import { useLayoutEffect, useSyncExternalStore } from "react"

const boxOf = (id: string) => document.getElementById(id) as HTMLTextAreaElement | null
const nothingToWatch = () => () => {}

/**
 * What a box of several lines holds while React takes its page over: what was typed into it before the scripts came, which React
 * would put back otherwise. At any other time: what it was given. The form still sees that what was typed isn’t saved.
 */
export function useTypedBefore(id: string, given: string): string {
  const takingOver = useSyncExternalStore(
    nothingToWatch,
    () => false,
    () => true,
  )
  const typed = takingOver && typeof document !== "undefined" ? boxOf(id)?.value : undefined
  useLayoutEffect(() => {
    const box = boxOf(id)
    if (typed !== undefined && box) box.defaultValue = given
  }, [id, typed, given])
  return typed ?? given
}
