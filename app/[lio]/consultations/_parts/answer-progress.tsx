import { Tag } from "@/app/_ui/tag"
import type { YourPlace } from "@/lib/consultations/answering/queries"
import { formatMoment, plural } from "@/lib/words"

/** Where a group's answer stands, in words. */
export function AnswerProgress({ place }: { place: YourPlace }) {
  const { answered, questions, signedOffAt, declinedAt, changed, ready } = place
  if (declinedAt) return <Tag tone="plain">You told us that you have nothing to say</Tag>
  if (signedOffAt) {
    return (
      <>
        <Tag tone="good">Sent</Tag>{" "}
        <span className="text-soft">
          on {formatMoment(signedOffAt)}
          {changed > 0 ? `. ${plural(changed, "answer")} changed since then, not sent yet` : ""}
        </span>
      </>
    )
  }
  if (answered === 0) return <Tag tone="plain">Not started</Tag>
  return (
    <>
      <Tag tone="wait">{ready ? "Ready for the lead" : "Started"}</Tag>{" "}
      <span className="text-soft">
        {answered} of {plural(questions, "question")} answered, not sent yet
      </span>
    </>
  )
}

/** The words of the button that leads on. */
export function goOn(place: YourPlace): string {
  if (place.signedOffAt) return "See or change your answers"
  return place.answered > 0 ? "Go on" : "Start"
}

/** Whether there is something to go on with. */
export const isBegun = (place: YourPlace) =>
  place.answered > 0 || place.signedOffAt !== null || place.declinedAt !== null
