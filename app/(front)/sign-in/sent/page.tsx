import { cookies } from "next/headers"
import { isDemoOnly } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { FrontFrame } from "../../_parts/front-frame"
import { NoMail } from "../../_parts/no-mail"

export default async function LinkSent() {
  const link = (await isDemoOnly()) ? (await cookies()).get("trellis-demo-link")?.value : undefined
  return (
    <FrontFrame title={say("Check your email")}>
      <NoMail />
      <h1>{say("Check your email")}</h1>
      <p>{say("If we know that address, a link is on its way. It works once, for 20 minutes.")}</p>
      <p>
        {sayRich(
          "Nothing there after five minutes? Look in your junk folder, or <link>try again</link>. The address must be the one your group gave its local support organisation.",
          { link: (text) => <a href="/sign-in">{text}</a> },
        )}
      </p>
      {link ? (
        <aside
          aria-labelledby="demo"
          className="mt-8 rounded-lg border-2 border-dashed border-line-strong p-5"
        >
          <h2 id="demo">{say("Only in this demo")}</h2>
          <p>{say("No email leaves this computer, so here is what it would say:")}</p>
          {link === "unknown" ? (
            <p>{say("Nobody here has that address, so nothing was sent.")}</p>
          ) : (
            <p>
              <a href={link}>{say("Open the sign-in link")}</a>
            </p>
          )}
        </aside>
      ) : null}
    </FrontFrame>
  )
}
