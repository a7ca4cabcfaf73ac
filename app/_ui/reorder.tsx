"use client"

import { type ReactNode, useEffect, useRef } from "react"

const itemOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>("li") : null
const formOf = (item: HTMLElement | null, way: string) =>
  item?.querySelector<HTMLFormElement>(`form[id^="${way}"]`)

/** Sends the form of an item with the place to which it was dragged. */
function sendTo(item: HTMLElement, place: number) {
  const form = formOf(item, "up-") ?? formOf(item, "down-")
  const to = form?.querySelector<HTMLInputElement>('input[name="to"]')
  if (!form || !to) return
  to.value = String(place)
  form.requestSubmit()
}

/**
 * A list whose items each have forms “up-…” and “down-…” that move them: with scripts also by Alt and the arrow keys, or by
 * dragging the grip. Nothing is done here that the buttons don’t do.
 */
export function Reorder({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const list = box.current
    if (!list) return
    const until = new AbortController()
    const { signal } = until
    let dragged: HTMLElement | null = null
    const onKey = (event: KeyboardEvent) => {
      const way = event.key === "ArrowUp" ? "up-" : event.key === "ArrowDown" ? "down-" : null
      const form = event.altKey && way ? formOf(itemOf(event.target), way) : null
      if (!form) return
      event.preventDefault()
      form.requestSubmit()
    }
    const onStart = (event: DragEvent) => {
      dragged = itemOf(event.target)
      if (event.dataTransfer && dragged) event.dataTransfer.setDragImage(dragged, 0, 0)
    }
    const onOver = (event: DragEvent) => {
      if (dragged && itemOf(event.target)) event.preventDefault()
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      const onto = itemOf(event.target)
      const items = [...list.querySelectorAll("li")]
      if (dragged && onto && dragged !== onto) sendTo(dragged, items.indexOf(onto as HTMLLIElement) + 1)
      dragged = null
    }
    list.addEventListener("keydown", onKey, { signal })
    list.addEventListener("dragstart", onStart, { signal })
    list.addEventListener("dragover", onOver, { signal })
    list.addEventListener("drop", onDrop, { signal })
    return () => until.abort()
  }, [])
  return <div ref={box}>{children}</div>
}
