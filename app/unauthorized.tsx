import { say } from "@/lib/words/say"
import { NoPage } from "./_ui/no-page"

/** Trellis leads people without a sign-in to where they sign in; without this page Next would send one of its own along. */
export default function UnauthorizedPage() {
  return (
    <NoPage title={say("Sign in to see this page")}>
      <p>{say("You need to sign in first. It takes one email.")}</p>
    </NoPage>
  )
}
