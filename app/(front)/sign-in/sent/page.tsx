import { cookies } from "next/headers"
import { isDemoOnly } from "@/lib/sign-in/queries"
import { FrontFrame } from "../../_parts/front-frame"
import { NoMail } from "../../_parts/no-mail"

export default async function LinkSent() {
  const link = (await isDemoOnly()) ? (await cookies()).get("trellis-demo-link")?.value : undefined
  return (
    <FrontFrame title="Check your email">
      <NoMail />
      <h1>Check your email</h1>
      <p>If we know that address, a link is on its way. It works once, for 20 minutes.</p>
      <p>
        Nothing there after five minutes? Look in your junk folder, or <a href="/sign-in">try again</a>. The
        address must be the one your group gave its local support organisation.
      </p>
      {link ? (
        <aside
          aria-labelledby="demo"
          className="mt-8 rounded-lg border-2 border-dashed border-line-strong p-5"
        >
          <h2 id="demo">Only in this demo</h2>
          <p>No email leaves this computer, so here is what it would say:</p>
          {link === "unknown" ? (
            <p>Nobody here has that address, so nothing was sent.</p>
          ) : (
            <p>
              <a href={link}>Open the sign-in link</a>
            </p>
          )}
        </aside>
      ) : null}
    </FrontFrame>
  )
}
