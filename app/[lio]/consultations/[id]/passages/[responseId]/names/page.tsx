import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listCodes, listPassages } from "@/lib/consultations/passages/queries"
import { getProgress } from "@/lib/consultations/progress/queries"
import { ensure, found } from "@/lib/errors"
import { say } from "@/lib/words"
import { ConsultationFrame } from "../../../../_parts/consultation-frame"
import { addressOf } from "../../../../_parts/paths"
import { CodeFields } from "../../_parts/code-fields"
import { codeForm, dropForm } from "../../actions"

/** Under which names one passage is kept, and letting it go: on a page of its own, so that no other form loses its text. */
export default async function PassageNames(props: PageProps) {
  const [frame, { of, passage, codes }] = await visit(
    props,
    async (ctx, query, { id = "", responseId = "" }) => {
      ensure(mayTakePassages(ctx.actor), say("Only workers and managers can take passages."))
      const [of, passages, codes] = await Promise.all([
        getProgress(ctx, id),
        listPassages(ctx, id, { responseId }),
        listCodes(ctx, id),
      ])
      return { of, codes, passage: found(passages.find((one) => one.id === query.passage) ?? passages[0]) }
    },
  )
  const lio = frame.lio.slug
  const back = `${addressOf(lio, of.consultation.id, "passages")}#${passage.id}`
  return (
    <ConsultationFrame frame={frame} of={of} page="passages" title={say("Codes of a passage")}>
      <BackLink href={back}>{say("All passages")}</BackLink>
      <h2 className="mt-0">{say("Codes of a passage")}</h2>
      <blockquote className="max-w-3xl">
        <p className="mb-0">{passage.quote}</p>
        <p className="mb-0 text-soft">{passage.group}</p>
      </blockquote>
      <Form
        action={codeForm}
        lio={lio}
        values={{ codeIds: passage.codes.map((code) => code.id) }}
        submit={say("Save the codes")}
        kind="secondary"
        secondary={<a href={back}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={passage.id} />
        <CodeFields codes={codes} />
      </Form>
      {passage.uses === 0 ? (
        <section className="mt-10 border-t border-line pt-2">
          <h3>{say("Remove this passage")}</h3>
          <p className="max-w-2xl">
            {say("The answer itself doesn’t change, and you can mark these words again later.")}
          </p>
          <Form action={dropForm} lio={lio} submit={say("Remove this passage")} kind="danger" id="drop">
            <input type="hidden" name="id" value={passage.id} />
          </Form>
        </section>
      ) : null}
    </ConsultationFrame>
  )
}
