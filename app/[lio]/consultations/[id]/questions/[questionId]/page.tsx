import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { lineValues, rowValues } from "@/app/_ui/rows"
import { LongForm } from "@/app/[lio]/_parts/long-form"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { knowsWhose, mayKeepConsultations } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listQuestions } from "@/lib/consultations/queries"
import { conditionRows, hooksOf } from "@/lib/consultations/questions/showing/input"
import { listQuestionVersions } from "@/lib/consultations/questions/versions/queries"
import { ensure, found } from "@/lib/errors"
import { say } from "@/lib/words"
import { ConsultationFrame } from "../../../_parts/consultation-frame"
import { QuestionFields } from "../../../_parts/question-fields"
import { changeQuestionForm, removeQuestionForm } from "../../../actions"
import { CorrectQuestion } from "./_parts/correct-question"

export default async function ChangeQuestion(props: PageProps) {
  const [frame, { of, question, earlier, version }] = await visit(props, async (ctx, _query, params) => {
    ensure(mayKeepConsultations(ctx.actor))
    const of = await getProgress(ctx, params.id ?? "")
    const all = await listQuestions(ctx, of.consultation.id)
    const at = all.findIndex(({ id }) => id === params.questionId)
    const versions = await listQuestionVersions(ctx, of.consultation.id)
    return {
      of,
      question: found(all[at]),
      earlier: hooksOf(all.slice(0, at), of.consultation),
      version: versions.at(-1)?.version ?? 1,
    }
  })
  const draft = of.consultation
  const lio = frame.lio.slug
  const back = addressOf(lio, draft.id, "questions")
  if (draft.state === "open")
    return (
      <ConsultationFrame frame={frame} of={of} page="questions" title={say("Change a question")}>
        <h2>{say("Change a question")}</h2>
        <CorrectQuestion {...{ lio, question, version, back }} consultationId={draft.id} />
      </ConsultationFrame>
    )
  if (draft.state !== "draft") redirect(back)
  const { setting, kind, title, help, required } = question
  const hidden = (
    <>
      <HiddenField name="id" value={question.id} />
      <HiddenField name="consultationId" value={draft.id} />
    </>
  )
  return (
    <ConsultationFrame frame={frame} of={of} page="questions" title={say("Change a question")}>
      <h2>{say("Change a question")}</h2>
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
          statements: setting.options?.map(({ label }) => label).join("\n"),
          things: setting.options?.map(({ label }) => label).join("\n"),
          low: setting.low,
          high: setting.high,
          steps: setting.steps ?? 5,
          ...{ unit: setting.unit, least: setting.least, most: setting.most, decimals: setting.decimals },
          ...{ atLeast: setting.atLeast, atMost: setting.atMost },
          alone: setting.options?.flatMap(({ alone }, at) => (alone ? [at + 1] : [])).join(", "),
          section: setting.section?.heading,
          sectionWords: setting.section?.words,
          ...rowValues("onlyIf", conditionRows(setting.onlyIf), { said: "" }, 1),
          bands: setting.bands?.join(", "),
        }}
        submit={say("Save the question")}
        kind="secondary"
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        {hidden}
        <QuestionFields earlier={earlier} anonymous={!knowsWhose(draft)} />
      </LongForm>
      <h3>{say("Remove this question")}</h3>
      <Form
        action={removeQuestionForm}
        lio={lio}
        submit={say("Remove this question")}
        kind="danger"
        id="remove"
      >
        {hidden}
      </Form>
    </ConsultationFrame>
  )
}
