import { Tabs } from "@/app/_ui/links"
import { say } from "@/lib/words"

const PAGES = [
  { key: "list", path: "/opportunities", label: say("Opportunities") },
  { key: "partners", path: "/opportunities/partners", label: say("Who could bid with us?") },
  { key: "consortia", path: "/consortia", label: say("Bidding together") },
  { key: "alerts", path: "/opportunities/alerts", label: say("Alerts") },
  { key: "sources", path: "/opportunities/sources", label: say("Where they come from") },
] as const

/** The pages of the room; where opportunities come from is for staff. */
export const OpportunityTabs = ({
  lio,
  current,
  staff,
}: {
  lio: string
  current: (typeof PAGES)[number]["key"]
  staff: boolean
}) => (
  <Tabs
    label={say("Opportunities")}
    tabs={PAGES.filter(({ key }) => staff || key !== "sources").map(({ key, path, label }) => ({
      label,
      href: `/${lio}${path}`,
      current: key === current,
    }))}
  />
)
