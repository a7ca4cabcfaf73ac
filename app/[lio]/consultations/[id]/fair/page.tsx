import { type PageProps, visit } from "@/app/_http/visit"
import { HiddenField, TextArea } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { FAIRNESS, keys } from "@/db/vocabulary"
import { checklistOf } from "@/lib/consultations/fairness/words"
import { getProgress } from "@/lib/consultations/progress/queries"
import { asSeen } from "@/lib/seen"
import { say } from "@/lib/words"
import { Seen } from "../../../_parts/seen"
import { ConsultationFrame } from "../../_parts/consultation-frame"
import { addressOf } from "../../_parts/paths"
import { fairnessForm } from "../../actions"

/** How a consultation is fair, principle by principle: kept with it, and printed with its numbers. */
export default async function Fairness(props: PageProps) {
  const [frame, of] = await visit(props, (ctx, _query, { id = "" }) => getProgress(ctx, id))
  const { id, state, fairness } = of.consultation
  const lio = frame.lio.slug
  const changes = of.keeps && (state === "draft" || state === "open")
  return (
    <ConsultationFrame frame={frame} of={of} page="plan" title={say("Is it fair?")}>
      <BackLink href={addressOf(lio, id, "plan")}>{say("Plan")}</BackLink>
      <h2 className="mt-0">{say("Is it fair?")}</h2>
      <p className="max-w-2xl">
        {say(
          "Courts judge consultations by the Gunning principles, and the Compact adds feedback. Say in a sentence how you meet each one. It’s printed with the results, and it helps if anybody questions the consultation.",
        )}
      </p>
      {changes ? (
        <Form
          action={fairnessForm}
          lio={lio}
          values={{ ...fairness, seen: asSeen(checklistOf(fairness)) }}
          submit={say("Save the checklist")}
        >
          <HiddenField name="id" value={id} />
          <Seen />
          {keys(FAIRNESS).map((key) => (
            <TextArea key={key} name={key} label={FAIRNESS[key]} rows={2} optional />
          ))}
        </Form>
      ) : (
        <SummaryList
          missing={say("Not said")}
          items={keys(FAIRNESS).map((key) => ({ label: FAIRNESS[key], value: fairness[key] }))}
        />
      )}
    </ConsultationFrame>
  )
}
