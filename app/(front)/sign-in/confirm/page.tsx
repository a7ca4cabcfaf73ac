import { ourPath } from "@/lib/sign-in/commands"
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
      <FrontFrame title="This link isn’t complete">
        <h1>This link isn’t complete</h1>
        <p>
          Your email program may have cut it. Copy the whole link, or <a href="/sign-in">ask for a new one</a>
          .
        </p>
      </FrontFrame>
    )
  }
  return (
    <FrontFrame title="Sign in">
      <h1>Sign in</h1>
      <p>
        You are signing in as <strong>{email}</strong>.
      </p>
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input
          type="hidden"
          name="callbackUrl"
          value={ourPath(next ?? "/") === "/" ? "/where" : ourPath(next ?? "/")}
        />
        <button className="button" type="submit">
          Sign in
        </button>
      </form>
    </FrontFrame>
  )
}
