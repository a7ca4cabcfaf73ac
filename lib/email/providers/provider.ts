import type { Envelope } from "@/db/schema/email"

/** A letter as it goes out: frozen, and the same at every try. */
export type Frozen = {
  id: string
  lioId: string
  toEmail: string
  toName: string | null
  subject: string
  html: string
  text: string
  envelope: Envelope
  frozenAt: Date
  /** It may have arrived before. */
  repeated: boolean
}

/** What became of one letter. `later`: certainly not taken. `unknown`: perhaps taken, the answer was lost. */
export type Outcome =
  | { kind: "sent"; providerId?: string }
  | { kind: "later"; why: string }
  | { kind: "refused"; why: string; noSuchAddress?: boolean }
  | { kind: "unknown"; why: string }
  | { kind: "uncertain"; why: string }

/** Says what became of letters as soon as it is known, so that a process that dies forgets as little as possible. */
type Settle = (outcomes: [id: string, outcome: Outcome][]) => Promise<void>

/** Nothing can be sent for now; `until` when the provider said for how long. */
export type Stop = { why: string; until?: Date }

/** A way for letters to leave the house. */
export type Provider = {
  /** Letters handed over at a time. */
  size: number
  /** A batch may be handed over twice and arrives once. */
  repeatable: boolean
  /** One bad letter may have the whole batch refused. */
  oneSpoilsAll: boolean
  send(batchId: string, letters: Frozen[], settle: Settle, now: Date): Promise<Stop | null>
  close(): void
}
