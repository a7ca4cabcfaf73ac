import { Banner } from "@/app/_ui/banner"
import { changedSince, droppedIn, type OpenResponse, shownIn } from "@/lib/consultations/answering/queries"
import { isMissing } from "@/lib/consultations/words"
import { formatMoment, say, sayCount } from "@/lib/words"
import { wordsShown } from "../../../_parts/answer-shown"
import type { Mark } from "../../../_parts/tongue"

/** What was sent already, and what has changed since. */
export function Sent({ answering }: { answering: OpenResponse }) {
  if (!answering.sent) return null
  const { signedOffAt, signedOffName } = answering.sent
  const changed = changedSince(answering).length
  const sent = say("on {signedOffAt} by {signedOffName}", {
    signedOffAt: formatMoment(signedOffAt),
    signedOffName,
  })
  return (
    <Banner kind={changed > 0 ? "note" : "done"}>
      {changed > 0
        ? sayCount(
            changed,
            {
              one: "An answer was sent {sent}. {count} answer changed since and is not sent: what was sent counts until it is sent again.",
              other:
                "An answer was sent {sent}. {count} answers changed since and are not sent: what was sent counts until it is sent again.",
            },
            { sent },
          )
        : say("These answers were sent {sent}. The reference is {reference}.", {
            sent,
            reference: answering.response?.reference ?? "",
          })}
    </Banner>
  )
}

/** Answers that go when this is sent, as the group is no longer asked their questions. */
export function Dropped({ answering, mark }: { answering: OpenResponse; mark: Mark }) {
  const dropped = droppedIn(answering)
  if (dropped.length === 0) return null
  return (
    <Banner kind="note">
      <p>
        {sayCount(dropped.length, {
          one: "One earlier answer will be left out when you send, because you’re no longer asked that question. It’s kept with your earlier answers.",
          other:
            "{count} earlier answers will be left out when you send, because you’re no longer asked those questions. They’re kept with your earlier answers.",
        })}
      </p>
      <ul>
        {dropped.map((question) => (
          <li key={question.id}>
            {mark(question.title)}: {wordsShown(question, answering.answers.get(question.id)?.value, mark)}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** The questions that need an answer before this can be sent. */
export function Missing({
  answering,
  mark,
  to,
}: {
  answering: OpenResponse
  mark: Mark
  to: (question: number) => string
}) {
  const missing = shownIn(answering).flatMap((question) =>
    isMissing(question, answering.answers.get(question.id)?.value)
      ? [{ number: answering.questions.indexOf(question) + 1, title: question.title }]
      : [],
  )
  if (missing.length === 0) return null
  return (
    <Banner kind="note">
      <p>
        {answering.behalf
          ? say("These questions need an answer before this can be sent:")
          : say("These questions need an answer before your group’s answer can be sent:")}
      </p>
      <ul>
        {missing.map(({ number, title }) => (
          <li key={number}>
            <a href={to(number)}>{mark(say("Question {number}: {title}", { number, title }))}</a>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
