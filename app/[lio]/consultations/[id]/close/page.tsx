import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ConsultationFrame } from "@/app/[lio]/consultations/_parts/consultation-frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { clockOf } from "@/lib/consultations/period"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { ensure } from "@/lib/errors"
import { formatMoment, plural } from "@/lib/words"
import { closingTimes } from "../../_parts/plan-fields"
import { closeForm, extendForm } from "../../actions"

/** Another closing day, or closing at once. */
export default async function ClosePage(props: PageProps) {
  const [frame, of] = await visit(props, async (ctx, _query, params) => {
    ensure(mayKeepConsultations(ctx.actor))
    return getProgress(ctx, params.id ?? "")
  })
  const { id, closesAt, state } = of.consultation
  const clock = closesAt ? clockOf(closesAt, of.zone) : null
  const lio = frame.lio.slug
  const back = addressOf(lio, id, "plan")
  if (state !== "open") redirect(back)
  return (
    <ConsultationFrame frame={frame} of={of} page="plan" title="Close" acts={{ close: null }}>
      <h2>Change the closing date, or close it</h2>
      <p>It closes by itself on {closesAt ? formatMoment(closesAt, of.zone) : "no day yet"}.</p>
      <h3>Another closing date</h3>
      <Form
        action={extendForm}
        lio={lio}
        id="extend"
        values={{ closesOn: clock?.day, closesTime: clock?.time }}
        submit="Change the closing date"
        kind="secondary"
      >
        <HiddenField name="id" value={id} />
        <DateFields name="closesOn" legend="When does it close?" />
        <Select name="closesTime" label="At what time?" options={closingTimes} empty={null} />
      </Form>
      <h3>Close it now</h3>
      <p className="max-w-2xl">
        {plural(of.answered, "group has", "groups have")} answered, of {of.asked} asked. Nobody can answer or
        change an answer after you close it, and it cannot be opened again.
      </p>
      <Form
        action={closeForm}
        lio={lio}
        id="close"
        submit="Close it now"
        kind="danger"
        secondary={<a href={back}>Leave it open</a>}
      >
        <HiddenField name="id" value={id} />
      </Form>
    </ConsultationFrame>
  )
}
