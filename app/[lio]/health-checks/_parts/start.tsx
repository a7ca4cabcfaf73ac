import { ButtonLink } from "@/app/_ui/button-link"
import type { HealthCheck } from "@/lib/health-checks/queries"
import { say, sayCount } from "@/lib/words"
import { type ByLink, pathOf } from "./link"

/** What it is about, how long it takes and who sees the answers, before the first question. */
export function Start({ check, name, ...link }: ByLink & { check: HealthCheck; name: string }) {
  const first = check.questions.findIndex(({ answer }) => answer === null)
  const count = check.questions.length
  const done = check.questions.filter(({ answer }) => answer !== null).length
  return (
    <div className="max-w-2xl">
      <h1>{say("Health check: {group}", { group: check.group })}</h1>
      <p>
        {sayCount(
          count,
          {
            one: "{count} question, about {minutes} minutes.",
            other: "{count} questions, about {minutes} minutes.",
          },
          { minutes: Math.max(5, Math.ceil(count / 2)) },
        )}{" "}
        {say(
          "Each answer is saved. You can stop and come back, and others from your group can go on where you left off.",
        )}
      </p>
      <p>
        {say(
          "The answers belong to your group. Before you hand them in you choose whether {name} sees them.",
          { name },
        )}
      </p>
      {done > 0 ? <p>{say("{done} of {count} questions are answered.", { done, count })}</p> : null}
      <ButtonLink href={pathOf(link, first < 0 ? { page: "check" } : { question: String(first + 1) })}>
        {done === 0 ? say("Start now") : first < 0 ? say("Check your answers") : say("Go on")}
      </ButtonLink>
    </div>
  )
}
