"use client"

import { useEffect, useId, useRef, useState } from "react"
import { TextArea } from "@/app/_ui/fields"
import { useField } from "@/app/_ui/form-context"
import { say } from "@/lib/words/say"

const PAUSE = 600

/** Where a guide is written, with how it will look beside it: as it was when the page came, and with scripts as it is typed. */
export function BodyEditor({ address, html: first }: { address: string; html: string }) {
  const { id } = useField("body")
  const { theirs } = useField("otherBody")
  const [html, setHtml] = useState(first)
  const [behind, setBehind] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const heading = useId()

  useEffect(() => {
    const box = place.current?.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`)
    if (!box) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let cancel = new AbortController()
    async function look(body: string) {
      cancel.abort()
      cancel = new AbortController()
      const sent = new FormData()
      sent.set("body", body)
      const answer = await fetch(address, { method: "POST", body: sent, signal: cancel.signal }).catch(
        () => null,
      )
      if (answer?.ok) setHtml(((await answer.json()) as { html: string }).html)
      setBehind(!answer?.ok)
    }
    const onInput = () => {
      clearTimeout(timer)
      timer = setTimeout(() => look(box.value), PAUSE)
    }
    box.addEventListener("input", onInput)
    if (box.value !== box.defaultValue) onInput()
    return () => {
      clearTimeout(timer)
      cancel.abort()
      box.removeEventListener("input", onInput)
    }
  }, [id, address])

  return (
    <div ref={place} className="grid gap-6 lg:grid-cols-2">
      <div className="min-w-0">
        <TextArea
          name="body"
          label={say("The guide")}
          hint={say(
            "Headings begin with ##, lists with - or 1. See “How to write a guide” under this form for steps, warnings, tables and notes.",
          )}
          rows={28}
        />
      </div>
      <section aria-labelledby={heading} className="min-w-0">
        <h2 id={heading} className="mt-0 text-lg">
          {theirs === undefined ? say("How it will look") : say("What was saved in the meantime")}
        </h2>
        {theirs === undefined ? (
          <div
            className="document prose max-h-[46rem] overflow-y-auto border border-line bg-surface p-4"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard for that
            tabIndex={0}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: the server's writer made it, which escapes every word
            dangerouslySetInnerHTML={{ __html: html }}
          />
        ) : (
          <textarea readOnly rows={28} className="input" aria-labelledby={heading} value={theirs} />
        )}
        <p role="status" className="hint min-h-6">
          {behind ? say("The preview couldn’t be refreshed. What you typed is still here.") : ""}
        </p>
      </section>
    </div>
  )
}
