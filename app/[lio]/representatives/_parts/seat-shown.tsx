import { formatDate } from "@/app/_ui/date"
import { Disclosure } from "@/app/_ui/disclosure"
import { Tag } from "@/app/_ui/tag"
import { SEAT_HOLDERS } from "@/db/vocabulary"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { PublicSeat } from "@/lib/partnerships/speaking/queries"
import { termInWords } from "@/lib/partnerships/words"
import { say } from "@/lib/words"

/** One seat as anybody sees it: who speaks there, or that it is vacant and what the role asks. */
export function SeatShown({ lio, seat, vote }: { lio: string; seat: PublicSeat; vote?: Election }) {
  const unnamed = !seat.vacant && !seat.speakers.some(({ holds }) => holds === "representative")
  return (
    <li className="mb-4 border-b border-line pb-3">
      <h3 className="mt-0 mb-1 text-lg">{seat.title}</h3>
      {seat.vacant ? (
        <p className="m-0">
          <Tag tone="wait">{say("Vacant")}</Tag>
        </p>
      ) : null}
      {vote ? (
        <p className="m-0">
          {say("Groups are choosing:")} <a href={`/${lio}/elections/${vote.id}`}>{vote.title}</a>
        </p>
      ) : null}
      {unnamed ? (
        <p className="m-0">{say("Somebody was chosen to speak for groups here, and isn’t named.")}</p>
      ) : null}
      {seat.speakers.map((one) => (
        <p key={one.personId + one.holds} className="m-0">
          {SEAT_HOLDERS[one.holds]}: <a href={`/${lio}/representatives/${one.personId}`}>{one.name}</a>
          {one.group ? `, ${one.group}` : null}
          {one.from ? (
            <span className="text-soft"> {say("(from {day})", { day: formatDate(one.from) })}</span>
          ) : one.until ? (
            <span className="text-soft"> {say("(until {day})", { day: formatDate(one.until) })}</span>
          ) : null}
        </p>
      ))}
      {seat.mandate ? <p className="mt-1 mb-0 max-w-3xl whitespace-pre-line">{seat.mandate}</p> : null}
      {seat.role || seat.time ? (
        <Disclosure summary={say("What the role asks")} open={seat.vacant}>
          {seat.role ? <p className="whitespace-pre-line">{seat.role}</p> : null}
          {seat.time ? <p>{say("Time: {time}", { time: seat.time })}</p> : null}
          {seat.termMonths ? (
            <p>{say("A term lasts {term}.", { term: termInWords(seat.termMonths) ?? "" })}</p>
          ) : null}
        </Disclosure>
      ) : null}
    </li>
  )
}
