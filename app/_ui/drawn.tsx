"use client"

import { useMemo } from "react"
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

/**
 * As a browser writes it: what has not changed is then seen to be the same. Where a row has changed, all of them are drawn
 * anew, and those that somebody had ticked stay ticked.
 */
function asWritten(html: string) {
  const template = document.createElement("template")
  template.innerHTML = html
  for (const { value } of document.querySelectorAll<HTMLInputElement>(".tick:checked"))
    template.content.querySelector(`.tick[value="${value}"]`)?.setAttribute("checked", "")
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

/** Puts HTML that the server has drawn into the page. */
export function Drawn({ as: Tag, className, html, at = -1 }: Props) {
  const part = useMemo(
    () => (typeof window === "undefined" ? onServer(html, at) : inBrowser(html, at)),
    [html, at],
  )
  return (
    <Tag
      className={className}
      data-drawn={html === undefined ? at : undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew this on our own server
      dangerouslySetInnerHTML={{ __html: part }}
    />
  )
}
