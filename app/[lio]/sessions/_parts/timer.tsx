"use client"

import { useEffect, useRef, useState } from "react"
import { formatTime } from "@/lib/words"
import { say, sayCount } from "@/lib/words/say"

const MINUTE = 60_000
const MOST = 1440

function readStart(name: string) {
  const began = Number(localStorage.getItem(name))
  return began > 0 && began <= Date.now() ? began : undefined
}

/** Puts so many minutes into the fields of the form: one of the lengths that are offered, or typed. */
function fillIn(form: HTMLFormElement, minutes: number) {
  const radio = (value: string) => form.querySelector<HTMLInputElement>(`[name=minutes][value="${value}"]`)
  const typed = form.querySelector<HTMLInputElement>("[name=minutesOther]")
  const offered = radio(String(minutes))
  const box = offered ?? radio("other")
  if (box) box.checked = true
  if (typed) typed.value = offered ? "" : String(minutes)
  box?.dispatchEvent(new Event("input", { bubbles: true }))
}

/**
 * A clock for how long something takes: it runs on in this browser while other pages are open or none is, until it is
 * stopped, which fills in the minutes. `person`: whose it is.
 */
export function Timer({ person }: { person: string }) {
  const here = useRef<HTMLParagraphElement>(null)
  const name = `timer ${person}`
  const [began, setBegan] = useState<number>()
  const [now, setNow] = useState<number>()

  useEffect(() => {
    setBegan(readStart(name))
    setNow(Date.now())
    const ticking = setInterval(() => setNow(Date.now()), MINUTE / 4)
    return () => clearInterval(ticking)
  }, [name])

  if (now === undefined) return <p ref={here} className="mt-0 mb-4 min-h-11" />
  const minutes = began ? Math.min(MOST, Math.max(1, Math.round((now - began) / MINUTE))) : 0
  const forget = () => {
    localStorage.removeItem(name)
    setBegan(undefined)
  }
  const start = () => {
    localStorage.setItem(name, String(Date.now()))
    setBegan(Date.now())
    setNow(Date.now())
  }
  const stop = () => {
    const form = here.current?.closest("form")
    if (form) fillIn(form, minutes)
    forget()
  }
  return (
    <p ref={here} className="mt-0 mb-4 flex min-h-11 flex-wrap items-center gap-x-4">
      {began ? (
        <>
          <span>{say("The clock has run since {time}.", { time: formatTime(new Date(began)) })}</span>
          <button type="button" className="button button-secondary" onClick={stop}>
            {sayCount(minutes, {
              one: "Stop and fill in {count} minute",
              other: "Stop and fill in {count} minutes",
            })}
          </button>
          <button type="button" className="button button-plain" onClick={forget}>
            {say("Throw it away")}
          </button>
        </>
      ) : (
        <button type="button" className="button button-plain" onClick={start}>
          {say("Start the clock now")}
        </button>
      )}
    </p>
  )
}
