import { Banner } from "@/app/_ui/banner"
import { droppedIn, type OpenResponse, shownIn } from "@/lib/consultations/answering/queries"
import { answerInWords, isMissing } from "@/lib/consultations/words"
import { say, sayCount } from "@/lib/words"

/** Answers that go when this is sent, as the group is no longer asked their questions. */
export function Dropped({ answering }: { answering: OpenResponse }) {
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
            {say("{question}: {answer}", {
              question: question.title,
              answer: answerInWords(question, answering.answers.get(question.id)?.value),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** The questions that need an answer before this can be sent. */
export function Missing({ answering, to }: { answering: OpenResponse; to: (question: number) => string }) {
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
            <a href={to(number)}>{say("Question {number}: {title}", { number, title })}</a>
          </li>
        ))}
      </ul>
    </Banner>
  )
}
