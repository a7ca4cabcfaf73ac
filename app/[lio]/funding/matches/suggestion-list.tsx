import { Form } from "@/app/_ui/form"
import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import { FOUND_BY } from "@/db/vocabulary"
import type { Suggestion } from "@/lib/funding/grants/queries"
import { formatDate, formatMoney, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { sumOf } from "../_parts/grant-words"
import { pressMatchForm } from "./actions"

type Props = { lio: string; rows: Suggestion[]; keeps: boolean }

/** Suggestions, each with its buttons. One form holds all of them. */
export function SuggestionList({ lio, rows, keeps }: Props) {
  const list = (
    <Static>
      <ul className="act-list">
        {rows.map((row) => (
          <Row key={row.id} lio={lio} row={row} keeps={keeps} />
        ))}
      </ul>
    </Static>
  )
  if (!keeps) return list
  return (
    <Form action={pressMatchForm} lio={lio} submit={null} id="suggestions">
      {list}
    </Form>
  )
}

function Row({ lio, row, keeps }: { lio: string; row: Suggestion; keeps: boolean }) {
  const about = (
    <span className="sr-only">
      : {row.recipientName}, {sumOf(row)}
    </span>
  )
  const [bid, ...others] = row.candidates
  return (
    <li className="act-row">
      <div className="act-words">
        <p className="m-0 font-semibold">
          {say("{sum} from {funder}, {day}", {
            sum: sumOf(row),
            funder: row.funder,
            day: formatDate(row.awardedOn),
          })}
        </p>
        <p className="m-0">
          {sayRich("To “{recipient}”. Is it {group}?", {
            recipient: row.recipientName,
            group: <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>,
          })}{" "}
          <Tag tone={row.foundBy === "identifier" ? "good" : "wait"}>{FOUND_BY[row.foundBy]}</Tag>
        </p>
        <p className="m-0 text-soft">
          {row.title} · {row.because}
        </p>
        {bid ? (
          <p className="m-0">
            {others.length > 0
              ? say("It may be one of {count} bids in the ledger.", { count: others.length + 1 })
              : sayRich("In the ledger: {bid}", {
                  bid: (
                    <a href={`/${lio}/funding/${bid.id}`}>
                      {bid.sum === null
                        ? bid.title
                        : say("{title}, {sum}", { title: bid.title, sum: formatMoney(bid.sum) })}
                    </a>
                  ),
                })}
          </p>
        ) : null}
      </div>
      {keeps ? (
        <div className="acts no-print">
          {others.length > 0 || row.currency !== "GBP" ? null : (
            <button
              type="submit"
              name="press"
              value={`confirm ${row.id}`}
              className="button button-secondary"
            >
              {say("Yes, it’s theirs")}
              {about}
            </button>
          )}
          <button type="submit" name="press" value={`refuse ${row.id}`} className="button button-secondary">
            {say("No, it isn’t")}
            {about}
          </button>
          <a href={`/${lio}/funding/matches/${row.id}`} className="inline-flex min-h-6 items-center">
            {say("See details")}
            {about}
          </a>
        </div>
      ) : null}
    </li>
  )
}
