"use client"

import { type RefObject, useEffect, useMemo, useRef, useState } from "react"
import { isSame, keeperOf, typedIn, untyped } from "./typed-values"

const PAUSE = 300

type Watched = {
  form: RefObject<HTMLFormElement | null>
  /** Whose words are kept, and in which of the page's forms; without a person nothing is kept. */
  person?: string
  id?: string
  /** It holds what is not saved from the start: it was refused, or put back. */
  already: boolean
  pending: boolean
}

/** Whether a form holds what is not saved: asks before it is left, and keeps it. `saved` ends that. */
export function useUnsaved({ form, person, id, already, pending }: Watched) {
  const [unsaved, setUnsaved] = useState(already)
  const keeper = useMemo(() => (person ? keeperOf(person, id) : undefined), [person, id])
  const leaving = useRef(false)
  const done = useRef(false)
  leaving.current = pending || done.current

  useEffect(() => {
    const here = form.current
    if (!here) return
    const base = untyped(here)
    let timer: ReturnType<typeof setTimeout> | undefined
    let differs = already
    const look = () => {
      timer = undefined
      if (done.current) return
      const typed = typedIn(here)
      differs = already || !isSame(base, typed)
      setUnsaved(differs)
      if (differs) keeper?.write(typed)
      else keeper?.clear()
    }
    const onInput = () => {
      clearTimeout(timer)
      timer = setTimeout(look, PAUSE)
    }
    const onHide = () => {
      if (timer !== undefined) look()
    }
    const onLeave = (event: BeforeUnloadEvent) => {
      onHide()
      if (differs && !leaving.current) event.preventDefault()
    }
    // What was kept before is put back first: this form, as it came, must not take its place. What was typed before the
    // scripts came is looked at after that, or it would be put back itself, over what is typed meanwhile.
    if (!keeper?.read()) onInput()
    here.addEventListener("input", onInput)
    // Rows and chosen things come and go by buttons.
    here.addEventListener("click", onInput)
    window.addEventListener("pagehide", onHide)
    window.addEventListener("beforeunload", onLeave)
    return () => {
      clearTimeout(timer)
      here.removeEventListener("input", onInput)
      here.removeEventListener("click", onInput)
      window.removeEventListener("pagehide", onHide)
      window.removeEventListener("beforeunload", onLeave)
    }
  }, [form, already, keeper])

  function saved() {
    done.current = true
    keeper?.clear()
  }
  return { unsaved, saved }
}
