import { type PageProps, visit } from "@/app/_http/visit"
import { TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ConsultationFrame } from "@/app/[lio]/consultations/_parts/consultation-frame"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listAnswersToRead, listCodes } from "@/lib/consultations/passages/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { ensure, found } from "@/lib/errors"
import { say } from "@/lib/words"
import { CodeFields } from "../../_parts/code-fields"
import { takeForm } from "../../actions"

/** Takes a passage out of one written answer: a page of its own, so that nothing else that is typed is lost by it. */
export default async function TakePassage(props: PageProps) {
  const [frame, { of, answer, said, codes }] = await visit(
    props,
    async (ctx, query, { id = "", responseId = "" }) => {
      ensure(mayTakePassages(ctx.actor), say("Only workers and managers can take passages."))
      const answers = await listAnswersToRead(ctx, id)
      const answer = found(answers.find((one) => one.responseId === responseId))
      const answered = answer.says.find((one) => one.questionId === query.question) ?? answer.says[0]
      const [of, codes] = await Promise.all([getProgress(ctx, id), listCodes(ctx, id)])
      return { of, answer, said: found(answered), codes }
    },
  )
  const lio = frame.lio.slug
  const { id } = of.consultation
  const back = `/${lio}/consultations/${id}/passages/${answer.responseId}`
  return (
    <ConsultationFrame
      frame={frame}
      of={of}
      page="passages"
      title={say("Mark a passage of {group}", { group: answer.group })}
    >
      <BackLink href={back}>{say("The answer of {group}", { group: answer.group })}</BackLink>
      <h2 className="mt-0">{say("Mark a passage")}</h2>
      <p className="max-w-2xl">{said.question}</p>
      <Form
        action={takeForm}
        lio={lio}
        submit={say("Save the passage")}
        kind="secondary"
        values={{ quote: said.text }}
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="consultationId" value={id} />
        <input type="hidden" name="responseId" value={answer.responseId} />
        <input type="hidden" name="questionId" value={said.questionId} />
        <TextArea
          name="quote"
          label={say("The words that matter")}
          hint={say("Leave out the rest; don’t change the words")}
        />
        <CodeFields codes={codes} />
      </Form>
    </ConsultationFrame>
  )
}
