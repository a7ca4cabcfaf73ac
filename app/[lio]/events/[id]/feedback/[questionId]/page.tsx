import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { AskedQuestions } from "@/app/[lio]/consultations/_parts/asked-questions"
import { QuestionFields } from "@/app/[lio]/consultations/_parts/question-fields"
import { ensure, found } from "@/lib/errors"
import { hasFeedback, listFeedbackQuestions } from "@/lib/events/feedback/questions/queries"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEvent } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { LongForm } from "../../../../_parts/long-form"
import { changeFeedbackQuestionForm, removeFeedbackQuestionForm } from "../../../actions"

/** Changes one of the questions that people are asked after an event. */
export default async function ChangeFeedbackQuestion(props: PageProps) {
  const [frame, { event, question, answered }] = await visit(
    props,
    async (ctx, _query, { id = "", questionId }) => {
      ensure(mayKeepEvents(ctx.actor))
      const event = await getEvent(ctx, id)
      const question = (await listFeedbackQuestions(ctx, id)).find((one) => one.id === questionId)
      return { event, question: found(question), answered: await hasFeedback(ctx, id) }
    },
  )
  const lio = frame.lio.slug
  const back = `/${lio}/events/${event.id}/feedback`
  if (answered)
    return (
      <Frame {...frame} title={question.title} at="events">
        <BackLink href={back}>{say("Feedback questions")}</BackLink>
        <h1>{say("Feedback questions")}</h1>
        <p>{say("People have answered these questions, so they stay as they are.")}</p>
        <AskedQuestions questions={[question]} />
      </Frame>
    )
  const { setting, kind, title, help, required } = question
  const hidden = (
    <>
      <HiddenField name="id" value={question.id} />
      <HiddenField name="eventId" value={event.id} />
    </>
  )
  return (
    <Frame {...frame} title={say("Change a question")} at="events">
      <BackLink href={back}>{say("Feedback questions")}</BackLink>
      <h1>{say("Change a question")}</h1>
      <LongForm
        action={changeFeedbackQuestionForm}
        frame={frame}
        values={{
          ...{ kind, title, help, required },
          ...lineValues(
            "options",
            setting.options?.map(({ label }) => label),
          ),
          low: setting.low,
          high: setting.high,
          steps: setting.steps ?? 5,
        }}
        submit={say("Save the question")}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        {hidden}
        <QuestionFields to="people" />
      </LongForm>
      <h2>{say("Remove this question")}</h2>
      <Form
        action={removeFeedbackQuestionForm}
        lio={lio}
        submit={say("Remove this question")}
        kind="danger"
        id="remove"
      >
        {hidden}
      </Form>
    </Frame>
  )
}
