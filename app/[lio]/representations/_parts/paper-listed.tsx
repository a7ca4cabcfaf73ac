import { formatDate } from "@/app/_ui/date"
import { anchorOf } from "@/lib/representations/paper"
import { versionPath } from "@/lib/representations/versions/citing/words"
import type { ListedPaper } from "@/lib/representations/versions/queries"
import { say, sayCount } from "@/lib/words"
import { ReplyTag } from "./words"

/** A paper in a public list, with each of its asks and where it stands. */
export function PaperListed({
  lio,
  paper,
  below,
}: {
  lio: string
  paper: ListedPaper
  /** It stands below another heading. */
  below?: boolean
}) {
  const { id, title, body, version, sentOn, asks, outcome } = paper
  const Heading = below ? "h3" : "h2"
  const at = versionPath(lio, id, version)
  const answered = asks.filter(({ reply }) => reply && reply !== "no_reply").length
  return (
    <article className="mb-8 max-w-3xl border-t border-line pt-4">
      <Heading className="mt-0 mb-1 text-xl">
        <a href={at}>{title}</a>
      </Heading>
      <p className="mb-2 text-soft">
        {say("To {body}, sent on {day}.", { body, day: formatDate(sentOn) })}{" "}
        {sayCount(
          asks.length,
          {
            one: "{answered} of {count} ask is answered.",
            other: "{answered} of {count} asks are answered.",
          },
          { answered },
        )}
      </p>
      <ol className="mb-2 list-decimal pl-6">
        {asks.map((ask) => (
          <li key={ask.id ?? ask.text} className="mb-1">
            <a href={ask.id ? `${at}#${anchorOf.ask(ask.id)}` : at}>{ask.text}</a>{" "}
            {ask.id && ask.reply ? (
              <a href={`${at}#${anchorOf.reply(ask.id)}`}>
                <ReplyTag reply={ask.reply} />
              </a>
            ) : (
              <ReplyTag reply={ask.reply} />
            )}
          </li>
        ))}
      </ol>
      {outcome ? <p className="mb-0">{outcome}</p> : null}
    </article>
  )
}
