import { ourPath } from "@/lib/sign-in/commands"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FrontFrame } from "../../_parts/front-frame"

/** The page behind the emailed link. It does nothing by itself, because mail scanners open links; the button signs in. */
export default async function ConfirmSignIn({
  searchParams,
}: {
  searchParams: Promise<{ token?: string; email?: string; next?: string }>
}) {
  const { token, email, next } = await searchParams
  if (!token || !email) {
    return (
      <FrontFrame title={say("This link isn’t complete")}>
        <h1>{say("This link isn’t complete")}</h1>
        <p>
          {sayRich(
            "Your email program may have cut it. Copy the whole link, or <link>ask for a new one</link>.",
            { link: (text) => <a href="/sign-in">{text}</a> },
          )}
        </p>
      </FrontFrame>
    )
  }
  return (
    <FrontFrame title={say("Sign in")}>
      <h1>{say("Sign in")}</h1>
      <p>{sayRich("You are signing in as {email}.", { email: <strong>{email}</strong> })}</p>
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input
          type="hidden"
          name="callbackUrl"
          value={ourPath(next ?? "/") === "/" ? "/where" : ourPath(next ?? "/")}
        />
        <button className="button" type="submit">
          {say("Sign in")}
        </button>
      </form>
    </FrontFrame>
  )
}
