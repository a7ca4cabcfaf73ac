import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Static } from "@/app/_ui/static"
import { getTestEmail } from "@/lib/email/outbox/queries"
import { formatMoment, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** The last email that somebody of the staff had sent to themselves first: word for word what the groups would get. */
export default async function TestEmail(props: PageProps) {
  const [frame, email] = await visit(props, getTestEmail)
  const here = `/${frame.lio.slug}/emails/test`
  return (
    <Frame {...frame} title={say("Your test email")}>
      <h1>{say("Your test email")}</h1>
      {email?.text ? (
        <Static className="max-w-3xl">
          <p>
            {say(
              "This is what the groups would get, except for the lines at its foot: theirs say why they get it and how to stop it. It went to {toEmail} on {createdAt}, and to nobody else. Where it says “Your group’s name”, each group sees its own name.",
              { toEmail: email.toEmail, createdAt: formatMoment(email.createdAt) },
            )}
          </p>
          <article className="card">
            <h2 className="mt-0">{email.subject}</h2>
            <p className="mb-0 wrap-anywhere whitespace-pre-line">{email.text}</p>
          </article>
        </Static>
      ) : (
        <EmptyState
          drawing="letters"
          title={email ? say("We’re still writing it") : say("No test email in the last hour")}
          action={email ? <a href={here}>{say("Look again")}</a> : undefined}
        >
          {email
            ? say("That takes a second or two.")
            : say(
                "Before you open a consultation, remind groups or tell them what came of it, you can send yourself the email first. You can then read it here as well.",
              )}
        </EmptyState>
      )}
    </Frame>
  )
}
