"use client"

import { useEffect, useRef } from "react"
import { listenToRowKeys } from "./row-keys"

const STEP = 16
const LEAST = 48

const columnOf = (element: Element) => element.closest<HTMLElement>("[data-column]")?.dataset.column ?? ""
const kept = () => `trellis-widths ${location.pathname}`

/** The widths of columns in pixels, as this browser keeps them for this list. */
function readWidths(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(kept()) ?? "{}") as Record<string, number>
  } catch {
    return {}
  }
}

function setWidth(table: HTMLTableElement, column: string, width: number) {
  const wide = Math.max(LEAST, Math.round(width))
  for (const col of table.querySelectorAll<HTMLElement>("col[data-column]"))
    if (col.dataset.column === column) col.style.width = `${wide}px`
  const grip = table.querySelector(`th[data-column="${CSS.escape(column)}"] .grip`)
  grip?.setAttribute("aria-valuenow", String(wide))
  try {
    localStorage.setItem(kept(), JSON.stringify({ ...readWidths(), [column]: wide }))
  } catch {
    // A browser may forbid a page to keep anything: the width holds until the next page.
  }
}

/** Leads to the same list with its columns in another order. */
function reorder(table: HTMLTableElement, column: string, to: (place: number, all: string[]) => number) {
  const all = [...table.querySelectorAll<HTMLElement>("th[data-column]")].map(columnOf)
  const others = all.filter((one) => one !== column)
  const place = to(all.indexOf(column), others)
  if (place < 0 || place > others.length) return
  const address = new URL(location.href)
  address.searchParams.delete("cols")
  for (const one of others.toSpliced(place, 0, column)) address.searchParams.append("cols", one)
  location.assign(address)
}

function listenToGrips(table: HTMLTableElement, moves: boolean, stop: AbortSignal) {
  table.addEventListener(
    "pointerdown",
    (event) => {
      const grip = event.target instanceof Element ? event.target.closest<HTMLElement>(".grip") : null
      const head = grip?.closest("th")
      if (!grip || !head) return
      event.preventDefault()
      grip.setPointerCapture(event.pointerId)
      const start = event.clientX - head.offsetWidth
      const drag = ({ clientX }: PointerEvent) => setWidth(table, columnOf(head), clientX - start)
      grip.addEventListener("pointermove", drag)
      grip.addEventListener("pointerup", () => grip.removeEventListener("pointermove", drag), { once: true })
    },
    { signal: stop },
  )
  table.addEventListener(
    "keydown",
    (event) => {
      const head =
        event.target instanceof Element && event.target.matches(".grip") && event.target.closest("th")
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
      if (!head || step === 0) return
      event.preventDefault()
      if (!event.shiftKey) setWidth(table, columnOf(head), head.offsetWidth + step * STEP)
      else if (moves) reorder(table, columnOf(head), (place) => place + step)
    },
    { signal: stop },
  )
}

function listenToDrags(table: HTMLTableElement, stop: AbortSignal) {
  let dragged = ""
  table.addEventListener(
    "dragstart",
    ({ target }) => {
      dragged = target instanceof Element ? columnOf(target) : ""
    },
    { signal: stop },
  )
  table.addEventListener(
    "dragover",
    (event) => {
      if (dragged && event.target instanceof Element && event.target.closest("th[data-column]"))
        event.preventDefault()
    },
    { signal: stop },
  )
  table.addEventListener(
    "drop",
    ({ target }) => {
      const onto = target instanceof Element ? columnOf(target) : ""
      if (dragged && onto && onto !== dragged)
        reorder(table, dragged, (_, all) => Math.max(1, all.indexOf(onto)))
      dragged = ""
    },
    { signal: stop },
  )
}

/** What scripts add to a dense table: widths that are kept, columns that move, and rows that are gone through by keys. */
export function WorkTable({ moves }: { moves: boolean }) {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const table = here.current?.parentElement?.querySelector<HTMLTableElement>(":scope > table")
    if (!table) return
    const stop = new AbortController()
    for (const [column, width] of Object.entries(readWidths())) setWidth(table, column, width)
    listenToGrips(table, moves, stop.signal)
    if (moves) listenToDrags(table, stop.signal)
    listenToRowKeys(() => [...table.tBodies].flatMap((body) => [...body.rows]), stop.signal)
    return () => stop.abort()
  }, [moves])
  return <span ref={here} hidden />
}
