"use client"

import { useContext, useEffect, useRef, useState } from "react"
import { FormContext } from "@/app/_ui/form-context"
import { formatTime } from "@/lib/words"
import { say } from "@/lib/words/say"

const PAUSE = 1500

/** What somebody typed while there was no connection, in this browser. */
function unsent(address: string, person: string) {
  const name = `unsent ${person} ${address}`
  const forget = () => localStorage.removeItem(name)
  return {
    forget,
    hold(form: HTMLFormElement) {
      const typed = [...new FormData(form)].filter(
        (one): one is [string, string] => typeof one[1] === "string",
      )
      localStorage.setItem(name, String(new URLSearchParams(typed)))
    },
    /** Sends it as a draft; true when there was something, and it has arrived. */
    async send() {
      const typed = localStorage.getItem(name)
      if (!typed) return false
      const answer = await fetch(address, { method: "POST", body: new URLSearchParams(typed) }).catch(
        () => null,
      )
      if (answer?.ok) forget()
      return Boolean(answer?.ok)
    },
  }
}

type Props = {
  /** Where drafts are kept. */
  address: string
  /** Whose words they are: nobody else who uses the browser sends them as their own. */
  person: string
}

/**
 * Keeps what is typed into the form round it, so that closing the page loses nothing: as a draft, or in the browser while
 * there is no connection. Ctrl or Cmd and Enter saves it.
 */
export function DraftKeeper({ address, person }: Props) {
  const here = useRef<HTMLParagraphElement>(null)
  const sending = useRef(false)
  const unkept = useRef(false)
  const { state } = useContext(FormContext)
  const answered = useRef(state)
  const [keptAt, setKeptAt] = useState<Date>()
  const [cutOff, setCutOff] = useState(false)

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
    const held = unsent(address, person)

    async function keep(target: HTMLFormElement) {
      unkept.current = false
      cancel = new AbortController()
      const answer = await fetch(address, {
        method: "POST",
        body: new FormData(target),
        signal: cancel.signal,
      }).catch(() => null)
      if (cancel.signal.aborted) return
      setCutOff(!answer)
      unkept.current = !answer?.ok
      if (answer?.ok) {
        held.forget()
        setKeptAt(new Date())
      } else if (!answer) held.hold(target)
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
      if (sending.current && navigator.onLine) held.forget()
      else if (unkept.current && !navigator.onLine) held.hold(form)
      else if (unkept.current && !sending.current) navigator.sendBeacon(address, new FormData(form))
      unkept.current = false
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"))
    }
    const onHide = () => document.visibilityState === "hidden" && onLeave()
    const onLine = () => unkept.current && keep(form)
    // What was typed without a connection becomes a draft, which the page then shows.
    held.send().then((sent) => sent && !unkept.current && window.location.reload())
    // Typed before the scripts arrived.
    if ([...form.querySelectorAll("textarea")].some((box) => box.value !== box.defaultValue)) onInput()
    form.addEventListener("input", onInput)
    form.addEventListener("keydown", onKeyDown)
    form.addEventListener("submit", onSubmit, { capture: true })
    window.addEventListener("online", onLine)
    window.addEventListener("pagehide", onLeave)
    document.addEventListener("visibilitychange", onHide)
    return () => {
      clearTimeout(timer)
      onLeave()
      form.removeEventListener("input", onInput)
      form.removeEventListener("keydown", onKeyDown)
      form.removeEventListener("submit", onSubmit, { capture: true })
      window.removeEventListener("online", onLine)
      window.removeEventListener("pagehide", onLeave)
      document.removeEventListener("visibilitychange", onHide)
    }
  }, [address, person])

  return (
    <p ref={here} className="hint mb-0 min-h-6">
      {cutOff
        ? say("There’s no connection. What you typed is kept in this browser, and goes on when there is one.")
        : keptAt
          ? say("What you typed is kept as a draft ({keptAt}).", { keptAt: formatTime(keptAt) })
          : ""}
    </p>
  )
}
