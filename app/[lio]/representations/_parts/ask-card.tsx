import type { Representation } from "@/lib/representations/queries"
import { formatDate, plural } from "@/lib/words"
import { ReplyTag } from "./words"

type Ask = Representation["asks"][number]

type Props = {
  lio: string
  ask: Ask
  href?: string /** Where what happened is said. */
  later?: string
  sent: boolean
}

/** One ask with its evidence, the needs in it, the reply and what happened. */
export function AskCard({ lio, ask, href, later, sent }: Props) {
  const groups = new Set(ask.evidence.map((one) => one.groupId)).size
  return (
    <li className="card mb-5 max-w-3xl">
      <h3 className="mt-0">
        {ask.position}. {ask.text}
      </h3>
      {ask.why ? <p>{ask.why}</p> : null}
      <p>
        <strong>
          {ask.evidence.length
            ? `${plural(ask.evidence.length, "passage")} from ${plural(groups, "group")}`
            : "No evidence pinned yet"}
        </strong>
      </p>
      {ask.evidence.map((one) => (
        <blockquote key={one.passageId}>
          <p className="mb-0">{one.quote}</p>
          <p className="mb-0 text-soft">
            <a href={`/${lio}/groups/${one.groupId}`}>{one.group}</a>
            {one.quotable ? "" : " (has not agreed to be quoted: counted, not printed)"}
            {one.stands ? "" : " (no longer in its answer: counted, not printed)"}
          </p>
        </blockquote>
      ))}
      {ask.needs.length > 0 ? (
        <p>
          Needs in it:{" "}
          {ask.needs.map((need, at) => (
            <span key={need.id}>
              {at > 0 ? ", " : ""}
              <a href={`/${lio}/needs/${need.id}`}>{need.title}</a>
            </span>
          ))}
        </p>
      ) : null}
      {sent ? (
        <p>
          <ReplyTag reply={ask.reply} /> {ask.repliedOn ? formatDate(ask.repliedOn) : ""} {ask.replyText}
        </p>
      ) : null}
      {ask.outcome ? (
        <p>
          <strong>What happened:</strong> {ask.outcome}
        </p>
      ) : null}
      {later ? (
        <p className={href ? "" : "mb-0"}>
          <a href={later}>{ask.outcome ? "Change what happened" : "Add what happened next"}</a>
        </p>
      ) : null}
      {href ? (
        <p className="mb-0">
          <a href={href}>
            {sent ? (ask.reply ? "Change the reply" : "Enter the reply") : "Change, or pin evidence"}
          </a>
        </p>
      ) : null}
    </li>
  )
}
