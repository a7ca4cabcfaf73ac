import type { Capability } from "@/lib/opportunities/capability/queries"
import { say } from "@/lib/words"

type Props = { place: { slug: string; name: string }; its: Pick<Capability, "groupId" | "listed"> }

/** How to get in touch with a group that would bid: by its entry in the directory, or through the LIO. */
export const ReachThem = ({ place, its }: Props) => (
  <p className="mb-0">
    {its.listed ? (
      <a href={`/${place.slug}/directory/${its.groupId}`}>{say("How to reach them")}</a>
    ) : (
      say("Ask {lio} to put you in touch.", { lio: place.name })
    )}
  </p>
)
