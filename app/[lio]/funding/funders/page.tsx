import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { listFunders } from "@/lib/funding/funders/queries"
import { countSuggestions } from "@/lib/funding/grants/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { sumsInWords } from "@/lib/funding/words"
import { formatDate, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { Closing } from "../_parts/closing"
import { FundingTabs } from "../_parts/funding-tabs"

/** The funders, with what they fund and when they close. */
export default async function Funders(props: PageProps) {
  const [frame, { funders, retired, suggestions, keeps, today, now }] = await visit(
    props,
    async (ctx, query) => {
      const retired = query.retired === "yes"
      const [funders, suggestions] = await Promise.all([listFunders(ctx, { retired }), countSuggestions(ctx)])
      const keeps = mayKeepFunding(ctx.actor)
      return { funders, retired, suggestions, keeps, today: ctx.today, now: ctx.now }
    },
  )
  const lio = frame.lio.slug
  const at = `/${lio}/funding/funders`
  const add = <ButtonLink href={`${at}/new`}>{say("Add a funder")}</ButtonLink>
  return (
    <Frame {...frame} title={retired ? say("Funders off the list") : say("Funders")} at="funding">
      <div className="title-row">
        <h1>{retired ? say("Funders off the list") : say("Funders")}</h1>
        {keeps && !retired && funders.length > 0 ? add : null}
      </div>
      <FundingTabs lio={lio} current="funders" suggestions={suggestions.all} />
      {funders.length === 0 ? (
        <EmptyState
          drawing="letters"
          title={retired ? say("No funder is off the list") : say("No funders yet")}
          action={keeps && !retired ? add : undefined}
        >
          {retired
            ? say("Funders that you take off the list are kept here.")
            : say(
                "List who gives money to groups here, what they fund and when they close. We then show which groups are looking for just that.",
              )}
        </EmptyState>
      ) : (
        <DataTable
          plain
          caption={say("Funders")}
          captionHidden
          rows={funders}
          rowKey={(funder) => funder.id}
          columns={[
            {
              key: "name",
              label: say("Funder"),
              main: true,
              cell: (funder) => <a href={`${at}/${funder.id}`}>{funder.name}</a>,
            },
            {
              key: "funds",
              label: say("What they fund"),
              cell: (funder) => funder.themes.join(", ") || funder.funds?.slice(0, 120),
            },
            {
              key: "sums",
              label: say("How much"),
              cell: (funder) => sumsInWords(funder.leastSum, funder.mostSum),
            },
            {
              key: "closes",
              label: say("Closes"),
              cell: ({ closesOn, anyTime }) =>
                closesOn || anyTime ? <Closing {...{ closesOn, anyTime, today, now }} /> : null,
            },
            {
              key: "bids",
              label: say("Bids"),
              number: true,
              cell: (funder) =>
                funder.bids > 0 ? say("{won} won of {bids}", { won: funder.won, bids: funder.bids }) : null,
            },
            {
              key: "checked",
              label: say("Checked"),
              cell: (funder) => (funder.checkedOn ? formatDate(funder.checkedOn) : say("Not yet")),
            },
          ]}
        />
      )}
      <p className="mt-4">
        {retired ? (
          <a href={at}>{say("Show the funders on the list")}</a>
        ) : (
          <a href={`${at}?retired=yes`}>{say("Show funders off the list")}</a>
        )}
      </p>
    </Frame>
  )
}
