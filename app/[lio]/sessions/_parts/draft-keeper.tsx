"use client"

import { useContext, useEffect, useRef, useState } from "react"
import { FormContext } from "@/app/_ui/form-context"
import { formatTime } from "@/lib/words"
import { say } from "@/lib/words/say"

const PAUSE = 1500

/** Keeps what is typed into the form round it, so that closing the page loses nothing. Ctrl or Cmd and Enter saves it. */
export function DraftKeeper({ address }: { address: string }) {
  const here = useRef<HTMLParagraphElement>(null)
  const sending = useRef(false)
  const unkept = useRef(false)
  const { state } = useContext(FormContext)
  const answered = useRef(state)
  const [keptAt, setKeptAt] = useState<Date>()

  useEffect(() => {
    if (answered.current === state) return
    answered.current = state
    unkept.current = sending.current
    sending.current = false
  }, [state])

  useEffect(() => {
    const form = here.current?.closest("form")
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let cancel = new AbortController()

    async function keep(target: HTMLFormElement) {
      unkept.current = false
      cancel = new AbortController()
      const answer = await fetch(address, {
        method: "POST",
        body: new FormData(target),
        signal: cancel.signal,
      }).catch(() => null)
      if (answer?.ok) setKeptAt(new Date())
      else unkept.current = true
    }
    const onInput = () => {
      unkept.current = true
      clearTimeout(timer)
      timer = setTimeout(() => keep(form), PAUSE)
    }
    const onSubmit = () => {
      sending.current = true
      clearTimeout(timer)
      cancel.abort()
    }
    const onLeave = () => {
      if (unkept.current && !sending.current) navigator.sendBeacon(address, new FormData(form))
      unkept.current = false
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"))
    }
    const onHide = () => document.visibilityState === "hidden" && onLeave()
    // Typed before the scripts arrived.
    if ([...form.querySelectorAll("textarea")].some((box) => box.value !== box.defaultValue)) onInput()
    form.addEventListener("input", onInput)
    form.addEventListener("keydown", onKeyDown)
    form.addEventListener("submit", onSubmit, { capture: true })
    window.addEventListener("pagehide", onLeave)
    document.addEventListener("visibilitychange", onHide)
    return () => {
      clearTimeout(timer)
      onLeave()
      form.removeEventListener("input", onInput)
      form.removeEventListener("keydown", onKeyDown)
      form.removeEventListener("submit", onSubmit, { capture: true })
      window.removeEventListener("pagehide", onLeave)
      document.removeEventListener("visibilitychange", onHide)
    }
  }, [address])

  return (
    <p ref={here} className="hint mb-0 min-h-6">
      {keptAt ? say("What you typed is kept as a draft ({keptAt}).", { keptAt: formatTime(keptAt) }) : ""}
    </p>
  )
}
