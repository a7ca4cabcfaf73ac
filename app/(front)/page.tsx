import { redirect } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { ButtonLink } from "@/app/_ui/button-link"
import { needsSetUp } from "@/lib/lios/set-up/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "./_parts/front-frame"
import { NotSetUp } from "./_parts/not-set-up"

const FUNCTIONS = [
  [
    say("Development"),
    say("An idea becomes a group: from the first question to a constitution and a bank account."),
  ],
  [say("Support"), say("Advice and help, written down once in half a minute, and counted for every funder.")],
  [say("Liaison"), say("Networks in which groups speak as groups, and one calm email a week.")],
  [
    say("Representation"),
    say("One answer from each group, one voice to the council and the NHS, and the reply brought back."),
  ],
  [
    say("Strategic partnership"),
    say("People who speak for the sector on boards: chosen, briefed and heard from."),
  ],
] as const

/** The front door of an installation. Those signed in go straight on. */
export default async function Front() {
  if (await signedIn()) redirect("/where")
  if (await needsSetUp()) return <NotSetUp />
  return (
    <FrontFrame title="Trellis">
      <h1>{say("What local groups say goes somewhere, and the answer comes back")}</h1>
      <p className="lead">
        {say(
          "Trellis is the working tool of organisations that keep a district’s voluntary groups going. Groups are asked once, answer together, and hear what came of it.",
        )}
      </p>
      <p>
        <ButtonLink href="/sign-in">{say("Sign in")}</ButtonLink>
      </p>
      <h2>{say("What it is for")}</h2>
      <dl className="max-w-3xl">
        {FUNCTIONS.map(([name, about]) => (
          <div key={name} className="mb-4">
            <dt className="font-bold">{name}</dt>
            <dd className="m-0">{about}</dd>
          </div>
        ))}
      </dl>
    </FrontFrame>
  )
}
