import { type PageProps, visit } from "@/app/_http/visit"
import { EmptyState } from "@/app/_ui/empty-state"
import { Static } from "@/app/_ui/static"
import { getTrial } from "@/lib/email/outbox/queries"
import { formatMoment } from "@/lib/words"
import { Frame } from "../../_parts/frame"

/** The last email that somebody of the staff had sent to themselves first: word for word what the groups would get. */
export default async function Trial(props: PageProps) {
  const [frame, trial] = await visit(props, getTrial)
  const here = `/${frame.lio.slug}/emails/trial`
  return (
    <Frame {...frame} title="Your test email">
      <h1>Your test email</h1>
      {trial?.text ? (
        <Static className="max-w-3xl">
          <p>
            This is what the groups would get. It went to {trial.toEmail} on {formatMoment(trial.createdAt)},
            and to nobody else. Where it says “Your group’s name”, each group reads its own.
          </p>
          <article className="card">
            <h2 className="mt-0">{trial.subject}</h2>
            <p className="mb-0 wrap-anywhere whitespace-pre-line">{trial.text}</p>
          </article>
        </Static>
      ) : (
        <EmptyState
          title={trial ? "It’s being written" : "No test email in the last hour"}
          action={trial ? <a href={here}>Look again</a> : undefined}
        >
          {trial
            ? "That takes a second or two."
            : "On the pages where you open a consultation, remind groups or tell them what came of it, you can send yourself the email first. It then stands here, too."}
        </EmptyState>
      )}
    </Frame>
  )
}
