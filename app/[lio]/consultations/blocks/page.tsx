import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { CONSULTATION_QUESTIONS } from "@/db/vocabulary"
import { listBlocks } from "@/lib/consultations/blocks/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { removeBlockForm } from "./actions"

/** Questions that are asked again and again, block by block. */
export default async function Blocks(props: PageProps) {
  const [frame, { blocks, keeps }] = await visit(props, listBlocks)
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("Question blocks")} at="consultations">
      <BackLink href={`/${lio}/consultations`}>{say("Consultations")}</BackLink>
      <h1>{say("Question blocks")}</h1>
      <p className="max-w-2xl">
        {say(
          "A block keeps questions you ask again and again, such as “About your group”. Save one on the Questions page of any consultation, and add it to a draft there. To reuse a whole consultation, with its plan and who it asks, open its Plan and press Copy as a new draft.",
        )}
      </p>
      {blocks.length === 0 ? (
        <EmptyState drawing="letters" title={say("No blocks yet")}>
          {say("Open a consultation, go to Questions and choose Save questions as a block.")}
        </EmptyState>
      ) : null}
      {blocks.map(({ id, name, questions }) => (
        <section key={id} className="card mb-4 max-w-2xl" aria-labelledby={id}>
          <h2 id={id} className="mt-0">
            {name}
          </h2>
          <ol className="mb-5 list-decimal pl-6">
            {questions.map((question) => (
              <li key={question.id}>
                {question.title} <span className="hint m-0">{CONSULTATION_QUESTIONS[question.kind]}</span>
              </li>
            ))}
          </ol>
          {keeps ? (
            <Form
              action={removeBlockForm}
              lio={lio}
              id={`remove-${id}`}
              submit={say("Remove the block “{name}”", { name })}
              kind="danger"
            >
              <HiddenField name="id" value={id} />
            </Form>
          ) : null}
        </section>
      ))}
    </Frame>
  )
}
