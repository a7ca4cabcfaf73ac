import { Banner } from "@/app/_ui/banner"
import type { QuestionVersion } from "@/lib/consultations/questions/versions/queries"
import { formatDate, formatMoment, say, sayCount } from "@/lib/words"

const why = ({ words, reason }: QuestionVersion) => [...words, say("Why: {reason}", { reason })].join(" ")

/** What was put right in a question, above its fields. */
export const ChangedQuestion = ({ versions }: { versions: readonly QuestionVersion[] }) =>
  versions.map((one) => (
    <p key={one.version} className="hint max-w-2xl">
      {say("Changed on {day}: {what}", { day: formatDate(one.changedAt), what: why(one) })}
    </p>
  ))

/** What was put right in the questions since a group sent its answers. */
export function ChangedSinceSent({
  versions,
  sentAt,
}: {
  versions: readonly QuestionVersion[]
  sentAt?: Date
}) {
  const since = versions.filter(({ changedAt }) => sentAt && changedAt > sentAt)
  if (since.length === 0) return null
  return (
    <Banner kind="note">
      <p>
        {say("Something in the questions has changed since you sent your answers. They count as they are.")}
      </p>
      <ul>
        {since.map((one) => (
          <li key={one.version}>{why(one)}</li>
        ))}
      </ul>
    </Banner>
  )
}

/** Every version of the questions, for staff. */
export function QuestionVersions({ versions }: { versions: readonly QuestionVersion[] }) {
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{say("Versions of the questions")}</h2>
      <ol className="list-none p-0">
        {versions.map((one) => (
          <li key={one.version} className="mb-4 max-w-2xl">
            <strong>{say("Version {version}", { version: one.version })}</strong>
            <span className="hint m-0 block">
              {one.by ? `${one.by}, ` : ""}
              {formatMoment(one.changedAt)}
            </span>
            {why(one)}{" "}
            {sayCount(one.answered, {
              one: "{count} group had sent its answers by then.",
              other: "{count} groups had sent their answers by then.",
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}
