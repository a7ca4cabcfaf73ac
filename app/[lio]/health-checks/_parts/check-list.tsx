import { Static } from "@/app/_ui/static"
import type { CheckRow } from "@/lib/health-checks/queries"
import { formatDate, say } from "@/lib/words"

/** Health checks, each with how far it is; `path` is the address of its page. */
export function CheckList({ checks }: { checks: (CheckRow & { path: string })[] }) {
  return (
    <Static>
      <ul className="act-list">
        {checks.map((check) => (
          <li key={check.id} className="act-row">
            <div className="act-words">
              <a href={check.path}>{check.sets ? `${check.group}: ${check.sets}` : check.group}</a>
              <p className="hint m-0">
                {check.again
                  ? say("Asked again on {day}.", { day: formatDate(check.askedAt) })
                  : say("Asked on {day}.", { day: formatDate(check.askedAt) })}{" "}
                {stateOf(check)}{" "}
                {check.recheckOn ? say("Next check: {day}.", { day: formatDate(check.recheckOn) }) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Static>
  )
}

function stateOf({ handedInAt, startedAt, shared }: CheckRow): string {
  if (handedInAt && shared) return say("Handed in, and shared with staff.")
  if (handedInAt) return say("Handed in. The group keeps its answers to itself.")
  return startedAt ? say("Being answered.") : say("Not begun yet.")
}
