import { isShort } from "@/lib/consultations/period"
import type { Consultation } from "@/lib/consultations/queries"
import { aboutNumbers } from "@/lib/consultations/words"
import { formatDate, plural, ZONE } from "@/lib/words"

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
    ? `the groups of ${network}`
    : viewQuery === "stage=member"
      ? "all members"
      : "groups chosen from our list"
  return (
    <section className="max-w-3xl">
      <h2>How these numbers were made</h2>
      <p>
        We asked {audience} ({plural(asked, "group")}) {openedAt ? `from ${formatDate(openedAt)}` : ""}{" "}
        {until ? `to ${formatDate(until)}` : ""}.
        {short && periodReason ? ` They had less than 12 weeks because: ${periodReason}` : ""}
      </p>
      <p>
        Each group has one answer. Only the last one that was sent is counted; drafts never are.
        {onBehalf > 0
          ? ` ${onBehalf === 1 ? "One of the answers was" : `${onBehalf} of the answers were`} typed in by staff from paper or a call.`
          : ""}{" "}
        Groups chose whether to answer, so the numbers tell what these groups say, not what all groups would
        say.
      </p>
      <p>
        {aboutNumbers(consultation)}
        {partsBy === "every" ? " A group with more than one theme is counted in each." : ""} Words are quoted
        only where the group agreed.
      </p>
      <p className="text-soft">
        {digest
          ? `Worked out when it closed, on ${on}, and not changed since.`
          : `Worked out on ${on}, from the answers so far.`}
      </p>
      {digest ? <p className="hint break-all">Fingerprint of these numbers (SHA-256): {digest}</p> : null}
    </section>
  )
}
