import { createHash } from "node:crypto"
import { type Seal, sealedConsent } from "../../sealed"

type Draft = {
  seen: string
  seal: Seal | null
  response: { id: string; firstSignedState: string | null } | null
}

/**
 * What the first of two signs: the answers as they stood, and whether their words may be quoted. Where answers are named to
 * nobody the second is as unreadable as they are.
 */
export function stateToSign({ seen, seal }: Draft, responseId: string, quotable: boolean): string {
  if (!seal) return `${seen} ${quotable}`
  const locked = JSON.stringify(sealedConsent(seal, responseId, quotable))
  return `${seen} ${createHash("sha256").update(locked).digest("hex")}`
}

/** What the first of two who sign said about quoting; null where nobody has signed these answers yet. */
export function consentOfFirst(draft: Draft): boolean | null {
  const { response } = draft
  if (!response?.firstSignedState) return null
  const said = [true, false].find(
    (quotable) => stateToSign(draft, response.id, quotable) === response.firstSignedState,
  )
  return said ?? null
}
