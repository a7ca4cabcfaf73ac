"use client"

import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import type { Findable } from "@/lib/search/policy"
import { whereFound } from "./where"

type Hit = { kind: Findable; id: string; title: string; hint: string | null; networkId: string | null }
type Line = { href: string; title: string; hint?: string | null }

type Props = { lio: string; keeps: boolean }

const WAIT = 150

const actions = (lio: string): Line[] => [
  { href: `/${lio}/sessions/new`, title: "Record a session" },
  { href: `/${lio}/tasks/new`, title: "Add a next step" },
  { href: `/${lio}/groups/new`, title: "Add a group" },
  { href: `/${lio}/groups`, title: "All groups" },
]

/** Ctrl or Cmd and K from any page: go to a thing, or do something. The search page does the same without scripts. */
export function FindAnything({ lio, keeps }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [])
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
  }, [open])

  if (!open) return null
  return (
    <dialog ref={dialog} aria-label="Find or do" onClose={() => setOpen(false)}>
      <Finder lio={lio} keeps={keeps} />
      <form method="dialog" className="mt-4">
        <button type="submit" className="button button-secondary">
          Close
        </button>
      </form>
    </dialog>
  )
}

function Finder({ lio, keeps }: Props) {
  const [q, setQ] = useState("")
  const [hits, setHits] = useState<Hit[]>([])

  useEffect(() => {
    if (q.trim().length < 2) {
      setHits([])
      return
    }
    const asked = new AbortController()
    const later = setTimeout(async () => {
      const answer = await fetch(`/api/find?${new URLSearchParams({ lio, q })}`, {
        signal: asked.signal,
      }).catch(() => null)
      if (answer?.ok) setHits(((await answer.json()) as { found: Hit[] }).found)
    }, WAIT)
    return () => {
      clearTimeout(later)
      asked.abort()
    }
  }, [q, lio])

  const wanted = q.trim().toLowerCase()
  const doing = keeps ? actions(lio).filter(({ title }) => title.toLowerCase().includes(wanted)) : []
  const lines: Line[] = [
    ...hits.map((hit) => ({ href: whereFound(lio, hit), title: hit.title, hint: hit.hint })),
    ...doing,
  ]

  function walk(event: KeyboardEvent<HTMLElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const places = [...event.currentTarget.querySelectorAll<HTMLElement>("input, a")]
    const at = places.indexOf(document.activeElement as HTMLElement)
    places[(at + step + places.length) % places.length]?.focus()
  }

  return (
    <search onKeyDown={walk} className="block">
      <form action={`/${lio}/search`} method="get">
        <label htmlFor="find-anything" className="label">
          Find or do
        </label>
        <input
          id="find-anything"
          name="q"
          type="search"
          autoComplete="off"
          className="input"
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
      </form>
      <p role="status" className="hint mt-2">
        {wanted.length < 2
          ? "Type a name. The arrow keys go down the list."
          : `${lines.length} found. Enter shows all results.`}
      </p>
      <ul className="m-0 list-none p-0">
        {lines.map((line) => (
          <li key={line.href} className="flex flex-wrap items-center gap-x-3 border-b border-line">
            <a href={line.href} className="inline-flex min-h-11 items-center">
              {line.title}
            </a>
            {line.hint ? <span className="text-soft">{line.hint}</span> : null}
          </li>
        ))}
      </ul>
    </search>
  )
}
