import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { getRepresentation, listBodies, listConsultationsToUse } from "@/lib/representations/queries"
import { Frame } from "../../../_parts/frame"
import { RepresentationFields } from "../../_parts/fields"
import { changeForm } from "../../actions"

/** Changes what a representation says before its asks. */
export default async function EditRepresentation(props: PageProps) {
  const [frame, { whole, bodies, consultations }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const [whole, bodies, consultations] = await Promise.all([
      getRepresentation(ctx, id),
      listBodies(ctx),
      listConsultationsToUse(ctx),
    ])
    return { whole, bodies, consultations }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const { title, bodyId, addressee, consultationId, introduction } = whole
  return (
    <Frame {...frame} title={`Change: ${title}`} at="representations">
      <BackLink href={at}>{title}</BackLink>
      <h1>Change this representation</h1>
      <p>Versions that are published stay as they are.</p>
      <Form
        action={changeForm}
        lio={lio}
        values={{ title, bodyId, addressee, consultationId, introduction }}
        secondary={<a href={at}>Cancel</a>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <RepresentationFields bodies={bodies} consultations={consultations} />
      </Form>
    </Frame>
  )
}
