import { Tag, type Tone } from "@/app/_ui/tag"
import { OPPORTUNITY_STANDS } from "@/db/vocabulary"
import type { OpportunityRow } from "@/lib/opportunities/queries"
import { say } from "@/lib/words"

const TONES: Record<OpportunityRow["stands"], Tone> = {
  planned: "note",
  open: "good",
  closed: "plain",
  awarded: "plain",
  cancelled: "problem",
}

type Props = { its: Pick<OpportunityRow, "stands" | "closesAt" | "hidden">; now: Date }

/** Where an opportunity stands today, and whether groups see it. */
export function StandsTag({ its: { stands, closesAt, hidden }, now }: Props) {
  const over = (stands === "open" || stands === "planned") && closesAt !== null && closesAt <= now
  return (
    <>
      <Tag tone={over ? "plain" : TONES[stands]}>{OPPORTUNITY_STANDS[over ? "closed" : stands]}</Tag>
      {hidden ? (
        <>
          {" "}
          <Tag tone="wait">{say("Hidden from groups")}</Tag>
        </>
      ) : null}
    </>
  )
}
