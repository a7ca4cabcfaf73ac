import { Tabs } from "@/app/_ui/links"

type Props = { lio: string; current: "mine" | "team" | "steps" }

/** The lists of support work: sessions, mine and everybody's, and next steps. */
export const WorkTabs = ({ lio, current }: Props) => (
  <Tabs
    label="Support"
    tabs={[
      { label: "My sessions", href: `/${lio}/sessions`, current: current === "mine" },
      { label: "The team’s sessions", href: `/${lio}/sessions?whose=team`, current: current === "team" },
      { label: "Next steps", href: `/${lio}/tasks`, current: current === "steps" },
    ]}
  />
)
