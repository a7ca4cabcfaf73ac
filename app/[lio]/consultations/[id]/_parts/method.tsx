import { closingChangesInWords } from "@/lib/consultations/closing/words"
import { isShort } from "@/lib/consultations/period"
import type { Consultation } from "@/lib/consultations/queries"
import { aboutNumbers } from "@/lib/consultations/words"
import { formatDate, say, sayCount, ZONE } from "@/lib/words"

type Props = {
  consultation: Consultation
  asked: number
  onBehalf: number
  on: string
  digest: string | null
}

/** How the numbers were made: who was asked, when, what is counted, what is held back. */
export function Method({ consultation, asked, onBehalf, on, digest }: Props) {
  const { openedAt, closedAt, closesAt, network, viewQuery, periodReason, state, partsBy } = consultation
  const until = state === "open" ? closesAt : (closedAt ?? closesAt)
  const short = openedAt && until ? isShort(openedAt, until, ZONE) : false
  const audience = network
    ? say("the groups of {network}", { network })
    : viewQuery === "stage=member"
      ? say("all members")
      : say("groups chosen from our list")
  return (
    <section className="max-w-3xl">
      <h2>{say("How we counted")}</h2>
      <p>
        {openedAt && until
          ? sayCount(
              asked,
              {
                one: "We asked {audience} ({count} group) from {from} to {to}.",
                other: "We asked {audience} ({count} groups) from {from} to {to}.",
              },
              { audience, from: formatDate(openedAt), to: formatDate(until) },
            )
          : sayCount(
              asked,
              { one: "We asked {audience} ({count} group).", other: "We asked {audience} ({count} groups)." },
              { audience },
            )}
        {short && periodReason
          ? ` ${say("They had less than 12 weeks because: {reason}", { reason: periodReason })}`
          : ""}
        {closingChangesInWords(consultation.closingChanges).map((words) => ` ${words}`)}
      </p>
      <p>
        {say("Each group has one answer. Only the last one that was sent is counted; drafts never are.")}
        {onBehalf > 0
          ? ` ${sayCount(onBehalf, {
              one: "One of the answers was typed in by staff from paper or a call.",
              other: "{count} of the answers were typed in by staff from paper or a call.",
            })}`
          : ""}{" "}
        {say(
          "Groups chose whether to answer, so the numbers tell what these groups say, not what all groups would say.",
        )}
      </p>
      <p>
        {aboutNumbers(consultation)}
        {partsBy === "every" ? ` ${say("A group with more than one theme is counted in each.")}` : ""}{" "}
        {say("Words are quoted only where the group agreed.")}
      </p>
      <p className="text-soft">
        {digest
          ? say("Worked out when it closed, on {on}, and not changed since.", { on })
          : say("Worked out on {on}, from the answers so far.", { on })}
      </p>
      {digest ? (
        <p className="hint break-all">
          {say("Fingerprint of these numbers (SHA-256): {digest}", { digest })}
        </p>
      ) : null}
    </section>
  )
}
