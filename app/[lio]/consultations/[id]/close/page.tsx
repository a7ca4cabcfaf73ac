import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { clockOf } from "@/lib/consultations/period"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation, getThread } from "@/lib/consultations/queries"
import { ensure } from "@/lib/errors"
import { formatMoment, plural } from "@/lib/words"
import { closingTimes } from "../../_parts/plan-fields"
import { closeForm, extendForm } from "../../actions"

/** Another closing day, or closing at once. */
export default async function ClosePage(props: PageProps) {
  const [frame, { consultation, thread, clock }] = await visit(props, async (ctx, _query, params) => {
    const consultation = await getConsultation(ctx, params.id ?? "")
    ensure(mayKeepConsultations(ctx.actor))
    return {
      consultation,
      thread: await getThread(ctx, consultation.id),
      clock: consultation.closesAt ? clockOf(consultation.closesAt, ctx.lio.timezone) : null,
    }
  })
  const { id, title, closesAt, state } = consultation
  const lio = frame.lio.slug
  const back = addressOf(lio, id, "")
  if (state !== "open") redirect(back)
  return (
    <Frame {...frame} title={`Close: ${title}`} at="consultations">
      <BackLink href={back}>{title}</BackLink>
      <h1>Close it, or change its closing day</h1>
      <p>It closes by itself on {closesAt ? formatMoment(closesAt) : "no day yet"}.</p>
      <h2>Another closing day</h2>
      <Form
        action={extendForm}
        lio={lio}
        id="extend"
        values={{ closesOn: clock?.day, closesTime: clock?.time }}
        submit="Change the closing day"
        kind="secondary"
      >
        <HiddenField name="id" value={id} />
        <DateFields name="closesOn" legend="When does it close?" />
        <Select name="closesTime" label="At what time?" options={closingTimes} empty={null} />
      </Form>
      <h2>Close it now</h2>
      <p className="max-w-2xl">
        {plural(thread.answered, "group has", "groups have")} answered, of {thread.asked} asked. Nobody can
        answer or change an answer after you close it, and it cannot be opened again.
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
    </Frame>
  )
}
