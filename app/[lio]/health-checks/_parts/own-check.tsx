import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import type { Helps } from "@/lib/health-checks/helping/queries"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { formatDate, say } from "@/lib/words"
import { addStepByLinkForm, finishStepByLinkForm, shareByLinkForm } from "../actions"
import { AskForSession } from "./ask-for-session"
import { type ByLink, LinkFields, pathOf } from "./link"
import { Plan } from "./plan"
import { ReportLinks } from "./report-links"
import { Results } from "./results"
import { ShareChoice } from "./share"

type Props = ByLink & {
  check: HealthCheck
  help: Record<string, Helps>
  name: string
  told: string
  /** The question that the next step of the plan, or the session, is about. */
  chosen?: string
}

/** A group’s own check once it is handed in: where it stands, its plan, and who sees them. */
export function OwnCheck({ check, help, name, told, chosen, ...link }: Props) {
  return (
    <>
      {told === "sent" ? (
        <Banner>
          {say("Thank you. Your health check is handed in. This link keeps working, so keep the email.")}
        </Banner>
      ) : null}
      {told === "share" ? (
        <Banner>
          {check.shared
            ? say("{name} can see your answers and your plan now.", { name })
            : say("{name} can’t see your answers any more, and your group isn’t in our figures.", { name })}
        </Banner>
      ) : null}
      {told === "session" ? (
        <Banner>{say("You asked for a session. {name} will get in touch with you.", { name })}</Banner>
      ) : null}
      {told === "plan" ? <Banner>{say("Saved the plan")}</Banner> : null}
      <h1>{say("Health check: {group}", { group: check.group })}</h1>
      {check.handedInAt ? <p>{say("Handed in on {day}.", { day: formatDate(check.handedInAt) })}</p> : null}
      <ReportLinks
        at={(form) =>
          `/${link.lio}/health-checks/answer/file/${form}?${new URLSearchParams({ key: link.token })}`
        }
      />
      <Results
        lio={link.lio}
        check={check}
        help={help}
        planAt={(about) => `${pathOf(link, { about })}#plan`}
        sessionAt={(about) => `${pathOf(link, { about })}#session`}
      />
      <Plan check={check} chosen={chosen} forms={{ add: addStepByLinkForm, done: finishStepByLinkForm }}>
        <LinkFields {...link} />
      </Plan>
      <AskForSession check={check} name={name} chosen={chosen} {...link} />
      <section aria-labelledby="sharing" className="mt-8 max-w-2xl">
        <h2 id="sharing">{say("Who sees this")}</h2>
        <p>
          {check.shared
            ? say("Your group and {name} see your answers and your plan.", { name })
            : say("Only your group sees your answers and your plan.")}
        </p>
        <Form
          action={shareByLinkForm}
          id="share"
          kind="secondary"
          submit={say("Save who sees this")}
          values={{ share: check.shared ? "yes" : "no" }}
        >
          <LinkFields {...link} />
          <ShareChoice name={name} />
        </Form>
      </section>
    </>
  )
}
