import { say } from "@/lib/words"
import { NoPage } from "./_ui/no-page"

/** The page is there, and the person is known, but it is not theirs to see. */
export default function ForbiddenPage() {
  return (
    <NoPage title={say("This page isn’t open to you")}>
      <p>
        {say(
          "You’re signed in, but your role here doesn’t include this page. Ask a manager if you think it should.",
        )}
      </p>
    </NoPage>
  )
}
