import { say } from "@/lib/words"
import { NoPage } from "./_ui/no-page"

/** Trellis leads people without a sign-in to where they sign in; without this page Next would send one of its own along. */
export default function UnauthorizedPage() {
  return (
    <NoPage title={say("Sign in to see this page")}>
      <p>{say("Sign in first: we’ll email you a link.")}</p>
    </NoPage>
  )
}
