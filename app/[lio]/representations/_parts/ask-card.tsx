import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import type { Representation } from "@/lib/representations/queries"
import { formatDate, say } from "@/lib/words"
import { evidenceInWords } from "./ask-rows"
import { NeedsIn, Quoted } from "./quoted"
import { ReplyTag } from "./words"

type Ask = Representation["asks"][number]

type Props = {
  lio: string
  ask: Ask
  /** Where what happened is said. */
  later?: string
  sent: boolean
}

/** One ask with its evidence, the needs in it, the reply and what happened. */
export function AskCard({ lio, ask, later, sent }: Props) {
  return (
    <li className="card mb-5 max-w-3xl">
      <h3 className="mt-0">
        {ask.position}. {ask.text}
      </h3>
      {ask.why ? <p>{ask.why}</p> : null}
      <p>
        <strong>{evidenceInWords(ask)}</strong>
      </p>
      {ask.evidence.map((one) => (
        <Quoted key={one.passageId} lio={lio} one={one} />
      ))}
      <NeedsIn lio={lio} needs={ask.needs} />
      {sent ? (
        <p>
          <ReplyTag reply={ask.reply} /> {ask.repliedOn ? formatDate(ask.repliedOn) : ""} {ask.replyText}
        </p>
      ) : null}
      {ask.outcome ? (
        <p>
          <strong>{say("What happened:")}</strong> {ask.outcome}
        </p>
      ) : null}
      <p className="mb-0">
        <ThreadLink lio={lio} kind="ask" id={ask.id} about={ask.text} />
      </p>
      {later ? (
        <p className="mb-0">
          <a href={later}>{ask.outcome ? say("Change what happened") : say("Add what happened next")}</a>
        </p>
      ) : null}
    </li>
  )
}
