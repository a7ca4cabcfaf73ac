import { Tag } from "@/app/_ui/tag"
import { formatDate, relativeDay, say } from "@/lib/words"

type Props = { closesOn: string | null; anyTime: boolean; today: string; now: Date }

/** When a funder's round closes: a day to come, any time, or a day that has been and has to be looked up again. */
export function Closing({ closesOn, anyTime, today, now }: Props) {
  if (anyTime) return <>{say("Any time")}</>
  if (!closesOn) return null
  if (closesOn < today) return <Tag>{say("Closed {day}", { day: formatDate(closesOn) })}</Tag>
  return <>{say("{day} ({when})", { day: formatDate(closesOn), when: relativeDay(closesOn, now) })}</>
}
