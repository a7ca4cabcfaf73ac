import type { AsyncLocalStorage } from "node:async_hooks"

/** What the front (bin/front) is told about the request in hand. */
export type RequestNotes = {
  /** The LIO whose door was opened, for a page that the front draws itself. */
  lio?: { name: string; slug: string; phone: string | null; email: string | null }
  /** The database could not be reached, was full, or took too long. */
  unavailable?: boolean
  /** The form was read, and its command begun. */
  begun?: boolean
  /** Parts of the page drawn once, where a whole document is being made (app/_ui/static.tsx). */
  drawn?: string[]
}

/** The notes of the request in hand; an object of nobody's where there is none (worker, command line, tests). */
export function requestNotes(): RequestNotes {
  const store = (globalThis as Record<symbol, unknown>)[Symbol.for("trellis.request")] as
    | AsyncLocalStorage<RequestNotes>
    | undefined
  return store?.getStore() ?? {}
}
