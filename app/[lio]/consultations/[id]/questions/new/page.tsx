import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { lineValues } from "@/app/_ui/rows"
import { Frame } from "@/app/[lio]/_parts/frame"
import { LongForm } from "@/app/[lio]/_parts/long-form"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { keys, QUESTION_KINDS } from "@/db/vocabulary"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { QuestionFields } from "../../../_parts/question-fields"
import { addQuestionForm } from "../../../actions"

export default async function NewQuestion(props: PageProps) {
  const [frame, { draft, kind }] = await visit(props, async (ctx, query, params) => {
    const draft = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    return { draft, kind: keys(QUESTION_KINDS).find((word) => word === query.kind) ?? "text" }
  })
  const lio = frame.lio.slug
  const back = addressOf(lio, draft.id, "questions")
  if (draft.state !== "draft") redirect(addressOf(lio, draft.id, "preview"))
  return (
    <Frame {...frame} title="Add a question" at="consultations">
      <BackLink href={back}>Questions</BackLink>
      <h1>Add a question</h1>
      <LongForm
        action={addQuestionForm}
        frame={frame}
        values={{ kind, steps: 5, ...lineValues("options", [], 3) }}
        submit="Add the question"
        secondary={<a href={back}>Cancel</a>}
      >
        <HiddenField name="consultationId" value={draft.id} />
        <QuestionFields />
      </LongForm>
    </Frame>
  )
}
