import { BIDDING_WAYS, INTEREST_READERS } from "@/db/vocabulary"
import type { ShownInterest } from "@/lib/opportunities/interest/queries"
import { formatDate, say } from "@/lib/words"
import { CapabilityFacts } from "./capability"
import { ReachThem } from "./reach-them"

type Props = {
  its: ShownInterest
  /** The group’s own page, for staff. */
  path?: string
  readers?: boolean
  /** The LIO, for other groups that want to get in touch. */
  place?: { slug: string; name: string }
}

/** That a group would bid, with what it can show. */
export function InterestCard({ its, path, readers, place }: Props) {
  return (
    <li className="card mb-4 max-w-3xl">
      <h3 className="mt-0">{path ? <a href={path}>{its.group}</a> : its.group}</h3>
      <p className="text-soft">
        {its.withdrawnAt
          ? say("Withdrawn on {day}", { day: formatDate(its.withdrawnAt) })
          : say("{how}, {day}", { how: BIDDING_WAYS[its.how], day: formatDate(its.changedAt ?? its.saidAt) })}
        {readers && !its.withdrawnAt ? ` · ${INTEREST_READERS[its.seenBy]}` : null}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{its.offer}</p>
      {its.capability ? <CapabilityFacts its={its.capability} /> : null}
      {its.capability && place ? <ReachThem place={place} its={its.capability} /> : null}
    </li>
  )
}
