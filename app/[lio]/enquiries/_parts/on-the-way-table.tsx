import { When } from "@/app/_ui/date"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import type { Enquiry } from "@/lib/enquiries/queries"
import { say } from "@/lib/words"

/** Enquiries on their way to a group: how far they are, what comes next, and when something was last done. */
export function OnTheWayTable({ lio, rows, now }: { lio: string; rows: Enquiry[]; now: Date }) {
  return (
    <WorkList
      plain
      caption={say("Enquiries on their way, the quietest first")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: say("Name"),
          main: true,
          share: 3,
          cell: (row) => <a href={`/${lio}/enquiries/${row.id}`}>{row.name}</a>,
        },
        { key: "about", label: say("Their group or idea"), share: 5, cell: (row) => row.about },
        {
          key: "steps",
          label: say("Steps done"),
          share: 2,
          cell: (row) => say("{done} of {steps}", { done: row.stepsDone, steps: row.steps }),
        },
        { key: "next", label: say("Next step"), share: 4, cell: (row) => row.next },
        { key: "helper", label: say("Who helps"), share: 3, cell: (row) => row.helper },
        {
          key: "last",
          label: say("Last activity"),
          share: 3,
          cell: (row) =>
            row.quiet ? (
              <Tag tone="wait">
                <When at={row.lastOn} now={now} />
              </Tag>
            ) : (
              <When at={row.lastOn} now={now} />
            ),
        },
      ]}
    />
  )
}
