import { Tabs } from "@/app/_ui/links"
import { say } from "@/lib/words"

type Props = { lio: string; current: "bids" | "searches" | "funders" | "matches"; suggestions?: number }

/** The four pages of the ledger. */
export function FundingTabs({ lio, current, suggestions }: Props) {
  const at = `/${lio}/funding`
  return (
    <Tabs
      label={say("Funding")}
      tabs={[
        { label: say("Bids and awards"), href: at, current: current === "bids" },
        { label: say("What groups look for"), href: `${at}/searches`, current: current === "searches" },
        { label: say("Funders"), href: `${at}/funders`, current: current === "funders" },
        {
          label: say("Published grants"),
          href: `${at}/matches`,
          current: current === "matches",
          count: suggestions || undefined,
        },
      ]}
    />
  )
}
