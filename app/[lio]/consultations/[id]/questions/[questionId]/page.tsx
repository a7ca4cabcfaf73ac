import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { Frame } from "@/app/[lio]/_parts/frame"
import { LongForm } from "@/app/[lio]/_parts/long-form"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { ensure, found } from "@/lib/errors"
import { QuestionFields } from "../../../_parts/question-fields"
import { changeQuestionForm, removeQuestionForm } from "../../../actions"

export default async function ChangeQuestion(props: PageProps) {
  const [frame, { draft, question }] = await visit(props, async (ctx, _query, params) => {
    const draft = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    const question = (await listQuestions(ctx, draft.id)).find(({ id }) => id === params.questionId)
    return { draft, question: found(question) }
  })
  const lio = frame.lio.slug
  const back = addressOf(lio, draft.id, "questions")
  if (draft.state !== "draft") redirect(addressOf(lio, draft.id, "preview"))
  const { setting, kind, title, help, required } = question
  const hidden = (
    <>
      <HiddenField name="id" value={question.id} />
      <HiddenField name="consultationId" value={draft.id} />
    </>
  )
  return (
    <Frame {...frame} title="Change a question" at="consultations">
      <BackLink href={back}>Questions</BackLink>
      <h1>Change a question</h1>
      <LongForm
        action={changeQuestionForm}
        frame={frame}
        values={{
          kind,
          title,
          help,
          required,
          ...lineValues(
            "options",
            setting.options?.map(({ label }) => label),
          ),
          low: setting.low,
          high: setting.high,
          steps: setting.steps ?? 5,
        }}
        secondary={<a href={back}>Cancel</a>}
      >
        {hidden}
        <QuestionFields />
      </LongForm>
      <h2>Remove this question</h2>
      <Form action={removeQuestionForm} lio={lio} submit="Remove this question" kind="danger" id="remove">
        {hidden}
      </Form>
    </Frame>
  )
}
