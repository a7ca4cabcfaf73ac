import { say } from "@/lib/words"
import { FrontFrame } from "../../_parts/front-frame"

export default function SignInProblem() {
  return (
    <FrontFrame title={say("That link has been used or has expired")}>
      <h1>{say("That link has been used or has expired")}</h1>
      <p>{say("A sign-in link works once, for 20 minutes. It costs nothing to ask for another.")}</p>
      <p>
        <a className="button" href="/sign-in">
          {say("Send me a new link")}
        </a>
      </p>
    </FrontFrame>
  )
}
