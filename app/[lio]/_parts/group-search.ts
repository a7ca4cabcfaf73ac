"use client"

import { useEffect, useState } from "react"

/** A group that is offered; a null id offers to add it. */
export type Option = { id: string | null; name: string; hint?: string | null }
type Found = { id: string; title: string; hint: string | null }

const PAUSE = 120

/** The groups whose name is like these words or that have this telephone number, closest first, and the offer to add a name. */
export async function searchGroups(lio: string, q: string, signal?: AbortSignal): Promise<Option[]> {
  const answer = await fetch(`/api/search?${new URLSearchParams({ lio, kind: "group", q })}`, { signal })
  const { found } = answer.ok ? ((await answer.json()) as { found: Found[] }) : { found: [] }
  const options: Option[] = found.map(({ id, title, hint }) => ({ id, name: title, hint }))
  const exists = found.some(({ title }) => title.toLowerCase() === q.toLowerCase())
  const isName = /[a-z]/i.test(q.replace(/ext(ension|n)?/i, ""))
  return exists || !isName ? options : [...options, { id: null, name: q }]
}

/** What was found for the words that were typed, a moment after they were: `of` says for which words it is. */
export function useGroupSearch(lio: string, typed: string): { options: Option[]; of: string } {
  const [found, setFound] = useState<{ options: Option[]; of: string }>({ options: [], of: "" })
  const q = typed.trim()
  useEffect(() => {
    if (q.length < 2) {
      setFound({ options: [], of: "" })
      return
    }
    const cancel = new AbortController()
    const timer = setTimeout(() => {
      searchGroups(lio, q, cancel.signal).then(
        (options) => setFound({ options, of: q }),
        () => {},
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      cancel.abort()
    }
  }, [lio, q])
  return found
}
