"use client"

import { Component, useMemo } from "react"
import { requestNotes } from "@/lib/request"

/** What a part that is drawn once may be. */
export type DrawnTag = "div" | "figure" | "ol" | "tbody"

type Props = {
  as: DrawnTag
  className?: string
  /** The HTML itself, where React's description of the page is all that is sent. */
  html?: string
  /** Else its place among the parts of the document that is being sent. */
  at?: number
}

/** In the browser: the parts that came with the document, for when React draws them anew after a way back. */
const written = new Map<number, string>()

/** As a browser writes it: what has not changed is then seen to be the same, and ticks in it stay. */
function asWritten(html: string) {
  const template = document.createElement("template")
  template.innerHTML = html
  return template.innerHTML
}

function onServer(html: string | undefined, at: number) {
  const part = html ?? requestNotes().drawn?.[at]
  if (part === undefined) throw new Error("A part of the page that was drawn once is not there.")
  return part
}

function inBrowser(html: string | undefined, at: number) {
  if (html !== undefined) return asWritten(html)
  const part = written.get(at) ?? document.querySelector(`[data-drawn="${at}"]`)?.innerHTML ?? ""
  written.set(at, part)
  return part
}

const boxName = (box: HTMLInputElement) => `${box.name} ${box.value}`

/** Boxes that somebody has ticked or unticked, by what they send, with how they stand now. */
function changedBoxes(within: Element | null) {
  const boxes = within?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? []
  return new Map(
    [...boxes].filter((box) => box.checked !== box.defaultChecked).map((box) => [boxName(box), box.checked]),
  )
}

/** HTML in its element. Where it is drawn anew, since a row of it has changed, what somebody had ticked stays ticked. */
class Markup extends Component<{ as: DrawnTag; className?: string; at?: number; part: string }> {
  element: Element | null = null

  override getSnapshotBeforeUpdate() {
    return changedBoxes(this.element)
  }

  override componentDidUpdate(_props: unknown, _state: unknown, changed: ReturnType<typeof changedBoxes>) {
    if (changed.size === 0) return
    for (const box of this.element?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])
      box.checked = changed.get(boxName(box)) ?? box.checked
  }

  override render() {
    const { as: Tag, className, at, part } = this.props
    return (
      <Tag
        ref={(element: Element | null) => {
          this.element = element
        }}
        className={className}
        data-drawn={at}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew this on our own server
        dangerouslySetInnerHTML={{ __html: part }}
      />
    )
  }
}

/** Puts HTML that the server has drawn into the page. */
export function Drawn({ as, className, html, at = -1 }: Props) {
  const part = useMemo(
    () => (typeof document === "undefined" ? onServer(html, at) : inBrowser(html, at)),
    [html, at],
  )
  return <Markup as={as} className={className} at={html === undefined ? at : undefined} part={part} />
}
