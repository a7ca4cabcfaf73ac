import Link from "next/link"
import { type PageProps, visit } from "@/app/_http/visit"
import { formatDate } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { listOutcomes } from "@/lib/representations/outcomes/queries"
import { Frame } from "../_parts/frame"
import { ReplyTag } from "../representations/_parts/words"

/** What came of what one's groups said: you said, we said, they decided. */
export default async function Outcomes(props: PageProps) {
  const [frame, outcomes] = await visit(props, (ctx) => listOutcomes(ctx))
  const several = frame.actor.groups.length > 1
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="What came of it" at="outcomes">
      <h1>What came of it</h1>
      {outcomes.length === 0 ? (
        <EmptyState title="Nothing has come back yet">
          <p>
            When your group answers a consultation, we put the answers together and take them to the council
            or the NHS. What they decide comes back to you here and by email.
          </p>
        </EmptyState>
      ) : null}
      {outcomes.map((outcome, at) => {
        const yours = outcome.asks.flatMap((ask) => ask.yours)
        return (
          <article
            key={outcome.representationId + outcome.groupId}
            className="card mb-8 max-w-3xl"
            id={
              outcomes.findIndex((one) => one.representationId === outcome.representationId) === at
                ? outcome.representationId
                : undefined
            }
          >
            <h2 className="mt-0">{outcome.consultation ?? outcome.title}</h2>
            <p className="text-soft">
              {several ? `${outcome.group}. ` : ""}
              {outcome.closedAt ? formatDate(outcome.closedAt) : ""}
            </p>
            <h3>You said</h3>
            {yours.length > 0 ? (
              yours.map((quote) => (
                <blockquote key={quote}>
                  <p className="mb-0">{quote}</p>
                </blockquote>
              ))
            ) : (
              <p>Your group’s answer was counted in what we sent.</p>
            )}
            <h3>We said to {outcome.body}, and they decided</h3>
            <ol className="list-none p-0">
              {outcome.asks.map((ask) => (
                <li key={ask.text} className="mb-5 border-l-4 border-line pl-4">
                  <p className="mb-1 font-semibold">{ask.text}</p>
                  <p className="mb-1">
                    <ReplyTag reply={ask.reply} /> {ask.replyText}
                  </p>
                  {ask.outcome ? (
                    <p className="mb-0">
                      <strong>What happened:</strong> {ask.outcome}
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
            {outcome.outcome ? <p>{outcome.outcome}</p> : null}
            {outcome.version ? (
              <p className="mb-0">
                <Link href={`/${lio}/representations/${outcome.representationId}/${outcome.version}`}>
                  Read the whole paper
                </Link>
              </p>
            ) : null}
          </article>
        )
      })}
    </Frame>
  )
}
