"use client"

import { useEffect, useRef, useState } from "react"
import { fromForm, withDates } from "@/app/_http/form-data"
import { dayFrom } from "@/lib/days"
import { type Length, periodFrom } from "@/lib/membership-status/period"
import { formatDate } from "@/lib/words"
import { say } from "@/lib/words/say"

/** A kind of membership, as far as its last day needs it. */
export type Kind = Length & { id: string }

/** From when to when a membership of this kind runs, as a sentence; empty for a day that cannot be read. */
function runInWords(kind: Kind | undefined, startsOn: string) {
  const day = dayFrom(startsOn)
  if (!kind || !day) return ""
  const { endsOn } = periodFrom(kind, day)
  return endsOn
    ? say("It runs from {day} to {endsOn}.", { day: formatDate(day), endsOn: formatDate(endsOn) })
    : say("It starts on {day} and has no last day.", { day: formatDate(day) })
}

/** Says, before anything is pressed, the last day of the kind and first day that are chosen in the form it stands in. */
export function HowLong({ kinds, today }: { kinds: Kind[]; today: string }) {
  const here = useRef<HTMLParagraphElement>(null)
  const [message, setMessage] = useState("")
  useEffect(() => {
    const form = here.current?.closest("form")
    if (!form) return
    const look = () => {
      const { typeId, startsOn } = withDates(fromForm(new FormData(form)), today)
      setMessage(
        runInWords(
          kinds.find(({ id }) => id === typeId),
          String(startsOn ?? ""),
        ),
      )
    }
    look()
    form.addEventListener("input", look)
    return () => form.removeEventListener("input", look)
  }, [kinds, today])
  return (
    <p ref={here} role="status" className="font-semibold">
      {message}
    </p>
  )
}
