import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { listHelp } from "@/lib/health-checks/helping/queries"
import { mayAskForChecks, maySeeChecks } from "@/lib/health-checks/policy"
import { getCheck, type HealthCheck, hasRecheck } from "@/lib/health-checks/queries"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { listNeedsOfCheck } from "@/lib/needs/queries"
import { formatDate, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { HeardInIt } from "../../needs/_parts/heard-here"
import { Plan } from "../_parts/plan"
import { ReportLinks } from "../_parts/report-links"
import { Results } from "../_parts/results"
import { addStepForm, askAgainForm, finishStepForm, planRecheckForm, sendAgainForm } from "../actions"

/** One health check for staff: how far it is, and what it says as long as the group agrees. */
export default async function HealthCheckPage(props: PageProps) {
  const [frame, { check, help, needs, raises, repeated, asks, chosen }] = await visit(
    props,
    async (ctx, query, { id = "" }) => {
      ensure(maySeeChecks(ctx.actor), say("Open your group’s health check by the link in your email."))
      const check = await getCheck(ctx, id)
      return {
        check,
        help: await listHelp(ctx, check),
        needs: await listNeedsOfCheck(ctx, id),
        raises: mayKeepNeeds(ctx.actor),
        repeated: await hasRecheck(ctx, id),
        asks: mayAskForChecks(ctx.actor),
        chosen: typeof query.about === "string" ? query.about : "",
      }
    },
  )
  const lio = frame.lio.slug
  const here = `/${lio}/health-checks`
  const title = say("Health check: {group}", { group: check.group })
  const needsAt =
    (from: "health" | "plan") =>
    (id: string, weak = true) => (
      <HeardInIt {...{ lio, from, id }} needs={needs.filter(({ at }) => at === id)} keeps={raises && weak} />
    )
  const shown = check.handedInAt !== null && check.shared
  return (
    <Frame {...frame} title={title} at="health-checks">
      <BackLink href={here}>{say("Health checks")}</BackLink>
      <h1>{title}</h1>
      <p>
        <a href={`/${lio}/groups/${check.groupId}`}>{check.group}</a>
      </p>
      <State check={check} />
      {shown ? (
        <>
          <ReportLinks at={(form) => `${here}/${check.id}/file/${form}`} />
          {check.earlierId ? (
            <p>
              <a href={`${here}/${check.earlierId}`}>{say("See the check before")}</a>
            </p>
          ) : null}
          <Results
            lio={lio}
            check={check}
            help={help}
            needsAt={needsAt("health")}
            planAt={asks ? (about) => `?${new URLSearchParams({ about })}#plan` : undefined}
          />
          <Plan
            check={check}
            chosen={chosen}
            lio={lio}
            needsAt={needsAt("plan")}
            forms={asks ? { add: addStepForm, done: finishStepForm } : null}
          >
            <input type="hidden" name="id" value={check.id} />
          </Plan>
        </>
      ) : null}
      {asks ? <Acts lio={lio} check={check} repeated={repeated} /> : null}
    </Frame>
  )
}

function State({
  check: { handedInAt, handedInBy, shared, startedAt, askedAt, recheckOn },
}: {
  check: HealthCheck
}) {
  return (
    <div className="max-w-2xl">
      {handedInAt ? (
        <p>
          {handedInBy
            ? say("{name} handed it in on {day}.", { name: handedInBy, day: formatDate(handedInAt) })
            : say("Handed in on {day}.", { day: formatDate(handedInAt) })}
        </p>
      ) : (
        <p>
          {say("Asked on {day}.", { day: formatDate(askedAt) })}{" "}
          {startedAt ? say("The group has begun.") : say("The group hasn’t begun yet.")}
        </p>
      )}
      {shared ? null : (
        <p>
          {handedInAt
            ? say("The group keeps its answers to itself. You’ll see them here if it decides to share them.")
            : say("You’ll see the answers here once the group has handed them in and agrees.")}
        </p>
      )}
      {recheckOn ? <p>{say("Next check: {day}.", { day: formatDate(recheckOn) })}</p> : null}
    </div>
  )
}

/** What staff can do next. */
function Acts({ lio, check, repeated }: { lio: string; check: HealthCheck; repeated: boolean }) {
  const id = <input type="hidden" name="id" value={check.id} />
  const again = (
    <Form
      action={sendAgainForm}
      lio={lio}
      id="send-again"
      kind="secondary"
      submit={say("Send the link again")}
    >
      {id}
    </Form>
  )
  if (!check.handedInAt)
    return (
      <div className="flex flex-wrap items-center gap-4">
        {check.shared ? (
          <ButtonLink href={`/${lio}/health-checks/${check.id}/together`}>
            {say("Write down answers")}
          </ButtonLink>
        ) : null}
        {again}
      </div>
    )
  return (
    <section aria-labelledby="next" className="mt-8 flex max-w-2xl flex-col items-start gap-4">
      <h2 id="next">{say("The next check")}</h2>
      {repeated ? (
        <p>{say("The group has been asked the same questions again.")}</p>
      ) : (
        <>
          <Form
            action={planRecheckForm}
            lio={lio}
            id="plan-recheck"
            kind="secondary"
            submit={say("Plan the next check")}
            values={{ months: "6" }}
          >
            {id}
            <Select
              name="months"
              label={say("When should the group check again?")}
              options={[3, 6, 12, 24].map((months) => ({
                value: String(months),
                label: sayCount(months, { one: "In {count} month", other: "In {count} months" }),
              }))}
            />
          </Form>
          <Form
            action={askAgainForm}
            lio={lio}
            id="ask-again"
            kind="secondary"
            submit={say("Ask the same questions again now")}
          >
            {id}
          </Form>
        </>
      )}
      {again}
    </section>
  )
}
