import { Tabs } from "@/app/_ui/links"
import { say } from "@/lib/words"

type Props = { lio: string; current: "mine" | "team" | "week" }

/** Sessions: mine, everybody's, and a week of them with its totals. */
export const WorkTabs = ({ lio, current }: Props) => (
  <Tabs
    label={say("Whose sessions")}
    tabs={[
      { label: say("My sessions"), href: `/${lio}/sessions`, current: current === "mine" },
      { label: say("The team’s sessions"), href: `/${lio}/sessions?whose=team`, current: current === "team" },
      { label: say("By week"), href: `/${lio}/sessions/week`, current: current === "week" },
    ]}
  />
)
