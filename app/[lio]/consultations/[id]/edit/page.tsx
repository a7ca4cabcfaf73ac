import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { LongForm } from "@/app/[lio]/_parts/long-form"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { Version } from "@/app/[lio]/groups/_parts/version"
import { audienceField } from "@/lib/consultations/input"
import { listAudiences, listBodies } from "@/lib/consultations/invitations/queries"
import { clockOf } from "@/lib/consultations/period"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { PlanFields } from "../../_parts/plan-fields"
import { changePlanForm, removeDraftForm } from "../../actions"

export default async function EditConsultation(props: PageProps) {
  const [frame, { draft, bodies, audiences, clock }] = await visit(props, async (ctx, _query, params) => {
    const draft = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    const [bodies, audiences] = await Promise.all([listBodies(ctx), listAudiences(ctx, draft)])
    return {
      draft,
      bodies,
      audiences,
      clock: draft.closesAt ? clockOf(draft.closesAt, ctx.lio.timezone) : null,
    }
  })
  const lio = frame.lio.slug
  const back = addressOf(lio, draft.id, "")
  if (draft.state !== "draft") redirect(back)
  return (
    <Frame {...frame} title={`Change: ${draft.title}`} at="consultations">
      <BackLink href={back} />
      <h1>Change the draft</h1>
      <LongForm
        action={changePlanForm}
        frame={frame}
        values={{
          ...draft,
          openedAt: null,
          closedAt: null,
          closesAt: null,
          finishedAt: null,
          audience: audienceField(draft),
          closesOn: clock?.day,
          closesTime: clock?.time ?? "17:00",
        }}
        secondary={<a href={back}>Cancel</a>}
      >
        <HiddenField name="id" />
        <Version />
        <PlanFields bodies={bodies} audiences={audiences} />
      </LongForm>
      <h2>Remove the draft</h2>
      <p>Nobody has been asked yet. The draft and its questions go for good.</p>
      <Form action={removeDraftForm} lio={lio} submit="Remove this draft" kind="danger" id="remove">
        <HiddenField name="id" value={draft.id} />
      </Form>
    </Frame>
  )
}
