import { Static } from "@/app/_ui/static"
import { AnswersChart } from "@/app/[lio]/consultations/_parts/answers-chart"
import type { getFeedback, QuestionSaid } from "@/lib/events/feedback/queries"
import { percent, say, sayCount } from "@/lib/words"

type Props = { feedback: Awaited<ReturnType<typeof getFeedback>> }

/** What those who came said of an event, without their names, as the results of consultations are shown. */
export function FeedbackSaid({ feedback: { asked, answered, least, questions } }: Props) {
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{say("Feedback")}</h2>
      <p>
        {sayCount(
          asked,
          {
            one: "{count} booking had a place. {answered} answered.",
            other: "{count} bookings had places. {answered} answered ({share}).",
          },
          { answered, share: percent(answered, asked) },
        )}{" "}
        {answered < least
          ? say("You’ll see the answers once there are {least}, so that nobody can tell who said what.", {
              least,
            })
          : ""}
      </p>
      {questions.map((question) => (
        <Said key={question.id} question={question} answered={answered} />
      ))}
    </section>
  )
}

function Said({ question, answered }: { question: QuestionSaid; answered: number }) {
  const { number, title, kind, finding, written } = question
  return (
    <section className="mb-8 border-t border-line pt-2">
      <h3>
        {number}. {title}
      </h3>
      {kind === "text" ? (
        <p className="font-serif text-xl leading-snug font-bold">{finding}</p>
      ) : (
        <AnswersChart question={question} answered={answered} by="people" />
      )}
      {written.length > 0 ? (
        <Static as="ol" className="max-w-3xl list-none p-0">
          {written.map((one) => (
            <li key={one} className="border-b border-line py-3 whitespace-pre-line">
              {one}
            </li>
          ))}
        </Static>
      ) : null}
    </section>
  )
}
