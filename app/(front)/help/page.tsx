import { FrontFrame } from "../_parts/front-frame"

/** Help, in the same place on every page. */
export default function Help() {
  return (
    <FrontFrame title="Help and contact">
      <h1>Help and contact</h1>
      <h2>I cannot sign in</h2>
      <p>
        Use the address that your group gave its local support organisation. We send a link to it; there is no
        password. The link works once, for 20 minutes. <a href="/sign-in">Ask for a link</a>.
      </p>
      <h2>I had an email with questions</h2>
      <p>
        Press the button in the email. You do not have to sign in. Each answer is kept when you press
        Continue, so you can stop and come back to it, also on another day.
      </p>
      <h2>Who can see what my group says?</h2>
      <p>
        The staff of your local support organisation see your signed-off answer. Before you start, the first
        page says who else will, and whether your group is named. Nobody sees a draft but the people of your
        own group.
      </p>
      <h2>I get too many emails</h2>
      <p>Each email has a link at its foot to get fewer of them, or none. You need not sign in for that.</p>
      <h2>Somebody to talk to</h2>
      <p>
        Your local support organisation runs this. Its telephone number and email address are on its own page:
        it is the first link at the top when you are signed in.
      </p>
    </FrontFrame>
  )
}
