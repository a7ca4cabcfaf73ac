import type { WonByGroup } from "@/lib/funding/bids/together/queries"
import { formatDate, formatMoney, inWords, say } from "@/lib/words"

function sumOf({ awarded, part, others }: WonByGroup): string {
  if (others.length === 0) return formatMoney(awarded)
  const words = { whole: formatMoney(awarded), others: inWords(others) }
  return part === null
    ? say("{whole} together with {others}", words)
    : say("{part} of {whole}, won together with {others}", { ...words, part: formatMoney(part) })
}

/** What a group has won, alone or with others, each with its part. */
export function WonList({ lio, won, staff }: { lio: string; won: WonByGroup[]; staff: boolean }) {
  if (won.length === 0) return <p className="text-soft">{say("Nothing yet in our funding ledger.")}</p>
  return (
    <ul className="max-w-3xl list-none border-t border-line p-0">
      {won.map((one) => (
        <li key={one.id} className="border-b border-line py-2">
          <p className="m-0 font-semibold wrap-anywhere">
            {staff ? <a href={`/${lio}/funding/${one.id}`}>{one.title}</a> : one.title}
          </p>
          <p className="m-0">{sumOf(one)}</p>
          <p className="m-0 text-soft">
            {say("From {funder}, decided on {day}", { funder: one.funder, day: formatDate(one.decidedOn) })}
          </p>
        </li>
      ))}
    </ul>
  )
}
