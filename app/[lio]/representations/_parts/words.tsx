import { Tag } from "@/app/_ui/tag"
import { ASK_REPLIES } from "@/db/vocabulary"
import type { Asked } from "@/lib/representations/paper"
import type { Stage } from "@/lib/representations/queries"
import { formatMoment, say } from "@/lib/words"

const STAGES: Record<Stage, { label: string; tone?: "good" | "wait" | "note" }> = {
  draft: { label: say("Being written") },
  published: { label: say("Published"), tone: "note" },
  sent: { label: say("Waiting for a reply"), tone: "wait" },
  replied: { label: say("Answered"), tone: "note" },
  closed: { label: say("Closed, groups told"), tone: "good" },
}

/** How far a representation has come. */
export const StageTag = ({ stage }: { stage: Stage }) => (
  <Tag tone={STAGES[stage].tone}>{STAGES[stage].label}</Tag>
)

/** Where the consultation stands that a representation rests on: the same words on both. */
export const askedInWords = ({ openUntil, asked, answered }: Asked) =>
  openUntil
    ? say("still open until {openUntil}: {answered} of {asked} answered so far", {
        openUntil: formatMoment(openUntil),
        answered,
        asked,
      })
    : say("closed: {answered} of {asked} answered", { answered, asked })

const TONES: Record<keyof typeof ASK_REPLIES, "good" | "wait" | "note" | "problem"> = {
  accepted: "good",
  partly: "wait",
  promised: "wait",
  answered: "note",
  rejected: "problem",
  no_reply: "problem",
}

/** What the body said to an ask. */
export function ReplyTag({ reply }: { reply: keyof typeof ASK_REPLIES | null }) {
  if (!reply) return <Tag>{say("No reply yet")}</Tag>
  return <Tag tone={TONES[reply]}>{ASK_REPLIES[reply]}</Tag>
}
