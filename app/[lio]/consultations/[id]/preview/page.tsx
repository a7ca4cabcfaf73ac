import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { mayKeepConsultations, maySeeAll } from "@/lib/consultations/policy"
import { getConsultation, listQuestions, type Question } from "@/lib/consultations/queries"
import { optionsOf, UNSURE } from "@/lib/consultations/words"
import { ensure } from "@/lib/errors"
import { Before } from "../../_parts/before-starting"

/** A consultation as groups will see it, on one page. */
export default async function Preview(props: PageProps) {
  const [frame, { consultation, questions, keeps }] = await visit(props, async (ctx, _query, params) => {
    const consultation = await getConsultation(ctx, params.id ?? "")
    ensure(maySeeAll(ctx.actor))
    return {
      consultation,
      questions: await listQuestions(ctx, consultation.id),
      keeps: mayKeepConsultations(ctx.actor),
    }
  })
  const lio = frame.lio.slug
  const draft = consultation.state === "draft"
  return (
    <Frame {...frame} title={`As groups see it: ${consultation.title}`} at="consultations">
      <BackLink href={addressOf(lio, consultation.id, "")}>{consultation.title}</BackLink>
      <p className="hint">As groups see it. They get one question a page.</p>
      <Before consultation={consultation} lio={frame.lio.name} questions={questions.length} />
      {questions.map((question, at) => (
        <Asked key={question.id} question={question} number={at + 1} of={questions.length} />
      ))}
      {draft && keeps ? (
        <p className="mt-8 flex flex-wrap gap-4">
          <ButtonLink href={addressOf(lio, consultation.id, "open")}>Go on: ask the groups</ButtonLink>
          <ButtonLink href={addressOf(lio, consultation.id, "questions")} kind="secondary">
            Change the questions
          </ButtonLink>
        </p>
      ) : null}
    </Frame>
  )
}

function Asked({ question, number, of }: { question: Question; number: number; of: number }) {
  const options = [...optionsOf(question).map(({ label }) => label), UNSURE]
  return (
    <section className="card mb-4 max-w-2xl">
      <p className="hint m-0">
        Question {number} of {of}
        {question.required ? "" : " (optional)"}
      </p>
      <h2 className="mt-0">{question.title}</h2>
      {question.help ? <p>{question.help}</p> : null}
      {question.kind === "text" ? (
        <p className="mb-0 text-soft">A box to write in</p>
      ) : (
        <ul className="mb-0">
          {options.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
