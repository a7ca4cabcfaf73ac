import { formatDate } from "@/app/_ui/date"
import { Tag } from "@/app/_ui/tag"
import { SEAT_HOLDERS } from "@/db/vocabulary"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { Holder, Seat } from "@/lib/partnerships/queries"
import { say } from "@/lib/words"

type Vote = Pick<Election, "id" | "title" | "state">

const nameOf = ({ name, group }: Holder) => (group ? say("{name}, {group}", { name, group }) : name)

/** Until when somebody holds a seat, or from when. */
export function termWords({ inOffice, from, until, endedOn }: Holder) {
  if (!inOffice) return say("from {day}", { day: formatDate(from) })
  if (endedOn) return say("until {day}", { day: formatDate(endedOn) })
  return until
    ? say("until {day}", { day: formatDate(until) })
    : say("since {day}", { day: formatDate(from) })
}

/** That groups are choosing for a seat, or will, with the way to the vote. */
export const Choosing = ({ lio, vote }: { lio: string; vote: Vote }) => (
  <p className="m-0">
    {vote.state === "planned" ? say("A vote is planned:") : say("Groups are choosing:")}{" "}
    <a href={`/${lio}/partnerships/elections/${vote.id}`}>{vote.title}</a>
  </p>
)

/** Who holds a seat and who stands in, today and next. */
export function Holders({ seat }: { seat: Seat }) {
  if (seat.endedOn)
    return (
      <p className="m-0">
        {say("Ended on {day}: {reason}", { day: formatDate(seat.endedOn), reason: seat.endedReason ?? "" })}
      </p>
    )
  return (
    <ul className="m-0 list-none p-0">
      {seat.vacant ? (
        <li>
          <Tag tone="problem">{say("Vacant")}</Tag>
        </li>
      ) : null}
      {seat.holders.map((holder) => (
        <li key={holder.termId}>
          {SEAT_HOLDERS[holder.holds]}: <strong>{nameOf(holder)}</strong>{" "}
          <span className="text-soft">({termWords(holder)})</span>
        </li>
      ))}
    </ul>
  )
}
