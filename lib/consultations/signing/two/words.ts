import { createHash } from "node:crypto"
import { keys } from "@/db/vocabulary"
import { type Seal, sealedConsent } from "../../sealed"
import { QUOTES, type Quotes } from "../consent/words"

type Draft = {
  seen: string
  seal: Seal | null
  response: { id: string; firstSignedState: string | null } | null
}

/**
 * What the first of two signs: the answers as they stood, and where their words may be quoted. Where answers are named to
 * nobody the second is as unreadable as they are.
 */
export function stateToSign({ seen, seal }: Draft, responseId: string, quotes: Quotes): string {
  if (!seal) return `${seen} ${quotes}`
  const locked = JSON.stringify(sealedConsent(seal, responseId, quotes))
  return `${seen} ${createHash("sha256").update(locked).digest("hex")}`
}

/** What the first of two who sign said about quoting; null where nobody has signed these answers yet. */
export function consentOfFirst(draft: Draft): Quotes | null {
  const { response } = draft
  if (!response?.firstSignedState) return null
  return (
    keys(QUOTES).find((quotes) => stateToSign(draft, response.id, quotes) === response.firstSignedState) ??
    null
  )
}
