"use client"

import { useEffect, useState } from "react"

/** A group that is offered; a null id offers to add it. */
export type Option = { id: string | null; name: string; hint?: string | null }
type Found = { id: string; title: string; hint: string | null }

const PAUSE = 120

async function search(lio: string, q: string, signal: AbortSignal): Promise<Option[]> {
  const answer = await fetch(`/api/find?${new URLSearchParams({ lio, kind: "group", q })}`, { signal })
  const { found } = answer.ok ? ((await answer.json()) as { found: Found[] }) : { found: [] }
  const options: Option[] = found.map(({ id, title, hint }) => ({ id, name: title, hint }))
  const exists = found.some(({ title }) => title.toLowerCase() === q.toLowerCase())
  return exists ? options : [...options, { id: null, name: q }]
}

/** The groups whose name is like what was typed, closest first, and the offer to add it. */
export function useGroupSearch(lio: string, typed: string): Option[] {
  const [options, setOptions] = useState<Option[]>([])
  const q = typed.trim()
  useEffect(() => {
    if (q.length < 2) {
      setOptions([])
      return
    }
    const cancel = new AbortController()
    const timer = setTimeout(() => {
      search(lio, q, cancel.signal).then(setOptions, () => {})
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      cancel.abort()
    }
  }, [lio, q])
  return options
}
