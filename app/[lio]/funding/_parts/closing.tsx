import { Tag } from "@/app/_ui/tag"
import { formatDate, relativeDay, say } from "@/lib/words"

type Props = {
  closesOn: string | null
  anyTime: boolean
  today: string
  now: Date
  /** Nothing beside it says that it is about closing. */
  alone?: true
}

/** When a funder's round closes: a day to come, any time, or a day that has been and has to be looked up again. */
export function Closing({ closesOn, anyTime, today, now, alone }: Props) {
  if (anyTime) return <>{alone ? say("Open at any time") : say("Any time")}</>
  if (!closesOn) return null
  if (closesOn < today) return <Tag>{say("Closed {day}", { day: formatDate(closesOn) })}</Tag>
  const on = { day: formatDate(closesOn), when: relativeDay(closesOn, now) }
  return <>{alone ? say("Closes {day} ({when})", on) : say("{day} ({when})", on)}</>
}
