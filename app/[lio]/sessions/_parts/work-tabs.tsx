import { Tabs } from "@/app/_ui/links"

type Props = { lio: string; current: "mine" | "team" }

/** Sessions: mine and everybody's. */
export const WorkTabs = ({ lio, current }: Props) => (
  <Tabs
    label="Whose sessions"
    tabs={[
      { label: "My sessions", href: `/${lio}/sessions`, current: current === "mine" },
      { label: "The team’s sessions", href: `/${lio}/sessions?whose=team`, current: current === "team" },
    ]}
  />
)
