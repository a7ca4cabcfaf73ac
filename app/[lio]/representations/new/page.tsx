import { type PageProps, visit } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { mayRepresent } from "@/lib/representations/policy"
import { listBodies, listConsultationsToUse } from "@/lib/representations/queries"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { RepresentationFields } from "../_parts/fields"
import { startForm } from "../actions"

/** Begins a representation. */
export default async function NewRepresentation(props: PageProps) {
  const [frame, { bodies, consultations, from }] = await visit(props, async (ctx, query) => {
    ensure(mayRepresent(ctx.actor))
    const [bodies, consultations] = await Promise.all([listBodies(ctx), listConsultationsToUse(ctx)])
    return { bodies, consultations, from: consultations.find((one) => one.id === query.consultation) ?? null }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title={say("New representation")} at="representations">
      <BackLink href={`/${lio}/representations`}>{say("Representations")}</BackLink>
      <h1>{say("New representation")}</h1>
      <Form
        action={startForm}
        lio={lio}
        submit={say("Save and add the asks")}
        values={{ consultationId: from?.id ?? "", bodyId: from?.bodyId ?? "", title: "" }}
        secondary={<a href={`/${lio}/representations`}>{say("Cancel")}</a>}
      >
        <RepresentationFields bodies={bodies} consultations={consultations} />
      </Form>
    </Frame>
  )
}
