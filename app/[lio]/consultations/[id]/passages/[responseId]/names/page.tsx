import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { mayTakePassages } from "@/lib/consultations/passages/policy"
import { listCodes, listPassages } from "@/lib/consultations/passages/queries"
import { ensure, found } from "@/lib/errors"
import { Frame } from "../../../../../_parts/frame"
import { CodeFields } from "../../_parts/code-fields"
import { codeForm, dropForm } from "../../actions"

/** Under which names one passage is kept, and letting it go: on a page of its own, so that no other form loses its text. */
export default async function PassageNames(props: PageProps) {
  const [frame, { id, passage, codes }] = await visit(
    props,
    async (ctx, query, { id = "", responseId = "" }) => {
      ensure(mayTakePassages(ctx.actor), "Only workers and managers can take passages.")
      const [passages, codes] = await Promise.all([listPassages(ctx, id, { responseId }), listCodes(ctx, id)])
      return { id, codes, passage: found(passages.find((one) => one.id === query.passage) ?? passages[0]) }
    },
  )
  const lio = frame.lio.slug
  const back = `/${lio}/consultations/${id}/passages#${passage.id}`
  return (
    <Frame {...frame} title="Names of a passage" at="consultations">
      <BackLink href={back}>Passages</BackLink>
      <h1>Names of a passage</h1>
      <blockquote className="max-w-3xl">
        <p className="mb-0">{passage.quote}</p>
        <p className="mb-0 text-soft">{passage.group}</p>
      </blockquote>
      <Form
        action={codeForm}
        lio={lio}
        values={{ codeIds: passage.codes.map((code) => code.id) }}
        secondary={<a href={back}>Cancel</a>}
      >
        <input type="hidden" name="id" value={passage.id} />
        <CodeFields codes={codes} />
      </Form>
      {passage.asks === 0 ? (
        <section className="mt-10 border-t border-line pt-2">
          <h2>Let it go</h2>
          <p className="max-w-2xl">
            The answer itself doesn’t change, and you can take these words again later.
          </p>
          <Form action={dropForm} lio={lio} submit="Let this passage go" kind="danger" id="drop">
            <input type="hidden" name="id" value={passage.id} />
          </Form>
        </section>
      ) : null}
    </Frame>
  )
}
