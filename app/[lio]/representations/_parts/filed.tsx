import { Disclosure } from "@/app/_ui/disclosure"
import { Tag } from "@/app/_ui/tag"
import { FILED_REPLIES, PROMISE_ENDINGS } from "@/db/vocabulary"
import type { Representation } from "@/lib/representations/queries"
import { formatDate, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Ask = Representation["asks"][number]
type Reply = Ask["replies"][number]
type Props = { lio: string; ask: Ask; today: string }

/** What was said to an ask as it was filed: the last reply with its promise, what happened, and everything from before. */
export function Filed({ lio, ask, today }: Props) {
  const decided = ask.replies.filter(({ reply }) => reply !== "acknowledged")
  const [last, ...earlier] = decided
  const acknowledged = ask.replies.filter(({ reply }) => reply === "acknowledged")
  const [happened, ...before] = ask.outcomes
  const old = [...acknowledged, ...earlier]
  return (
    <>
      {last ? <OneReply lio={lio} one={last} /> : null}
      {last ? <PromiseOf ask={ask} reply={last} today={today} /> : null}
      {happened ? <OneOutcome lio={lio} one={happened} /> : null}
      {old.length + before.length > 0 ? (
        <Disclosure
          summary={sayCount(old.length + before.length, {
            one: "{count} earlier entry",
            other: "{count} earlier entries",
          })}
        >
          {old.map((one) => (
            <div key={one.id}>
              <strong>{FILED_REPLIES[one.reply]}</strong>
              <OneReply lio={lio} one={one} />
              <PromiseOf ask={ask} reply={one} today={today} />
            </div>
          ))}
          {before.map((one) => (
            <OneOutcome key={one.id} lio={lio} one={one} />
          ))}
        </Disclosure>
      ) : null}
    </>
  )
}

function OneReply({ lio, one }: { lio: string; one: Reply }) {
  return (
    <div>
      {one.words ? <p className="m-0 whitespace-pre-line">{one.words}</p> : null}
      {one.reason ? (
        <p className="m-0">
          <strong>{say("Their reason:")}</strong> {one.reason}
        </p>
      ) : null}
      <p className="m-0 text-soft">
        {[
          one.repliedOn ? formatDate(one.repliedOn) : null,
          one.sender ? say("from {sender}", { sender: one.sender }) : null,
          one.enteredBy ? say("entered by {name}", { name: one.enteredBy }) : null,
        ]
          .filter(Boolean)
          .join(" · ")}
        {one.file ? (
          <>
            {" · "}
            <a href={`/${lio}/files/${one.file.id}/content`}>{one.file.name}</a>
          </>
        ) : null}
      </p>
    </div>
  )
}

function PromiseOf({ ask, reply, today }: { ask: Ask; reply: Reply; today: string }) {
  const { promisedBy: by, promisedFor: on } = reply
  if (!by || !on) return null
  const ended = ask.outcomes.find(({ promiseId }) => promiseId === reply.id)
  const replaced = ask.replies.find(({ reply }) => reply !== "acknowledged") !== reply
  return (
    <p className="m-0">
      {ended?.ending ? (
        <Tag tone={ended.ending === "kept" ? "good" : "problem"}>{PROMISE_ENDINGS[ended.ending]}</Tag>
      ) : replaced ? (
        <Tag>{say("Replaced by a later reply")}</Tag>
      ) : on < today ? (
        <Tag tone="problem">{say("Overdue")}</Tag>
      ) : (
        <Tag tone="wait">{say("Not due yet")}</Tag>
      )}{" "}
      {say("Promised by {by}, due {on}", { by, on: formatDate(on) })}
    </p>
  )
}

function OneOutcome({ lio, one }: { lio: string; one: Ask["outcomes"][number] }) {
  return (
    <p className="m-0">
      {sayRich("<strong>What happened</strong> ({day}): {outcome}", {
        strong: (text) => <strong>{text}</strong>,
        day: formatDate(one.outcomeOn),
        outcome: one.outcome,
      })}
      {one.needs.length > 0 ? ` ${say("Needs met:")} ` : ""}
      {one.needs.map((need, at) => (
        <span key={need.id}>
          {at > 0 ? ", " : ""}
          <a href={`/${lio}/needs/${need.id}`}>{need.title}</a>
        </span>
      ))}
    </p>
  )
}
