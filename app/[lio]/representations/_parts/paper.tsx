import { Markdown } from "@/app/_ui/markdown"
import type { Asked, PrintedAsk, Published } from "@/lib/representations/paper"
import type { getPublished } from "@/lib/representations/publishing/queries"
import { byNumber, formatDate, formatMoment, percent, plural } from "@/lib/words"
import { ReplyTag } from "./words"

type Replies = Awaited<ReturnType<typeof getPublished>>["replies"]
type Props = {
  paper: Published /** "Version 2, published on 4 June 2026" */
  dated: string
  replies?: Replies
  outcome?: string | null
  /** It stands below another title. */
  below?: boolean
}

/** A paper as everybody reads it: who was asked, what is asked with the words behind it, and what came back. */
export function Paper({ paper, dated, replies = [], outcome, below }: Props) {
  return (
    <article>
      {below ? <p className="font-serif text-2xl font-bold">{paper.title}</p> : <h1>{paper.title}</h1>}
      <p className="text-soft">
        To {paper.body}
        {paper.addressee ? `, ${paper.addressee}` : ""}. From {paper.lio}. {dated}.
      </p>
      {paper.introduction ? <Markdown text={paper.introduction} /> : null}
      {paper.consultation ? <Who asked={paper.consultation} lio={paper.lio} /> : null}
      <h2>What we ask</h2>
      <ol className="list-none p-0">
        {paper.asks.map((ask, at) => (
          <li key={ask.id ?? ask.text} className="mb-10 max-w-3xl">
            <h3>
              {at + 1}. {ask.text}
            </h3>
            {ask.why ? <p>{ask.why}</p> : null}
            <Words ask={ask} />
            <ReplyOf body={paper.body} reply={replies[at] ?? null} />
          </li>
        ))}
      </ol>
      {outcome ? (
        <section aria-labelledby="outcome">
          <h2 id="outcome">What came of it</h2>
          <p>{outcome}</p>
        </section>
      ) : null}
    </article>
  )
}

/** By whom the answers were sent; nothing in versions from before that was kept. */
function howSent({ answered, onBehalf }: Asked, lio: string): string {
  if (onBehalf === undefined) return "."
  if (onBehalf === 0) return ", sent by the group itself."
  const typed = `typed in by staff of ${lio} from paper or a call`
  if (onBehalf === answered) return `. All of them were ${typed}.`
  return `. ${onBehalf} of them ${byNumber(onBehalf, "was", "were")} ${typed}; the others were sent by the groups themselves.`
}

function Who({ asked, lio }: { asked: Asked; lio: string }) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">Who was asked</h2>
      <p>
        {plural(asked.asked, "group")} {byNumber(asked.asked, "was", "were")} asked in “{asked.title}”;{" "}
        {asked.openUntil
          ? `${asked.answered} had answered when this was published (${percent(asked.answered, asked.asked)}). It was still open then, until ${formatMoment(asked.openUntil)}, so these numbers aren’t final.`
          : `${asked.answered} answered (${percent(asked.answered, asked.asked)}).`}{" "}
        Each group gave one answer{howSent(asked, lio)}
      </p>
    </section>
  )
}

/** The words behind an ask. How many groups they were chosen from is all that is said: it is not a count of all who think so. */
function Words({ ask }: { ask: PrintedAsk }) {
  if (ask.groups === 0) return null
  const quotes = ask.evidence
  return (
    <>
      <p>
        This rests on passages that we chose from the answers of {plural(ask.groups, "group")}.
        {quotes.length > 0 ? " In their words:" : ""}
      </p>
      {quotes.map((one) => (
        <blockquote key={one.passageId ?? one.quote}>
          <p className="mb-0">{one.quote}</p>
          <p className="mb-0 text-soft">{one.by ?? "A group that answered"}</p>
        </blockquote>
      ))}
    </>
  )
}

function ReplyOf({ body, reply }: { body: string; reply: Replies[number] }) {
  if (!reply?.reply) return null
  return (
    <div className="card">
      <p>
        <strong>{body}:</strong> <ReplyTag reply={reply.reply} />{" "}
        {reply.repliedOn ? `on ${formatDate(reply.repliedOn)}` : ""}
      </p>
      {reply.replyText ? <p>{reply.replyText}</p> : null}
      {reply.outcome ? (
        <p className="mb-0">
          <strong>What happened:</strong> {reply.outcome}
        </p>
      ) : null}
    </div>
  )
}
