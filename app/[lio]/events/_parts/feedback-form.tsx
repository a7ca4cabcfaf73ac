import { Form } from "@/app/_ui/form"
import { QuestionField } from "@/app/[lio]/consultations/_parts/question-field"
import type { getOwnFeedback } from "@/lib/events/feedback/queries"
import { say } from "@/lib/words"
import { judgeByLinkForm } from "../actions"

type Props = { lio: string; token: string; own: Awaited<ReturnType<typeof getOwnFeedback>> }

/** The questions of an event to those who came. */
export const FeedbackForm = ({ lio, token, own: { questions, said } }: Props) => (
  <section aria-labelledby="feedback">
    <h2 id="feedback">{say("How was it?")}</h2>
    <p className="max-w-2xl">
      {say("We show what people say without their names. You can change your answers here.")}
    </p>
    <Form
      action={judgeByLinkForm}
      submit={say("Send your answers")}
      values={said}
      className="max-w-2xl"
      id="judge"
    >
      <input type="hidden" name="lio" value={lio} />
      <input type="hidden" name="key" value={token} />
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} large={false} of={`-${question.id}`} />
      ))}
    </Form>
  </section>
)
