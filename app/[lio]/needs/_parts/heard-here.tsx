import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Need = { id: string; title: string }
type Props = {
  lio: string
  /** Where they were heard, and its id: the query of the page that raises a need. */
  from: "session" | "topic" | "response" | "passage" | "enquiry" | "health" | "plan" | "search"
  id: string
  needs: Need[]
  /** May raise one. */
  keeps: boolean
}

const raise = ({ lio, from, id }: Pick<Props, "lio" | "from" | "id">) => `/${lio}/needs/new?${from}=${id}`

/** The needs that were heard in a session, an answer or a topic, and the way to raise one. */
export function HeardHere({ needs, keeps, ...where }: Props) {
  if (needs.length === 0 && !keeps) return null
  return (
    <section aria-labelledby="needs-heard">
      <h2 id="needs-heard">{say("Needs heard here")}</h2>
      {needs.length > 0 ? (
        <ul>
          {needs.map((need) => (
            <li key={need.id}>
              <a href={`/${where.lio}/needs/${need.id}`}>{need.title}</a>
            </li>
          ))}
        </ul>
      ) : null}
      {keeps ? (
        <p>
          <a href={raise(where)}>{say("Raise a need")}</a>
        </p>
      ) : null}
    </section>
  )
}

/** The same in a line, for one of many passages, questions or steps. */
export function HeardInIt({ needs, keeps, ...where }: Props) {
  return (
    <>
      {needs.map((need) => (
        <p key={need.id} className="mb-1">
          {sayRich("A need heard in it: {need}", {
            need: <a href={`/${where.lio}/needs/${need.id}`}>{need.title}</a>,
          })}
        </p>
      ))}
      {keeps ? (
        <p className="mb-1">
          <a href={raise(where)}>{say("Raise a need from it")}</a>
        </p>
      ) : null}
    </>
  )
}
