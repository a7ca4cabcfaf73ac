import { type PageProps, visit } from "@/app/_http/visit"
import { BarChart } from "@/app/_ui/bar-chart"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { ConsultationFrame } from "@/app/[lio]/consultations/_parts/consultation-frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { knowsWhose } from "@/lib/consultations/policy"
import { getProgress, type Standing } from "@/lib/consultations/progress/queries"
import { getReach, type Reach } from "@/lib/consultations/reach/queries"
import { say, sayCount } from "@/lib/words"
import { Stopped } from "../../_parts/stopped"
import { remindForm, tryRemindForm } from "../../actions"
import { ReachCharts } from "../_parts/reach-charts"
import { ReachedGroups } from "../_parts/reached-groups"

/** Who was asked and who has been heard, with whom to ring while there is time. */
export default async function ReachPage(props: PageProps) {
  const [frame, { of, reach }] = await visit(props, async (ctx, _query, { id = "" }) => {
    const of = await getProgress(ctx, id)
    return { of, reach: of.consultation.state === "draft" ? null : await getReach(ctx, id) }
  })
  const { id, state } = of.consultation
  const lio = frame.lio.slug
  if (!reach) {
    return (
      <ConsultationFrame frame={frame} of={of} page="reach">
        <h2 className="sr-only">{say("Responses")}</h2>
        <p>
          {say("Once it’s open, this lists every group that was asked: who has answered, and who to ring.")}
        </p>
      </ConsultationFrame>
    )
  }
  if (state === "stopped") {
    return (
      <ConsultationFrame frame={frame} of={of} page="reach">
        <h2 className="sr-only">{say("Responses")}</h2>
        <Stopped reason={of.consultation.stoppedReason} />
      </ConsultationFrame>
    )
  }
  return (
    <ConsultationFrame
      frame={frame}
      of={of}
      page="reach"
      acts={{ chase: of.toRemind > 0 ? <Remind lio={lio} of={of} /> : null }}
    >
      <h2 className="sr-only">{say("Responses")}</h2>
      <ReachedGroups
        lio={lio}
        id={id}
        reach={reach}
        open={state === "open"}
        keeps={of.keeps}
        enters={knowsWhose(of.consultation)}
        place={{ path: addressOf(lio, id, "reach"), query: await props.searchParams }}
      />
      {state === "open" && of.keeps ? (
        <p className="max-w-2xl text-soft">
          {say(
            "Each group gets one reminder: automatically three days before it closes, or now, by you, between 8am and 8pm.",
          )}{" "}
          {reach.reminded > 0
            ? sayCount(reach.reminded, {
                one: "{count} group has been reminded.",
                other: "{count} groups have been reminded.",
              })
            : say("Nobody has been reminded yet.")}
        </p>
      ) : null}
      <Standings reach={reach} />
      <p>
        <a className="inline-flex min-h-11 items-center" href={addressOf(lio, id, "compare")}>
          {say("Compare with your membership")}
        </a>
      </p>
      <ReachCharts reach={reach} />
    </ConsultationFrame>
  )
}

/** The reminder to all who wait for one, and to oneself first: each group has only one. */
const Remind = ({ lio, of }: { lio: string; of: Standing }) => (
  <details className="fold">
    <summary>
      {sayCount(of.toRemind, { one: "Remind {count} group…", other: "Remind {count} groups…" })}
    </summary>
    <div className="mt-2 max-w-md">
      <p>
        {say(
          "Each group gets one reminder. If you send it now, they won’t get the usual one three days before it closes.",
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        <Form
          action={remindForm}
          lio={lio}
          submit={sayCount(of.toRemind, {
            one: "Remind {count} group now",
            other: "Remind {count} groups now",
          })}
          id="remind"
        >
          <HiddenField name="id" value={of.consultation.id} />
        </Form>
        <Form action={tryRemindForm} lio={lio} submit={say("Send me a test")} kind="secondary" id="try">
          <HiddenField name="id" value={of.consultation.id} />
        </Form>
      </div>
    </div>
  </details>
)

/** Where all that were asked stand, in one bar. */
function Standings({ reach }: { reach: Reach }) {
  const { asked, answered, nothing, drafting, opened, waiting } = reach
  return (
    <BarChart
      stacked
      finding={sayCount(
        asked,
        {
          one: "{answered} of {count} group has answered",
          other: "{answered} of {count} groups have answered",
        },
        { answered },
      )}
      about={say("Every group that was asked. What is being written doesn’t count until it’s sent.")}
      rowsAre={say("Groups")}
      series={[say("Answered"), say("Nothing to say"), say("Writing"), say("Opened"), say("Not opened")]}
      most={asked}
      rows={[{ label: say("Groups asked"), values: [answered, nothing, drafting, opened, waiting - opened] }]}
    />
  )
}
