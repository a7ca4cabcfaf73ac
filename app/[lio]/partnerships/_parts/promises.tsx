import { ButtonLink } from "@/app/_ui/button-link"
import { formatDate } from "@/app/_ui/date"
import { Tag } from "@/app/_ui/tag"
import { PROMISE_ENDINGS } from "@/db/vocabulary"
import type { BoardPromise } from "@/lib/partnerships/promises/queries"
import { say } from "@/lib/words"

type Props = {
  lio: string
  promises: BoardPromise[]
  today: string
  /** Staff's pages of each are open to the reader. */
  staff: boolean
  /** The board to which staff add one. */
  addTo?: string
}

function Stands({ promise, today }: { promise: BoardPromise; today: string }) {
  const { ending, replaced, dueOn } = promise
  if (ending) return <Tag tone={ending === "kept" ? "good" : "problem"}>{PROMISE_ENDINGS[ending]}</Tag>
  if (replaced) return <Tag>{say("They’ve said something else since")}</Tag>
  if (!dueOn) return <Tag>{say("No date given")}</Tag>
  return dueOn < today ? (
    <Tag tone="problem">{say("Overdue since {day}", { day: formatDate(dueOn) })}</Tag>
  ) : (
    <Tag tone="wait">{say("Due on {day}", { day: formatDate(dueOn) })}</Tag>
  )
}

/** What bodies promised at a board, and what became of it. */
export function Promises({ lio, promises, today, staff, addTo }: Props) {
  if (promises.length === 0 && !addTo) return null
  return (
    <>
      <h2 id="promises">{say("What was promised")}</h2>
      {promises.length === 0 ? <p>{say("Nothing is written down yet.")}</p> : null}
      <ul className="list-none p-0">
        {promises.map((promise) => (
          <li key={promise.id} className="mb-3 border-b border-line pb-3">
            <p className="m-0 max-w-3xl">
              {staff ? (
                <a href={`/${lio}/partnerships/${promise.boardId}/promises/${promise.id}`}>{promise.words}</a>
              ) : (
                promise.words
              )}
            </p>
            <p className="m-0 text-soft">
              {say("{by}, on {day}", {
                by: promise.promisedBy ? `${promise.promisedBy}, ${promise.body}` : promise.body,
                day: formatDate(promise.promisedOn),
              })}
            </p>
            <p className="m-0">
              <Stands promise={promise} today={today} /> {promise.outcome}
            </p>
          </li>
        ))}
      </ul>
      {addTo ? (
        <p>
          <ButtonLink href={`/${lio}/partnerships/${addTo}/promises/new`} kind="secondary">
            {say("Add a promise")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}
