import { Tabs } from "@/app/_ui/links"

type Props = { lio: string; current: "groups" | "memberships" | "people" }

/** The lists of who there is: groups, their memberships, and the people in them. */
export const GroupTabs = ({ lio, current }: Props) => (
  <Tabs
    label="Groups and people"
    tabs={[
      { label: "Groups", href: `/${lio}/groups`, current: current === "groups" },
      { label: "Memberships", href: `/${lio}/memberships`, current: current === "memberships" },
      { label: "People", href: `/${lio}/people`, current: current === "people" },
    ]}
  />
)
