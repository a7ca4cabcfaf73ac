import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { AskedQuestions } from "@/app/[lio]/consultations/_parts/asked-questions"
import { QuestionFields } from "@/app/[lio]/consultations/_parts/question-fields"
import { QuestionList } from "@/app/[lio]/consultations/_parts/question-list"
import {
  hasFeedback,
  listFeedbackQuestions,
  listWithQuestions,
} from "@/lib/events/feedback/questions/queries"
import { mayKeepEvents } from "@/lib/events/policy"
import { getEvent } from "@/lib/events/queries"
import { say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { LongForm } from "../../../_parts/long-form"
import { addFeedbackQuestionForm, moveFeedbackQuestionForm, takeFeedbackQuestionsForm } from "../../actions"

/** What people are asked after an event: for staff to choose and change until somebody has answered. */
export default async function FeedbackQuestions(props: PageProps) {
  const [frame, { event, questions, answered, others, keeps }] = await visit(
    props,
    async (ctx, _query, { id = "" }) => {
      const [event, questions, answered, others] = await Promise.all([
        getEvent(ctx, id),
        listFeedbackQuestions(ctx, id),
        hasFeedback(ctx, id),
        listWithQuestions(ctx, id),
      ])
      return { event, questions, answered, others, keeps: mayKeepEvents(ctx.actor) }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/events/${event.id}`
  const changes = keeps && !answered
  return (
    <Frame {...frame} title={say("Feedback: {title}", { title: event.title })} at="events">
      <BackLink href={at}>{event.title}</BackLink>
      <h1>{say("Feedback questions")}</h1>
      <p className="max-w-2xl">
        {questions.length === 0
          ? say("Nobody’s asked how this event was. Add a question to get feedback.")
          : say(
              "The day after, everyone who came gets an email with a link to these questions. You’ll find their answers on the page of the date.",
            )}
      </p>
      {changes ? (
        <>
          <QuestionList
            lio={lio}
            questions={questions}
            at={`${at}/feedback`}
            move={moveFeedbackQuestionForm}
            of={{ name: "eventId", value: event.id }}
          />
          <h2>{say("Add a question")}</h2>
          <LongForm
            action={addFeedbackQuestionForm}
            frame={frame}
            values={{ kind: "text", steps: 5, ...lineValues("options", [], 3) }}
            submit={say("Add the question")}
            kind="secondary"
            id="one"
          >
            <HiddenField name="eventId" value={event.id} />
            <QuestionFields to="people" />
          </LongForm>
          <Form
            fold={say("Use other questions instead")}
            action={takeFeedbackQuestionsForm}
            lio={lio}
            submit={say("Use these questions")}
            kind="secondary"
            id="take"
          >
            <HiddenField name="eventId" value={event.id} />
            <Select
              name="from"
              label={say("Which questions?")}
              hint={say("They replace the questions above")}
              options={[{ value: "usual", label: say("Our usual three questions") }, ...others]}
            />
          </Form>
        </>
      ) : (
        <>
          {answered ? <p>{say("People have answered these questions, so they stay as they are.")}</p> : null}
          <AskedQuestions questions={questions} />
        </>
      )}
    </Frame>
  )
}
