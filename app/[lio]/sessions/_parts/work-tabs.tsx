import { Tabs } from "@/app/_ui/links"

/** The two lists of support work. */
export const WorkTabs = ({ lio, current }: { lio: string; current: "sessions" | "tasks" }) => (
  <Tabs
    label="Support"
    tabs={[
      { label: "Sessions", href: `/${lio}/sessions`, current: current === "sessions" },
      { label: "Next steps", href: `/${lio}/tasks`, current: current === "tasks" },
    ]}
  />
)
