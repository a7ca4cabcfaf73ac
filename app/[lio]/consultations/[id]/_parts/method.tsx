import type { Consultation } from "@/lib/consultations/queries"
import { formatDate, plural } from "@/lib/words"

/** How the numbers were made: who was asked, when, what is counted, what is held back. */
export function Method({
  consultation,
  asked,
  on,
}: {
  consultation: Consultation
  asked: number
  on: string
}) {
  const { openedAt, closedAt, closesAt, network, viewQuery, periodReason, state } = consultation
  const until = state === "open" ? closesAt : (closedAt ?? closesAt)
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
        {periodReason ? ` They had less than 12 weeks because: ${periodReason}` : ""}
      </p>
      <p>
        Each group has one answer. Only the last one that its lead sent is counted; drafts never are. Groups
        chose whether to answer, so the numbers tell what these groups say, not what all groups would say.
      </p>
      <p>
        In the tables by size, area, theme and sector, numbers under five are held back, and so are others
        from which they could be worked out. A group with more than one theme is counted in each. Words are
        quoted only where the group agreed.
      </p>
      <p className="text-soft">Worked out on {on}.</p>
    </section>
  )
}
