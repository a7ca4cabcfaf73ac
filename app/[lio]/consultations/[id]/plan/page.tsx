import { type FrameData, type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { SummaryList } from "@/app/_ui/summary-list"
import { NAMING, PARTS, SOURCE_ANSWERS } from "@/db/vocabulary"
import { listBodies } from "@/lib/consultations/invitations/queries"
import { clockOf } from "@/lib/consultations/period"
import { getProgress, type Standing } from "@/lib/consultations/progress/queries"
import { isNextOn } from "@/lib/consultations/progress/words"
import { formatDate, formatMoment, say } from "@/lib/words"
import { LongForm } from "../../../_parts/long-form"
import { Version } from "../../../groups/_parts/version"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { PlanFields } from "../../_parts/plan-fields"
import { changePlanForm, copyForm, removeDraftForm } from "../../actions"

type Props = { frame: FrameData; of: Standing; bodies: { id: string; name: string }[] }

/** The plan of a consultation: a form while it is a draft, afterwards what was decided. */
export default async function PlanPage(props: PageProps) {
  const [frame, { of, bodies }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const [of, bodies] = await Promise.all([getProgress(ctx, id), listBodies(ctx)])
    return { of, bodies }
  })
  const draft = of.consultation.state === "draft" && of.keeps
  return (
    <ConsultationFrame frame={frame} of={of} page="plan">
      {draft ? <PlanForm frame={frame} of={of} bodies={bodies} /> : <Planned lio={frame.lio.slug} of={of} />}
    </ConsultationFrame>
  )
}

function PlanForm({ frame, of, bodies }: Props) {
  const { consultation: draft, zone } = of
  const clock = draft.closesAt ? clockOf(draft.closesAt, zone) : null
  const { id, version, title, about, bodyId, periodReason, minutes, naming, partsBy } = draft
  const { sourceAnswers, sourceUrl, sourceClosesOn } = draft
  return (
    <>
      <h2 className="sr-only">{say("Plan")}</h2>
      <LongForm
        action={changePlanForm}
        frame={frame}
        values={{
          ...{ id, version, title, about, bodyId, periodReason, minutes, naming, partsBy },
          ...{ sourceAnswers, sourceUrl, sourceClosesOn },
          closesOn: clock?.day,
          closesTime: clock?.time ?? "17:00",
        }}
        submit={say("Save the plan")}
        kind={isNextOn("plan", of) ? undefined : "secondary"}
      >
        <HiddenField name="id" />
        <Version />
        <PlanFields bodies={bodies} />
      </LongForm>
      <p>
        <a className="inline-flex min-h-11 items-center" href={addressOf(frame.lio.slug, id, "fair")}>
          {say("Fairness checklist")}
        </a>
      </p>
      <div className="mt-8">
        <Form
          fold={say("Remove this draft")}
          action={removeDraftForm}
          lio={frame.lio.slug}
          submit={say("Remove this draft")}
          kind="danger"
          id="remove"
        >
          <p>{say("Nobody has been asked yet. The draft and its questions are deleted for good.")}</p>

          <HiddenField name="id" value={id} />
        </Form>
      </div>
    </>
  )
}

function Planned({ lio, of }: { lio: string; of: Standing }) {
  const { id, state, about, body, closesAt, openedAt, closedAt, minutes, naming, partsBy, periodReason } =
    of.consultation
  const { sourceAnswers, sourceUrl, sourceClosesOn, closingChanges, stoppedReason } = of.consultation
  return (
    <>
      <h2 className="sr-only">{say("Plan")}</h2>
      <SummaryList
        missing={say("Not said")}
        items={[
          { label: say("What groups read first"), value: about },
          { label: say("Whose plans"), value: body },
          ...(stoppedReason ? [{ label: say("Why it was stopped"), value: stoppedReason }] : []),
          ...(sourceAnswers
            ? [
                { label: say("Their consultation"), value: SOURCE_ANSWERS[sourceAnswers] },
                {
                  label: say("Where to read it"),
                  value: sourceUrl ? <a href={sourceUrl}>{sourceUrl}</a> : null,
                },
                {
                  label: say("Their closing date"),
                  value: sourceClosesOn ? formatDate(sourceClosesOn) : null,
                },
              ]
            : []),
          ...(openedAt ? [{ label: say("Opened"), value: formatMoment(openedAt, of.zone) }] : []),
          {
            label: stoppedReason ? say("Stopped") : closedAt ? say("Closed") : say("Closes"),
            value: (closedAt ?? closesAt) ? formatMoment(closedAt ?? closesAt ?? of.now, of.zone) : null,
          },
          ...(of.short && periodReason
            ? [{ label: say("Why less than 12 weeks"), value: periodReason }]
            : []),
          ...closingChanges.map(({ at, from, to, reason }) => ({
            label: say("Closing date changed"),
            value: say("On {at}, from {from} to {to}. {reason}", {
              at: formatDate(at),
              from: formatMoment(from, of.zone),
              to: formatMoment(to, of.zone),
              reason: reason ?? "",
            }),
          })),
          { label: say("Takes about"), value: say("{minutes} minutes", { minutes }) },
          { label: say("Answers"), value: NAMING[naming] },
          { label: say("Numbers"), value: PARTS[partsBy] },
        ]}
      />
      <p>
        <a className="inline-flex min-h-11 items-center" href={addressOf(lio, id, "fair")}>
          {say("Fairness checklist")}
        </a>
      </p>
      {of.keeps ? (
        <div className="flex flex-wrap items-start gap-4">
          {state === "open" ? (
            <ButtonLink href={addressOf(lio, id, "close")} kind="secondary">
              {say("Change the closing date, or close it")}
            </ButtonLink>
          ) : null}
          <Form action={copyForm} lio={lio} id="copy" submit={say("Copy as a new draft")} kind="secondary">
            <HiddenField name="id" value={id} />
          </Form>
        </div>
      ) : null}
    </>
  )
}
