"use client"

import { useEffect } from "react"
import { keysAreOn } from "./single-keys"

const inText = (element: Element | null) =>
  element instanceof HTMLElement &&
  element.matches("input:not(.tick), textarea, select, [contenteditable], dialog *")

/** Arrow keys go from row to row and along a row, x ticks: only where somebody has turned single keys on. */
function onRowKey(rows: HTMLElement[], event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || inText(document.activeElement) || !keysAreOn()) return
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[at]
  const down = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
  const along = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
  if (down !== 0) {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + down))]
    event.preventDefault()
    next?.querySelector<HTMLElement>("th a, th button, .act-words a")?.focus()
  } else if (along !== 0 && row) {
    const places = [...row.querySelectorAll<HTMLElement>("a, button, input, summary")]
    event.preventDefault()
    places[places.indexOf(document.activeElement as HTMLElement) + along]?.focus()
  } else if (event.key === "x" && row) {
    event.preventDefault()
    row.querySelector<HTMLInputElement>("input.tick")?.click()
  }
}

/** Listens for single keys in a list until it is told to stop; `rowsOf` gives its rows as they are then. */
export const listenToRowKeys = (rowsOf: () => HTMLElement[], signal: AbortSignal) =>
  document.addEventListener("keydown", (event) => onRowKey(rowsOf(), event), { signal })

/** Single keys for a list of rows that is no table: they are the `.act-row` of the page. */
export function RowKeys() {
  useEffect(() => {
    const stop = new AbortController()
    listenToRowKeys(() => [...document.querySelectorAll<HTMLElement>("main .act-row")], stop.signal)
    return () => stop.abort()
  }, [])
  return null
}
