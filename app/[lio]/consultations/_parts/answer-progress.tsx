import { Tag } from "@/app/_ui/tag"
import type { YourPlace } from "@/lib/consultations/answering/queries"
import { formatMoment, say, sayCount } from "@/lib/words"

/** Where a group's answer stands, in words. */
export function AnswerProgress({ place }: { place: YourPlace }) {
  const { answered, questions, signedOffAt, declinedAt, changed, ready } = place
  if (declinedAt) return <Tag tone="plain">{say("You told us that you have nothing to say")}</Tag>
  if (signedOffAt) {
    return (
      <>
        <Tag tone="good">{say("Sent")}</Tag>{" "}
        <span className="text-soft">
          {say("on {signedOffAt}", { signedOffAt: formatMoment(signedOffAt) })}
          {changed > 0
            ? `. ${sayCount(changed, { one: "{count} answer", other: "{count} answers" })} changed since then, not sent yet`
            : ""}
        </span>
      </>
    )
  }
  if (answered === 0) return <Tag tone="plain">{say("Not started")}</Tag>
  return (
    <>
      <Tag tone="wait">{ready ? say("Ready for the lead") : say("Started")}</Tag>{" "}
      <span className="text-soft">
        {sayCount(
          questions,
          {
            one: "{answered} of {count} question answered, not sent yet",
            other: "{answered} of {count} questions answered, not sent yet",
          },
          { answered },
        )}
      </span>
    </>
  )
}

/** The words of the button that leads on. */
export function goOn(place: YourPlace): string {
  if (place.signedOffAt) return say("See or change your answers")
  return place.answered > 0 ? say("Continue") : say("Start")
}
