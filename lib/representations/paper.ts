import { createHash } from "node:crypto"
import type { PAPER_PARTS } from "@/db/vocabulary"
import type { CodeCount } from "../consultations/codebook/counting/queries"
import { LEAST } from "../consultations/small-numbers"
import { say } from "../words"
import type { Pinned, PinSaid } from "./pins/words"
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
  /** From how many groups its passages are; null where so few of a consultation without names could tell who they are. */
  groups: number | null
  pinned?: string[]
  byWhom?: string | null
  withWhat?: string | null
  byWhen?: string | null
  evidence: PrintedQuote[]
  /** What else stands behind it. */
  pins?: PrintedPin[]
  /** How many groups said what its quotes say, as staff read the answers; absent where nothing of it may be told, or in versions from before. */
  same?: CodeCount[]
}

/** A group’s own words. `by` and `on`: where its name may be printed; the day of an answer without a name could tell whose it is. */
export type PrintedQuote = {
  passageId?: string
  quote: string
  by: string | null
  question?: string
  on?: string | null
}

/** What stands behind a paragraph, one sentence of it, or an ask, as it was on the day of the version. */
export type PrintedPin = { id: string; sentence: string | null; said: PinSaid }

/** A heading or a paragraph before the asks. */
export type PrintedPart = {
  id: string
  kind: keyof typeof PAPER_PARTS
  text: string
  pins: PrintedPin[]
  same?: CodeCount[]
}

/** What a version says, as anybody may read it. Quotes are in it only where the group agreed. */
export type Published = {
  lio: string
  title: string
  body: string
  addressee: string | null
  introduction: string | null
  consultation: Asked | null
  /** None in versions from before a paper had them. */
  parts?: PrintedPart[]
  asks: PrintedAsk[]
  /** By whom its words were signed off before it was published. */
  signedOff?: { who: string; on: string; minute: string | null } | null
}

/** Why words are not printed: the group agreed to it no longer, or they are not in what it sent last; null where they may be. */
export function whyNotPrinted({ quotable, stands }: { quotable: boolean; stands: boolean }): string | null {
  if (!stands) return say("the group changed its answer, and these words are no longer in it")
  return quotable ? null : say("the group has not agreed to be quoted in papers")
}

const mixed = (id: string) => createHash("sha256").update(id).digest("hex")

/** Where something stands in a paper, for links from anywhere: the same in every version. */
export const anchorOf = {
  part: (id: string) => `part-${id.slice(0, 8)}`,
  ask: (id: string) => `ask-${id.slice(0, 8)}`,
  reply: (id: string) => `reply-${id.slice(0, 8)}`,
  /** A quote by its passage and by the ask or paragraph that it stands behind: it may stand behind several. */
  quote: (passageId: string, placeId: string) => `quote-${passageId.slice(0, 8)}-${placeId.slice(0, 8)}`,
}

/** From how many groups the passages behind an ask are, where that may be told: names, none at all, or enough of them. */
function groupsBehind(evidence: { groupId: string; named: boolean }[]): number | null {
  const groups = new Set(evidence.map((one) => one.groupId)).size
  return groups === 0 || groups >= LEAST || evidence.every(({ named }) => named) ? groups : null
}

type Part = { id: string; kind: PrintedPart["kind"]; text: string }

/** What is printed of a representation as it stands now. Quotes without names stand in an order that names have no part in. */
export function paperOf(
  lio: { name: string },
  {
    whole,
    parts,
    pins,
    same,
  }: { whole: Representation; parts: Part[]; pins: Pinned[]; same: (passageIds: string[]) => CodeCount[] },
  invited: Asked | null,
): Published {
  const sameAs = (passageIds: string[]) => {
    const counts = same(passageIds)
    return counts.length > 0 ? { same: counts } : {}
  }
  const printedPins = (of: (pin: Pinned) => boolean): PrintedPin[] =>
    pins.filter(of).flatMap(({ id, sentence, said, why }) => (said && !why ? [{ id, sentence, said }] : []))
  return {
    lio: lio.name,
    title: whole.title,
    body: whole.body,
    addressee: whole.addressee,
    introduction: whole.introduction,
    consultation: invited,
    parts: parts.map(({ id, kind, text }) => {
      const its = printedPins(({ partId }) => partId === id)
      return {
        ...{ id, kind, text, pins: its },
        ...sameAs(its.flatMap(({ said }) => (said.kind === "passage" ? [said.passageId] : []))),
      }
    }),
    asks: whole.asks.map((ask) => {
      const printed = ask.evidence.filter((one) => !whyNotPrinted(one))
      const named = printed.filter((one) => one.named)
      const others = printed
        .filter((one) => !one.named)
        .sort((one, other) => mixed(one.passageId).localeCompare(mixed(other.passageId)))
      return {
        id: ask.id,
        text: ask.text,
        why: ask.why,
        groups: groupsBehind(ask.evidence),
        pinned: ask.evidence.map((one) => one.passageId).sort(),
        byWhom: ask.byWhom,
        withWhat: ask.withWhat,
        byWhen: ask.byWhen,
        pins: printedPins(({ askId }) => askId === ask.id),
        ...sameAs(printed.map(({ passageId }) => passageId)),
        evidence: [...named, ...others].map(({ passageId, quote, group, named, question, on }) => ({
          ...{ passageId, quote, question },
          ...{ by: named ? group : null, on: named ? on : null },
        })),
      }
    }),
  }
}
