import { Tabs } from "@/app/_ui/links"
import { say } from "@/lib/words"

type Props = { lio: string; current: "mine" | "team" }

/** Sessions: mine and everybody's. */
export const WorkTabs = ({ lio, current }: Props) => (
  <Tabs
    label={say("Whose sessions")}
    tabs={[
      { label: say("My sessions"), href: `/${lio}/sessions`, current: current === "mine" },
      { label: say("The team’s sessions"), href: `/${lio}/sessions?whose=team`, current: current === "team" },
    ]}
  />
)
