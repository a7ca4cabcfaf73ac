"use client"

import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from "react"
import { SearchIcon } from "@/app/_ui/search-icon"
import { sayRich } from "@/lib/words/rich"
import { say } from "@/lib/words/say"
import { type Hit, meant } from "./actions"

/** The list of keys, whose scripts are sent to whoever asks for it. */
const Shortcuts = lazy(() => import("./shortcuts").then((file) => ({ default: file.Shortcuts })))

type Props = { lio: string; keeps: boolean }

const WAIT = 150
const LIST = "found-anything"

/** Whether a press of Ctrl or Cmd and K, and of nothing else. */
const opens = ({ key, ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent) =>
  key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey

/** Whether a press of Alt and S, and of nothing else: there somebody records a session. */
const records = ({ key, ctrlKey, metaKey, altKey, shiftKey }: globalThis.KeyboardEvent) =>
  key.toLowerCase() === "s" && altKey && !ctrlKey && !metaKey && !shiftKey

/**
 * Search or do: by Ctrl or Cmd and K from any page, or by its link. Go to a thing, or do something. Without scripts
 * the link leads to the search page, which offers the same.
 */
export function FindAnything({ lio, keeps }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const record = keeps && records(event)
      if (!record && !opens(event)) return
      event.preventDefault()
      if (record) location.assign(`/${lio}/sessions/new`)
      else setOpen(true)
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [lio, keeps])
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
  }, [open])

  return (
    <>
      <a
        href={`/${lio}/search`}
        className="no-print"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <SearchIcon />
        <span className="min-[22.5rem]:max-sm:sr-only lg:grow">
          {sayRich("Search<span> or do</span>", {
            span: (text) => <span className="max-lg:sr-only">{text}</span>,
          })}
        </span>
        <kbd className="wide font-sans text-sm text-soft">{say("Ctrl K")}</kbd>
      </a>
      {open ? (
        <dialog ref={dialog} aria-label={say("Search or do")} onClose={() => setOpen(false)}>
          <Finder lio={lio} keeps={keeps} />
          <form method="dialog" className="mt-4">
            <button type="submit" className="button button-secondary">
              {say("Close")}
            </button>
          </form>
        </dialog>
      ) : null}
    </>
  )
}

/** What these words find; nothing when the search cannot be asked. */
async function findHits(lio: string, q: string, signal?: AbortSignal): Promise<Hit[]> {
  const answer = await fetch(`/api/search?${new URLSearchParams({ lio, q })}`, { signal }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { found: Hit[] }).found : []
}

/** What the words typed so far find, a moment after the last key: `of` says for which words it is. */
function useHits(lio: string, q: string) {
  const [found, setFound] = useState<{ hits: Hit[]; of: string }>({ hits: [], of: "" })
  useEffect(() => {
    if (q.trim().length < 2) {
      setFound({ hits: [], of: q })
      return
    }
    const controller = new AbortController()
    const later = setTimeout(async () => {
      const hits = await findHits(lio, q, controller.signal)
      if (!controller.signal.aborted) setFound({ hits, of: q })
    }, WAIT)
    return () => {
      clearTimeout(later)
      controller.abort()
    }
  }, [q, lio])
  return found
}

function Finder({ lio, keeps }: Props) {
  const [q, setQ] = useState("")
  const [active, setActive] = useState(0)
  const { hits, of } = useHits(lio, q)
  const asksKeys = q.trim() === "?"
  const all = {
    href: `/${lio}/search?${new URLSearchParams({ q })}`,
    title: say("Everything found for “{q}”", { q }),
  }
  const linesFor = (found: Hit[]) =>
    asksKeys ? [] : [...meant(lio, keeps, q, found), ...(q.trim().length > 1 ? [{ ...all, hint: null }] : [])]
  const lines = linesFor(hits)
  const at = Math.min(active, lines.length - 1)

  useEffect(() => {
    document.getElementById(`${LIST}-${at}`)?.scrollIntoView({ block: "nearest" })
  }, [at])

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
    const line = lines[at]
    if (step !== 0 && lines.length > 0) {
      event.preventDefault()
      setActive((at + step + lines.length) % lines.length)
    } else if (event.key === "Enter" && line) {
      event.preventDefault()
      // Whoever types faster than we find means what they typed, not what was found for half of it.
      if (of === q) location.assign(line.href)
      else findHits(lio, q).then((found) => location.assign((linesFor(found)[0] ?? all).href))
    }
  }

  return (
    <search className="block">
      <label htmlFor="find-anything" className="label">
        {say("Search or do")}
      </label>
      <p id="find-anything-hint" className="hint mt-0">
        {say("Type a name, a telephone number, or what you want to do. Type ? for the keys.")}
      </p>
      <input
        id="find-anything"
        type="text"
        enterKeyHint="go"
        autoComplete="off"
        className="input"
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={lines.length > 0 ? `${LIST}-${at}` : undefined}
        aria-describedby="find-anything-hint"
        value={q}
        onChange={(event) => {
          setQ(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="sr-only">
        {q.trim() && !asksKeys ? say("{lines} found", { lines: lines.length }) : ""}
      </p>
      {asksKeys ? (
        <Suspense>
          <Shortcuts />
        </Suspense>
      ) : null}
      <div
        role="listbox"
        id={LIST}
        aria-label={say("What you can open")}
        className="mt-3 max-h-96 overflow-auto"
      >
        {lines.map((line, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input keeps the focus, and its keys move in the list
          <div
            key={line.href}
            id={`${LIST}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="min-h-11 cursor-pointer border-b border-line px-3 py-2 hover:bg-sunken aria-selected:bg-leaf-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-leaf"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => location.assign(line.href)}
          >
            {line.title}
            {line.hint ? <span className="text-soft"> {line.hint}</span> : null}
          </div>
        ))}
      </div>
    </search>
  )
}
