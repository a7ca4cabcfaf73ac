import { formatDate, formatMoment, relativeDay } from "@/lib/words"

export { formatDate, formatMoment } from "@/lib/words"

type Props = {
  at: Date | string
  /** Given: also says how long ago. */
  now?: Date
  /** Says the time of day too. */
  time?: boolean
}

/** A date in full, and how far away it is: "4 June 2026 (3 days ago)". */
export function When({ at, now, time }: Props) {
  return (
    <>
      <time dateTime={at instanceof Date ? at.toISOString() : at}>
        {time ? formatMoment(at) : formatDate(at)}
      </time>
      {now ? <span className="text-soft"> ({relativeDay(at, now)})</span> : null}
    </>
  )
}
