import { FrontFrame } from "../../_parts/front-frame"

export default function SignInProblem() {
  return (
    <FrontFrame title="That link has been used or has expired">
      <h1>That link has been used or has expired</h1>
      <p>A sign-in link works once, for 20 minutes. It costs nothing to ask for another.</p>
      <p>
        <a className="button" href="/sign-in">
          Send me a new link
        </a>
      </p>
    </FrontFrame>
  )
}
