import { say } from "@/lib/words"
import { FrontFrame } from "./(front)/_parts/front-frame"

/** The page is there, and the person is known, but it is not theirs to see. */
export default function ForbiddenPage() {
  return (
    <FrontFrame title={say("This page isn’t open to you")}>
      <h1>{say("This page isn’t open to you")}</h1>
      <p>
        {say(
          "You’re signed in, but your role here doesn’t include this page. Ask a manager if you think it should.",
        )}
      </p>
      <p>
        <a href="/where" className="button">
          {say("Go to your pages")}
        </a>
      </p>
    </FrontFrame>
  )
}
