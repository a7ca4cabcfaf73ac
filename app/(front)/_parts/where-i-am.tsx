"use client"

import { useEffect, useState } from "react"
import { say } from "@/lib/words/say"

/** To three decimals: about a hundred metres. */
const rounded = (degrees: number) => degrees.toFixed(3)

/** Looks for help where somebody is. It asks the browser only when pressed, and tells nobody but us. */
export function WhereIAm() {
  const [state, setState] = useState<"away" | "ready" | "asking" | "refused">("away")
  useEffect(() => {
    if ("geolocation" in navigator) setState("ready")
  }, [])
  if (state === "away") return null
  const ask = () => {
    setState("asking")
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => location.assign(`/find?at=${rounded(coords.latitude)},${rounded(coords.longitude)}`),
      () => setState("refused"),
      { timeout: 15_000, maximumAge: 300_000 },
    )
  }
  return (
    <div className="no-print">
      <button type="button" className="button button-secondary" onClick={ask} disabled={state === "asking"}>
        {say("Look where I am")}
      </button>
      <p className="hint" role="status">
        {state === "refused"
          ? say("Your browser didn’t tell us where you are. Type a postcode or the name of a place.")
          : say("Your browser asks you first. We use it once, to about 100 metres, and don’t keep it.")}
      </p>
    </div>
  )
}
