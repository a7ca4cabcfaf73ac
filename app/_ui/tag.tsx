import type { ReactNode } from "react"

/** What a tag tells: good, waiting, a problem, a note, something special; plain otherwise. */
export type Tone = "plain" | "good" | "wait" | "problem" | "note" | "plum"

/** A state in one or two words. */
export const Tag = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <span className={tone === "plain" ? "tag" : `tag tag-${tone}`}>{children}</span>
)
