import { redirect } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { formatMoment } from "@/app/_ui/date"
import { Form } from "@/app/_ui/form"
import { listSessions } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FrontFrame } from "../_parts/front-frame"
import { endSessionForm, signOutForm } from "../actions"

/** Who one is here, and in which browsers one is signed in. */
export default async function Account() {
  const who = await signedIn()
  if (!who) redirect("/sign-in?next=/account")
  const sessions = await listSessions(who.accountId)
  return (
    <FrontFrame title={say("Your sign-in")}>
      <h1>{say("Your sign-in")}</h1>
      <p>{sayRich("You are signed in as {email}.", { email: <strong>{who.email}</strong> })}</p>
      <Form action={signOutForm} submit={say("Sign out of this browser")} />
      <h2>{say("Where you are signed in")}</h2>
      <p>{say("Lost a phone? End its session here.")}</p>
      <ul className="list-none space-y-4 p-0">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {say("{device}, since {since}", {
                device: session.device ?? say("A browser"),
                since: formatMoment(session.since),
              })}
            </span>
            <Form action={endSessionForm} submit={say("End this session")}>
              <input type="hidden" name="session" value={session.id} />
            </Form>
          </li>
        ))}
      </ul>
    </FrontFrame>
  )
}
