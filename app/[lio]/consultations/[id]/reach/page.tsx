import { type PageProps, visit } from "@/app/_http/visit"
import { Stat } from "@/app/_ui/card"
import { HiddenField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf } from "@/app/[lio]/consultations/_parts/paths"
import { mayKeepConsultations } from "@/lib/consultations/policy"
import { getConsultation } from "@/lib/consultations/queries"
import { getReach } from "@/lib/consultations/reach/queries"
import { leftInWords } from "@/lib/consultations/words"
import { formatDate, percent, plural } from "@/lib/words"
import { remindForm, tryRemindForm } from "../../actions"
import { ReachCharts } from "../_parts/reach-charts"
import { ReachedGroups } from "../_parts/reached-groups"

/** Who was asked and who has been heard, while there is time to ring the others. */
export default async function ReachPage(props: PageProps) {
  const [frame, { consultation, reach, keeps, now, zone }] = await visit(
    props,
    async (ctx, _query, params) => {
      const consultation = await getConsultation(ctx, params.id ?? "")
      return {
        consultation,
        reach: await getReach(ctx, consultation.id),
        keeps: mayKeepConsultations(ctx.actor),
        now: ctx.now,
        zone: ctx.lio.timezone,
      }
    },
  )
  const { id, title, closesAt, state } = consultation
  const lio = frame.lio.slug
  const open = state === "open"
  return (
    <Frame {...frame} title={`Reach: ${title}`} at="consultations">
      <BackLink href={addressOf(lio, id, "")}>{title}</BackLink>
      <h1>Who has been heard</h1>
      <p className="text-lg">
        Asked {reach.asked}, answered {reach.answered} ({percent(reach.answered, reach.asked)}).
        {open && closesAt
          ? ` ${leftInWords(closesAt, now, zone)}, until ${formatDate(closesAt)}.`
          : " It is closed."}
      </p>
      <div className="mb-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Stat
          label="Answered"
          value={reach.answered}
          of={`of ${plural(reach.asked, "group")}`}
          counts="They have sent their answer"
        />
        <Stat
          label="Writing"
          value={reach.drafting}
          of={`of ${plural(reach.asked, "group")}`}
          counts="Started but not sent, so it doesn’t count yet"
        />
        <Stat
          label="Nothing to say"
          value={reach.nothing}
          of={`of ${plural(reach.asked, "group")}`}
          counts="They told us they have nothing to say"
        />
        <Stat label="Not begun" value={reach.waiting} of={`of ${plural(reach.asked, "group")}`} />
      </div>
      <ReachedGroups
        lio={lio}
        id={id}
        reach={reach}
        open={open}
        keeps={keeps}
        place={{ path: addressOf(lio, id, "reach"), query: await props.searchParams }}
      />
      {open && keeps ? (
        <section>
          <h2>Reminder</h2>
          <p className="max-w-2xl">
            {plural(reach.reminded, "group")} reminded. Each group gets one reminder: automatically three days
            before closing, or now, by you, between 8am and 8pm.
            {reach.toRing > 0
              ? ` Nobody can be emailed at ${plural(reach.toRing, "group")} that we haven’t heard: please ring them.`
              : ""}
          </p>
          {reach.toRemind > 0 ? (
            <Form
              action={remindForm}
              lio={lio}
              submit={`Remind ${plural(reach.toRemind, "group")} now`}
              kind="secondary"
              id="remind"
            >
              <HiddenField name="id" value={id} />
            </Form>
          ) : null}
          {reach.toRemind > 0 ? (
            <Form
              action={tryRemindForm}
              lio={lio}
              submit="Send me a test reminder first"
              kind="plain"
              id="try"
            >
              <HiddenField name="id" value={id} />
            </Form>
          ) : null}
        </section>
      ) : null}
      <ReachCharts reach={reach} />
    </Frame>
  )
}
