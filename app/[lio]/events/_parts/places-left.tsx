import { Tag } from "@/app/_ui/tag"
import type { EventDate } from "@/lib/events/queries"
import { say, sayCount } from "@/lib/words"

/** How many places there are still, as anybody may know. */
export function PlacesLeft({ date: { free, cancelledAt } }: { date: EventDate }) {
  if (cancelledAt) return <Tag tone="problem">{say("Cancelled")}</Tag>
  if (free === null) return null
  if (free === 0) return <Tag tone="wait">{say("Full, with a waiting list")}</Tag>
  return <Tag tone="good">{sayCount(free, { one: "{count} place left", other: "{count} places left" })}</Tag>
}
