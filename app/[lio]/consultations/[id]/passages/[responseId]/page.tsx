import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ThreadLink } from "@/app/[lio]/_parts/thread-link"
import { LANGUAGES } from "@/db/vocabulary"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listAnswersToRead, listPassages } from "@/lib/consultations/passages/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { found } from "@/lib/errors"
import { listNeedsOfConsultation } from "@/lib/needs/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { HeardHere } from "../../../../needs/_parts/heard-here"
import { SentFile } from "../../../_parts/answer-shown"
import { ConsultationFrame } from "../../../_parts/consultation-frame"
import { addressOf } from "../../../_parts/paths"
import { notQuotedForm as consentForm } from "../actions"

/** One group's signed-off answer, read whole, with a place to take the words that matter. */
export default async function ReadAnswer(props: PageProps) {
  const [frame, { of, answer, next, passages, needs, takes }] = await visit(
    props,
    async (ctx, _query, { id = "", responseId = "" }) => {
      const [of, answers, passages, needs] = await Promise.all([
        getProgress(ctx, id),
        listAnswersToRead(ctx, id),
        listPassages(ctx, id, { responseId }),
        listNeedsOfConsultation(ctx, id),
      ])
      const at = answers.findIndex((one) => one.responseId === responseId)
      return {
        of,
        answer: found(answers[at]),
        next: answers[at + 1] ?? null,
        passages,
        needs: needs.filter((need) => need.responseId === responseId),
        takes: mayTakePassages(ctx.actor),
      }
    },
  )
  const lio = frame.lio.slug
  const { id } = of.consultation
  const at = addressOf(lio, id, "passages")
  return (
    <ConsultationFrame
      frame={frame}
      of={of}
      page="passages"
      title={say("The answer of {group}", { group: answer.group })}
    >
      <BackLink href={at}>{say("All answers")}</BackLink>
      <h2 className="mt-0">{say("The answer of {group}", { group: answer.group })}</h2>
      {answer.language ? (
        <p>{say("Answered in {language}.", { language: LANGUAGES[answer.language].name })}</p>
      ) : null}
      {answer.quotable ? null : (
        <p>
          {answer.quotableToGroups
            ? say(
                "This group has agreed to be quoted only to the groups that were asked. Its words can count as evidence; they aren’t printed in papers.",
              )
            : say(
                "This group has not agreed to be quoted. Its words can count as evidence; they aren’t printed.",
              )}
        </p>
      )}
      {takes && answer.quotableToGroups ? (
        <Form
          fold={say("They said we may quote them. Withdraw this")}
          action={consentForm}
          lio={lio}
          submit={say("Don’t quote this group")}
          kind="danger"
          id="consent"
        >
          <p className="max-w-2xl">
            {say(
              "If the group has told you so, record it here. Its words won’t be shown on any page or in a new version of a paper. Only the group itself can allow it again.",
            )}
          </p>

          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="group" value={answer.groupId} />
          <input type="hidden" name="quotes" value="no" />
        </Form>
      ) : null}
      {answer.says.length === 0 ? <p>{say("It has no written answers.")}</p> : null}
      {answer.says.map((value) => (
        <section key={value.questionId} aria-labelledby={`q-${value.questionId}`} className="mb-10">
          <h3 id={`q-${value.questionId}`}>{value.question}</h3>
          <p className="whitespace-pre-line">{value.text}</p>
          {passages
            .filter((passage) => passage.questionId === value.questionId)
            .map((passage) => (
              <blockquote key={passage.id}>
                <p className="mb-0">{passage.quote}</p>
                <p className="mb-0 text-soft">
                  {passage.codes.map((code) => code.name).join(", ") || say("No code yet")}
                </p>
              </blockquote>
            ))}
          {takes ? (
            <p>
              <a href={`${at}/${answer.responseId}/take?question=${value.questionId}`}>
                {sayRich("Mark a passage<span> from the answer to “{question}”</span>", {
                  question: value.question,
                  span: (text) => <span className="sr-only">{text}</span>,
                })}
              </a>
            </p>
          ) : null}
        </section>
      ))}
      {answer.files.length > 0 ? (
        <>
          <h3>{answer.files.length > 1 ? say("Files they sent") : say("The file they sent")}</h3>
          <ul>
            {answer.files.map(({ question, file }) => (
              <li key={file.id}>
                {question}
                <br />
                <SentFile file={file} at={{ lio, id }} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <ThreadLink lio={lio} kind="response" id={answer.responseId} about={answer.group} />
      </p>
      <HeardHere lio={lio} from="response" id={answer.responseId} needs={needs} keeps={takes} />
      {next ? (
        <p>
          <a href={`${at}/${next.responseId}`}>{say("Next answer: {group}", { group: next.group })}</a>
        </p>
      ) : null}
    </ConsultationFrame>
  )
}
