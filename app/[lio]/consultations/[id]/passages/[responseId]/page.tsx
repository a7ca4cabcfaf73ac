import { type PageProps, visit } from "@/app/_http/visit"
import { Disclosure } from "@/app/_ui/disclosure"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listAnswersToRead, listPassages } from "@/lib/consultations/passages/queries"
import { found } from "@/lib/errors"
import { listNeedsOfConsultation } from "@/lib/needs/queries"
import { Frame } from "../../../../_parts/frame"
import { HeardHere } from "../../../../needs/_parts/heard-here"
import { notQuotedForm as consentForm } from "../actions"

/** One group's signed-off answer, read whole, with a place to take the words that matter. */
export default async function ReadAnswer(props: PageProps) {
  const [frame, { id, answer, next, passages, needs, takes }] = await visit(
    props,
    async (ctx, _query, { id = "", responseId = "" }) => {
      const [answers, passages, needs] = await Promise.all([
        listAnswersToRead(ctx, id),
        listPassages(ctx, id, { responseId }),
        listNeedsOfConsultation(ctx, id),
      ])
      const at = answers.findIndex((one) => one.responseId === responseId)
      return {
        id,
        answer: found(answers[at]),
        next: answers[at + 1] ?? null,
        passages,
        needs: needs.filter((need) => need.responseId === responseId),
        takes: mayTakePassages(ctx.actor),
      }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/consultations/${id}/passages`
  return (
    <Frame {...frame} title={`The answer of ${answer.group}`} at="consultations">
      <BackLink href={at}>Passages</BackLink>
      <h1>The answer of {answer.group}</h1>
      {answer.quotable ? null : (
        <p>This group has not agreed to be quoted. Its words can count as evidence; they aren’t printed.</p>
      )}
      {takes && answer.quotable ? (
        <Disclosure summary="They don’t want to be quoted any more">
          <p className="max-w-2xl">
            If the group has told you so, say it here. Its words then stand on no page and in no new version
            of a paper. Only the group itself can allow it again.
          </p>
          <Form action={consentForm} lio={lio} submit="Don’t quote this group" kind="danger" id="consent">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="group" value={answer.groupId} />
            <input type="hidden" name="quotable" value="no" />
          </Form>
        </Disclosure>
      ) : null}
      {answer.says.length === 0 ? <p>It has no written answers.</p> : null}
      {answer.says.map((value) => (
        <section key={value.questionId} aria-labelledby={`q-${value.questionId}`} className="mb-10">
          <h2 id={`q-${value.questionId}`}>{value.question}</h2>
          <p className="whitespace-pre-line">{value.text}</p>
          {passages
            .filter((passage) => passage.questionId === value.questionId)
            .map((passage) => (
              <blockquote key={passage.id}>
                <p className="mb-0">{passage.quote}</p>
                <p className="mb-0 text-soft">
                  {passage.codes.map((code) => code.name).join(", ") || "Taken"}
                </p>
              </blockquote>
            ))}
          {takes ? (
            <p>
              <a href={`${at}/${answer.responseId}/take?question=${value.questionId}`}>
                Take a passage<span className="sr-only"> from the answer to “{value.question}”</span>
              </a>
            </p>
          ) : null}
        </section>
      ))}
      <HeardHere lio={lio} from="response" id={answer.responseId} needs={needs} keeps={takes} />
      {next ? (
        <p>
          <a href={`${at}/${next.responseId}`}>Next answer: {next.group}</a>
        </p>
      ) : null}
    </Frame>
  )
}
