import { ButtonLink } from "@/app/_ui/button-link"
import { FrontFrame } from "./front-frame"

/** The front page of an installation without any LIO. */
export const NotSetUp = () => (
  <FrontFrame title="Trellis">
    <h1>Welcome to Trellis</h1>
    <p className="lead">This Trellis hasn’t been set up yet.</p>
    <p>
      Setting it up takes about two minutes. You’ll need the set-up code, which was printed where Trellis was
      started, and the name of your organisation.
    </p>
    <p>
      <ButtonLink href="/set-up">Set up your organisation</ButtonLink>
    </p>
  </FrontFrame>
)
