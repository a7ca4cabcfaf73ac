import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { keys, QUESTION_KINDS } from "@/db/vocabulary"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, listQuestions, type Question } from "@/lib/consultations/queries"
import { optionsOf } from "@/lib/consultations/words"
import { ensure } from "@/lib/errors"
import { moveQuestionForm } from "../../actions"

export default async function Questions(props: PageProps) {
  const [frame, { draft, questions }] = await visit(props, async (ctx, _query, params) => {
    const draft = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    return { draft, questions: await listQuestions(ctx, draft.id) }
  })
  const lio = frame.lio.slug
  if (draft.state !== "draft") redirect(addressOf(lio, draft.id, "preview"))
  return (
    <Frame {...frame} title={`Questions: ${draft.title}`} at="consultations">
      <BackLink href={addressOf(lio, draft.id, "")}>{draft.title}</BackLink>
      <h1>Questions</h1>
      {questions.length === 0 ? (
        <EmptyState title="No questions yet">
          Five to eight short questions are enough. Ask one or two in groups’ own words: those become your
          evidence.
        </EmptyState>
      ) : (
        <ol className="max-w-3xl list-none p-0">
          {questions.map((question, at) => (
            <li key={question.id} className="border-b border-line py-4">
              <One lio={lio} id={draft.id} question={question} at={at} last={at === questions.length - 1} />
            </li>
          ))}
        </ol>
      )}
      <h2>Add a question</h2>
      <ul className="flex list-none flex-wrap gap-3 p-0">
        {keys(QUESTION_KINDS).map((kind) => (
          <li key={kind}>
            <ButtonLink kind="secondary" href={addressOf(lio, draft.id, "questions/new", { kind })}>
              {QUESTION_KINDS[kind]}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {questions.length > 0 ? (
        <p className="mt-8 flex flex-wrap gap-4">
          <ButtonLink href={addressOf(lio, draft.id, "preview")}>See it as groups will</ButtonLink>
        </p>
      ) : null}
    </Frame>
  )
}

type Props = { lio: string; id: string; question: Question; at: number; last: boolean }

function One({ lio, id, question, at, last }: Props) {
  const ways = [...(at > 0 ? (["up"] as const) : []), ...(last ? [] : (["down"] as const))]
  return (
    <>
      <p className="m-0 font-semibold">
        {at + 1}. <a href={addressOf(lio, id, `questions/${question.id}`)}>{question.title}</a>
      </p>
      <p className="hint m-0">
        {QUESTION_KINDS[question.kind]}
        {question.required ? ", must be answered" : ""}
        {question.kind === "text"
          ? ""
          : `: ${optionsOf(question)
              .map(({ label }) => label)
              .join(" · ")}`}
      </p>
      <div className="flex flex-wrap gap-4">
        {ways.map((way) => (
          <Form
            key={way}
            action={moveQuestionForm}
            lio={lio}
            kind="plain"
            id={`${way}-${question.id}`}
            submit={way === "up" ? `Move question ${at + 1} up` : `Move question ${at + 1} down`}
          >
            <HiddenField name="id" value={question.id} />
            <HiddenField name="consultationId" value={id} />
            <HiddenField name="way" value={way} />
          </Form>
        ))}
      </div>
    </>
  )
}
