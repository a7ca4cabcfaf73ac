import { redirect } from "next/navigation"
import { type PageProps, visit } from "@/app/_http/visit"
import { Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ConsultationFrame } from "@/app/[lio]/consultations/_parts/consultation-frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { clockOf } from "@/lib/consultations/period"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getProgress } from "@/lib/consultations/progress/queries"
import { ensure } from "@/lib/errors"
import { formatMoment, say, sayCount } from "@/lib/words"
import { closingTimes } from "../../_parts/plan-fields"
import { closeForm, extendForm, stopForm } from "../../actions"

/** Another closing day, or closing at once. */
export default async function ClosePage(props: PageProps) {
  const [frame, of] = await visit(props, async (ctx, _query, params) => {
    ensure(mayKeepConsultations(ctx.actor))
    return getProgress(ctx, params.id ?? "")
  })
  const { id, closesAt, closedAt, state } = of.consultation
  const clock = closesAt ? clockOf(closesAt, of.zone) : null
  const lio = frame.lio.slug
  const back = addressOf(lio, id, "plan")
  if (state !== "open" && (state !== "closed" || closedAt)) redirect(back)
  const stop = (
    <>
      <h3>{say("Stop this consultation")}</h3>
      <p className="max-w-2xl">
        {say(
          "Use this if it shouldn’t have been asked, or no longer makes sense. Nothing will be counted, and every group you asked will be told why. You can’t undo this.",
        )}
      </p>
      <Form action={stopForm} lio={lio} id="stop" submit={say("Stop it and tell the groups")} kind="danger">
        <HiddenField name="id" value={id} />
        <TextArea name="reason" label={say("Why are you stopping it?")} rows={3} />
      </Form>
    </>
  )
  if (state === "closed")
    return (
      <ConsultationFrame frame={frame} of={of} page="plan" title={say("Close")} acts={{ close: null }}>
        <h2>{say("The results aren’t ready yet")}</h2>
        <p className="max-w-2xl">
          {say(
            "It has closed, and nobody can answer any more. If the results aren’t ready within ten minutes, try again here and you’ll see what the problem is. Trying again won’t lose any answers.",
          )}
        </p>
        <Form action={closeForm} lio={lio} id="close" submit={say("Put the results together")}>
          <HiddenField name="id" value={id} />
        </Form>
        {stop}
      </ConsultationFrame>
    )
  return (
    <ConsultationFrame frame={frame} of={of} page="plan" title={say("Close")} acts={{ close: null }}>
      <h2>{say("Change the closing date, or close it")}</h2>
      <p>
        {closesAt
          ? say("It closes by itself on {closesAt}.", { closesAt: formatMoment(closesAt, of.zone) })
          : say("It has no closing date yet.")}
      </p>
      <h3>{say("Another closing date")}</h3>
      <Form
        action={extendForm}
        lio={lio}
        id="extend"
        values={{ closesOn: clock?.day, closesTime: clock?.time }}
        submit={say("Change the closing date")}
        kind="secondary"
      >
        <HiddenField name="id" value={id} />
        <DateFields name="closesOn" legend={say("When does it close?")} />
        <Select name="closesTime" label={say("At what time?")} options={closingTimes} empty={null} />
        <TextArea
          name="reason"
          label={say("Why?")}
          hint={say(
            "Needed if groups will have less time than you told them, or less than 12 weeks. It’s printed with the results.",
          )}
          rows={2}
          optional
        />
      </Form>
      <h3>{say("Close it now")}</h3>
      <p className="max-w-2xl">
        {sayCount(
          of.answered,
          {
            one: "{count} group has answered, of {asked} asked. Nobody can answer or change an answer after you close it, and it cannot be opened again.",
            other:
              "{count} groups have answered, of {asked} asked. Nobody can answer or change an answer after you close it, and it cannot be opened again.",
          },
          { asked: of.asked },
        )}
      </p>
      <Form
        action={closeForm}
        lio={lio}
        id="close"
        submit={say("Close it now")}
        kind="danger"
        secondary={<a href={back}>{say("Leave it open")}</a>}
      >
        <HiddenField name="id" value={id} />
        <TextArea
          name="reason"
          label={say("Why is it closing early?")}
          hint={say("It’s printed with the results.")}
          rows={2}
        />
      </Form>
      {stop}
    </ConsultationFrame>
  )
}
