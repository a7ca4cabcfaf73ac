"use client"

import { type ReactNode, useEffect, useRef } from "react"

/** What just happened: read out, and focused so that the keyboard goes on from here. */
export function Announced({ className, children }: { className: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  // Where the address leads to a place in the page, the page stays there.
  useEffect(() => box.current?.focus({ preventScroll: location.hash !== "" }), [])
  return (
    <div ref={box} role="status" tabIndex={-1} className={className}>
      {children}
    </div>
  )
}
