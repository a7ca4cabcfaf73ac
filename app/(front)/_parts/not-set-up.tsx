import { ButtonLink } from "@/app/_ui/button-link"
import { say } from "@/lib/words"
import { FrontFrame } from "./front-frame"

/** The front page of an installation without any LIO. */
export const NotSetUp = () => (
  <FrontFrame title="Trellis">
    <h1>{say("Welcome to Trellis")}</h1>
    <p className="lead">{say("This Trellis hasn’t been set up yet.")}</p>
    <p>
      {say(
        "Setting it up takes about two minutes. You’ll need the set-up code, which was printed where Trellis was started, and the name of your organisation.",
      )}
    </p>
    <p>
      <ButtonLink href="/set-up">{say("Set up your organisation")}</ButtonLink>
    </p>
  </FrontFrame>
)
