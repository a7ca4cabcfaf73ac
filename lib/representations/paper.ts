import { createHash } from "node:crypto"
import type { Representation } from "./queries"

/** The consultation a paper rests on, as it stood on the day of the version. */
export type Asked = {
  title: string
  asked: number
  answered: number
  /** Typed in by staff from paper or a call; unknown in versions from before this was kept. */
  onBehalf?: number
  closedAt: string | null
  /** It was still open, until then. */
  openUntil?: string | null
}

/** One ask as it is printed. `pinned`: every passage behind it, also those that are not printed. */
export type PrintedAsk = {
  id?: string
  text: string
  why: string | null
  groups: number
  pinned?: string[]
  evidence: { passageId?: string; quote: string; by: string | null }[]
}

/** What a version says, as anybody may read it. Quotes are in it only where the group agreed. */
export type Published = {
  lio: string
  title: string
  body: string
  addressee: string | null
  introduction: string | null
  consultation: Asked | null
  asks: PrintedAsk[]
}

/** May be printed: the group agreed, and the words are still in what it sent last. */
export const isPrinted = (one: { quotable: boolean; stands: boolean }) => one.quotable && one.stands

const mixed = (id: string) => createHash("sha256").update(id).digest("hex")

/** What is printed of a representation as it stands now. Quotes without names stand in an order that names have no part in. */
export function paperOf(lio: { name: string }, whole: Representation, invited: Asked | null): Published {
  return {
    lio: lio.name,
    title: whole.title,
    body: whole.body,
    addressee: whole.addressee,
    introduction: whole.introduction,
    consultation: invited,
    asks: whole.asks.map((ask) => {
      const printed = ask.evidence.filter(isPrinted)
      const named = printed.filter((one) => one.named)
      const others = printed
        .filter((one) => !one.named)
        .sort((one, other) => mixed(one.passageId).localeCompare(mixed(other.passageId)))
      return {
        id: ask.id,
        text: ask.text,
        why: ask.why,
        groups: new Set(ask.evidence.map((one) => one.groupId)).size,
        pinned: ask.evidence.map((one) => one.passageId).sort(),
        evidence: [...named, ...others].map(({ passageId, quote, group, named }) => ({
          passageId,
          quote,
          by: named ? group : null,
        })),
      }
    }),
  }
}
