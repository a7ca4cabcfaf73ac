import { formatDate } from "@/app/_ui/date"
import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import type { FileRow } from "@/lib/files/queries"
import { type Outcome, wordsIn } from "@/lib/representations/outcomes/queries"
import { versionPath } from "@/lib/representations/versions/citing/words"
import { formatSize, say } from "@/lib/words"
import { ReplyTag } from "../../representations/_parts/words"

type Props = {
  lio: string
  outcome: Outcome
  /** What staff put there for the groups to read: the body’s letter, perhaps. */
  files?: FileRow[]
  several: boolean
  id?: string
}

/** What came of one representation for one group: you said, we said, they decided. */
export function OutcomeOf({ lio, outcome, files = [], several, id }: Props) {
  const yours = wordsIn(outcome)
  return (
    <article className="card mb-8 max-w-3xl" id={id}>
      <h2 className="mt-0">{outcome.consultation ?? outcome.title}</h2>
      <p className="text-soft">
        {several ? `${outcome.group}. ` : ""}
        {outcome.closedAt ? formatDate(outcome.closedAt) : ""}
      </p>
      <h3>{say("You said")}</h3>
      {yours.length > 0 ? (
        yours.map((quote) => (
          <blockquote key={quote}>
            <p className="mb-0">{quote}</p>
          </blockquote>
        ))
      ) : (
        <p>{say("Your group’s answer was counted in what we sent.")}</p>
      )}
      <h3>{say("We said to {body}, and they decided", { body: outcome.body })}</h3>
      <ol className="list-none p-0">
        {outcome.asks.map((ask) => (
          <li key={ask.text} className="mb-5 border-l-4 border-line pl-4">
            <p className="mb-1 font-semibold">{ask.text}</p>
            <p className="mb-1">
              <ReplyTag reply={ask.reply} /> {ask.replyText}
            </p>
            {ask.outcome ? (
              <p className="mb-0">
                <strong>{say("What happened:")}</strong> {ask.outcome}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {outcome.outcome ? <p>{outcome.outcome}</p> : null}
      {files.length > 0 ? (
        <ul className="mb-4 list-none p-0">
          {files.map((file) => (
            <li key={file.id}>
              <a
                href={`/${lio}/files/${file.id}/content`}
                className="inline-flex min-h-11 items-center break-words"
              >
                {file.name}
              </a>{" "}
              <span className="text-soft">({formatSize(file.size)})</span>
            </li>
          ))}
        </ul>
      ) : null}
      {outcome.responseId ? (
        <p className="mb-0">
          <ThreadLink lio={lio} kind="response" id={outcome.responseId} about={outcome.title} />
        </p>
      ) : null}
      {outcome.version ? (
        <p className="mb-0">
          <a href={versionPath(lio, outcome.representationId, outcome.version)}>
            {say("Read the whole paper")}
          </a>
        </p>
      ) : null}
    </article>
  )
}
