import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { ensure } from "@/lib/errors"
import { detailsOf } from "@/lib/representations/input"
import { mayRepresent } from "@/lib/representations/policy"
import { listBodies, listConsultationsToUse } from "@/lib/representations/queries"
import { getStanding } from "@/lib/representations/standing/queries"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Seen } from "../../../_parts/seen"
import { RepresentationFields } from "../../_parts/fields"
import { RepresentationFrame } from "../../_parts/representation-frame"
import { changeForm } from "../../actions"

/** Changes what a representation says before its asks. */
export default async function EditRepresentation(props: PageProps) {
  const [frame, { of, bodies, consultations }] = await visit(props, async (ctx, _query, { id = "" }) => {
    ensure(mayRepresent(ctx.actor))
    const [of, bodies, consultations] = await Promise.all([
      getStanding(ctx, id),
      listBodies(ctx),
      listConsultationsToUse(ctx),
    ])
    return { of, bodies, consultations }
  })
  const { whole } = of
  const lio = frame.lio.slug
  const at = `/${lio}/representations/${whole.id}`
  const details = detailsOf(whole)
  return (
    <RepresentationFrame frame={frame} of={of} page="edit" title={say("Details")}>
      <h2 className="sr-only">{say("Details")}</h2>
      <p>{say("Versions that are published stay as they are.")}</p>
      <Form
        action={changeForm}
        lio={lio}
        values={{ ...details, seen: asSeen(details) }}
        submit={say("Save the details")}
        kind="secondary"
        secondary={<a href={at}>{say("Cancel")}</a>}
      >
        <input type="hidden" name="id" value={whole.id} />
        <Seen />
        <RepresentationFields bodies={bodies} consultations={consultations} />
      </Form>
    </RepresentationFrame>
  )
}
