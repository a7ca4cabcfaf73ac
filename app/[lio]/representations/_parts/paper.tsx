import { Markdown } from "@/app/_ui/markdown"
import { Tag } from "@/app/_ui/tag"
import { PROMISE_ENDINGS } from "@/db/vocabulary"
import { type Asked, anchorOf } from "@/lib/representations/paper"
import { signedOffInWords } from "@/lib/representations/signing/words"
import type { getPublished, Shown } from "@/lib/representations/versions/queries"
import { askedInWords, chosenInWords } from "@/lib/representations/versions/words"
import { formatDate, say, sayCount } from "@/lib/words"
import { Details, Here, type NumbersAt, Part, Pins, QuoteOf, RemovedQuotes, Same } from "./paper-pins"
import { ReplyTag } from "./words"

type Replies = Awaited<ReturnType<typeof getPublished>>["replies"]
type Props = {
  paper: Shown /** "Version 2, published on 4 June 2026" */
  dated: string
  replies?: Replies
  outcome?: string | null
  /** The published numbers that it rests on. */
  numbers?: NumbersAt
  /** It stands below another title. */
  below?: boolean
}

/** A paper as everybody reads it: who was asked, what is asked with the words behind it, and what came back. */
export function Paper({ paper, dated, replies = [], outcome, numbers, below }: Props) {
  const names = { body: paper.body, lio: paper.lio, dated }
  return (
    <article>
      {below ? <p className="font-serif text-2xl font-bold">{paper.title}</p> : <h1>{paper.title}</h1>}
      <p className="text-soft">
        {paper.addressee
          ? say("To {body}, {addressee}. From {lio}. {dated}.", { ...names, addressee: paper.addressee })
          : say("To {body}. From {lio}. {dated}.", names)}
      </p>
      {paper.signedOff ? <p className="text-soft">{signedOffInWords(paper.signedOff)}</p> : null}
      {paper.introduction ? <Markdown text={paper.introduction} /> : null}
      {paper.parts?.map((part) => (
        <Part key={part.id} part={part} numbers={numbers} />
      ))}
      {paper.consultation ? <Who asked={paper.consultation} lio={paper.lio} numbers={numbers} /> : null}
      <h2>{say("What we ask")}</h2>
      <ol className="list-none p-0">
        {paper.asks.map((ask, at) => (
          <li
            key={ask.id ?? ask.text}
            id={ask.id ? anchorOf.ask(ask.id) : undefined}
            className="mb-10 max-w-3xl"
          >
            <h3>
              {at + 1}. {ask.text}
              {ask.id ? (
                <Here to={anchorOf.ask(ask.id)} label={say("Link to ask {number}", { number: at + 1 })} />
              ) : null}
            </h3>
            {replies[at]?.reply ? (
              <p>
                <a href={`#${anchorOf.reply(replies[at].id)}`}>
                  {say("What {body} said", { body: paper.body })}
                </a>
              </p>
            ) : null}
            {ask.why ? <p>{ask.why}</p> : null}
            <Details ask={ask} />
            <Words ask={ask} numbers={numbers} />
            <Pins pins={ask.pins ?? []} place={ask.id ?? ""} numbers={numbers} />
            <ReplyOf body={paper.body} reply={replies[at] ?? null} />
          </li>
        ))}
      </ol>
      {outcome ? (
        <section aria-labelledby="outcome">
          <h2 id="outcome">{say("What came of it")}</h2>
          <p>{outcome}</p>
        </section>
      ) : null}
    </article>
  )
}

/** By whom the answers were sent; nothing in versions from before that was kept. */
function howSent({ answered, onBehalf }: Asked, lio: string): string {
  const once = say("Each group gave one answer.")
  if (onBehalf === undefined) return once
  if (onBehalf === 0) return say("Each group gave one answer, sent by the group itself.")
  return `${once} ${
    onBehalf === answered
      ? say("All of them were typed in by staff of {lio} from paper or a call.", { lio })
      : sayCount(
          onBehalf,
          {
            one: "{count} of them was typed in by staff of {lio} from paper or a call; the others were sent by the groups themselves.",
            other:
              "{count} of them were typed in by staff of {lio} from paper or a call; the others were sent by the groups themselves.",
          },
          { lio },
        )
  }`
}

function Who({ asked, lio, numbers }: { asked: Asked; lio: string; numbers?: NumbersAt }) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">{say("Who was asked")}</h2>
      <p>
        {askedInWords(asked)} {howSent(asked, lio)}
      </p>
      {numbers ? (
        <p>
          <a href={numbers.at}>
            {say("Everything groups said: “{title}”, edition {edition}", {
              title: numbers.title,
              edition: numbers.edition,
            })}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** The words behind an ask. How many groups they were chosen from is all that is said: it is not a count of all who think so. */
function Words({ ask, numbers }: { ask: Shown["asks"][number]; numbers?: NumbersAt }) {
  const chosen = chosenInWords(ask)
  return (
    <>
      {chosen ? <p>{chosen}</p> : null}
      {ask.evidence.map((one) => (
        <QuoteOf key={one.passageId ?? one.quote} one={one} place={ask.id ?? ""} numbers={numbers} />
      ))}
      <RemovedQuotes removed={ask.removed} />
      <Same counts={ask.same} />
    </>
  )
}

function ReplyOf({ body, reply }: { body: string; reply: Replies[number] }) {
  if (!reply?.reply && reply?.acknowledgedOn)
    return (
      <p className="text-soft">
        {say("{body} acknowledged this on {day}.", { body, day: formatDate(reply.acknowledgedOn) })}
      </p>
    )
  if (!reply?.reply) return null
  const { promise } = reply
  return (
    <div id={anchorOf.reply(reply.id)} className="card">
      <p>
        <strong>{body}:</strong> <ReplyTag reply={reply.reply} />{" "}
        {reply.repliedOn ? say("on {day}", { day: formatDate(reply.repliedOn) }) : ""}
      </p>
      {reply.replyText ? <p>{reply.replyText}</p> : null}
      {promise ? (
        <p>
          {say("Promised by {by}, due {on}.", { by: promise.by, on: formatDate(promise.on) })}{" "}
          {promise.ending ? <Tag>{PROMISE_ENDINGS[promise.ending]}</Tag> : null}
        </p>
      ) : null}
      {reply.outcome ? (
        <p className="mb-0">
          <strong>{say("What happened:")}</strong> {reply.outcome}
        </p>
      ) : null}
    </div>
  )
}
