import { Static } from "@/app/_ui/static"
import { Tag } from "@/app/_ui/tag"
import type { Consortium, OfConsortium } from "@/lib/opportunities/consortia/queries"
import { formatDate, say } from "@/lib/words"

const STANDS: Record<OfConsortium["stands"], (day: string) => string> = {
  proposed: () => say("Proposed by staff"),
  asked: (day) => say("Asked on {day}", { day }),
  in: (day) => say("In since {day}", { day }),
  declined: (day) => say("Said no on {day}", { day }),
  left: (day) => say("Left on {day}", { day }),
  removed: (day) => say("Removed on {day}", { day }),
}

/** The groups of a consortium, and where each stands. */
export const GroupsOf = ({ groups, zone }: Pick<Consortium, "groups" | "zone">) => (
  <Static>
    <ul className="max-w-3xl list-none border-t border-line p-0">
      {groups.map((one) => (
        <li key={one.groupId} className="flex flex-wrap gap-x-3 border-b border-line py-2">
          <span className="font-semibold">{one.group}</span>
          {one.leads ? <Tag>{say("Leads")}</Tag> : null}
          <span className="text-soft">{STANDS[one.stands](formatDate(new Date(one.since), zone))}</span>
          {one.renamed && one.stands === "in" ? (
            <span>{say("It has become one with another group since, and has to be asked again.")}</span>
          ) : null}
        </li>
      ))}
    </ul>
  </Static>
)
