import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { isWeak } from "@/lib/health-checks/words"
import { say } from "@/lib/words"
import { askForSessionByLinkForm } from "../actions"
import { type ByLink, LinkFields } from "./link"

type Props = ByLink & { check: HealthCheck; name: string; chosen?: string }

/** Asks staff for a session about something that needs work. */
export function AskForSession({ check, name, chosen, ...link }: Props) {
  const open = check.questions.filter(
    ({ answer, offersSession, sessionAskedAt }) => isWeak(answer) && offersSession && !sessionAskedAt,
  )
  if (open.length === 0) return null
  return (
    <section id="session" aria-labelledby="session-title" className="mt-8 max-w-3xl">
      <h2 id="session-title">{say("Ask {name} for a session", { name })}</h2>
      <p>
        {check.shared
          ? say("Somebody will get in touch with you to find a time.")
          : say(
              "Somebody will get in touch with you to find a time. We’re told what it should be about, but not what you answered.",
            )}
      </p>
      <Form
        action={askForSessionByLinkForm}
        id="ask-for-session"
        kind="secondary"
        submit={say("Ask for a session")}
        values={{ questionId: chosen ?? "" }}
      >
        <LinkFields {...link} />
        <Select
          name="questionId"
          label={say("What should it be about?")}
          options={open.map(({ id, question }) => ({ value: id, label: question }))}
        />
      </Form>
    </section>
  )
}
