"use client"

import { useEffect, useState } from "react"
import { sayRich } from "@/lib/words/rich"

const COOKIE = "trellis-keys"
const YEAR = 365 * 86_400

/** Whether somebody has turned single keys on in this browser. */
export const keysAreOn = () => document.cookie.split("; ").includes(`${COOKIE}=on`)

/** Turns single keys on or off, in this browser: they are off until somebody wants them (WCAG 2.1.4). */
export function SingleKeys() {
  const [on, setOn] = useState(false)
  useEffect(() => setOn(keysAreOn()), [])
  return (
    <label className="choice needs-scripts mt-4">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget: { checked } }) => {
          // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store
          document.cookie = `${COOKIE}=${checked ? "on" : "off"}; path=/; max-age=${YEAR}; samesite=lax`
          setOn(checked)
        }}
      />
      <span>
        {sayRich(
          "Use single keys in lists<span>Arrow keys go through the rows, x ticks one, Enter opens it. Only in this browser.</span>",
          { span: (text) => <span className="hint m-0">{text}</span> },
        )}
      </span>
    </label>
  )
}
