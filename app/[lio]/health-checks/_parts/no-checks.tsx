import { EmptyState } from "@/app/_ui/empty-state"
import { say } from "@/lib/words"

/** What a health check is, before the first. */
export const NoChecks = () => (
  <EmptyState drawing="talk" title={say("No health checks yet")}>
    <p>
      {say(
        "A group answers a few questions about how it is run, sees where it stands and makes a plan. Asked again later, it sees how far it has come.",
      )}
    </p>
  </EmptyState>
)
