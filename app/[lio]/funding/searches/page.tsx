import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { countSuggestions } from "@/lib/funding/grants/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { listSearches } from "@/lib/funding/searches/queries"
import { formatDate, formatMoney, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { FundingTabs } from "../_parts/funding-tabs"

/** What groups look for money for, each with the funders that fit. */
export default async function Searches(props: PageProps) {
  const [frame, { searches, closed, suggestions, keeps }] = await visit(props, async (ctx, query) => {
    const closed = query.closed === "yes"
    const [searches, suggestions] = await Promise.all([listSearches(ctx, { closed }), countSuggestions(ctx)])
    return { searches, closed, suggestions, keeps: mayKeepFunding(ctx.actor) }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/funding/searches`
  const add = <ButtonLink href={`${at}/new`}>{say("Add what a group looks for")}</ButtonLink>
  const title = closed ? say("What groups looked for before") : say("What groups look for")
  return (
    <Frame {...frame} title={title} at="funding">
      <div className="title-row">
        <h1>{title}</h1>
        {keeps && !closed && searches.length > 0 ? add : null}
      </div>
      <FundingTabs lio={lio} current="searches" suggestions={suggestions.all} />
      {searches.length === 0 ? (
        <EmptyState
          drawing="search"
          title={closed ? say("Nothing is closed yet") : say("No group is looking for funding")}
          action={keeps && !closed ? add : undefined}
        >
          {closed
            ? say("Searches that ended are kept here.")
            : say(
                "Note what a group needs money for, how much and by when. Funders on your list that fit are shown beside it, and you can tell the group with one press.",
              )}
        </EmptyState>
      ) : (
        <DataTable
          plain
          caption={title}
          captionHidden
          rows={searches}
          rowKey={(search) => search.id}
          columns={[
            {
              key: "what",
              label: say("What for"),
              main: true,
              cell: (search) => <a href={`${at}/${search.id}`}>{search.what}</a>,
            },
            {
              key: "group",
              label: say("Group"),
              cell: (search) => <a href={`/${lio}/groups/${search.groupId}`}>{search.group}</a>,
            },
            {
              key: "sum",
              label: say("How much"),
              number: true,
              cell: (search) => (search.sum === null ? null : formatMoney(search.sum)),
            },
            {
              key: "by",
              label: say("Needed by"),
              cell: (search) => (search.neededBy ? formatDate(search.neededBy) : null),
            },
            { key: "themes", label: say("Themes"), cell: (search) => search.themes.join(", ") },
            {
              key: "fits",
              label: say("Funders that fit"),
              cell: (search) =>
                search.fits.length === 0 ? (
                  say("None yet")
                ) : (
                  <a href={`${at}/${search.id}#fits`}>
                    {sayCount(search.fits.length, { one: "{count} funder", other: "{count} funders" })}
                  </a>
                ),
            },
          ]}
        />
      )}
      <p className="mt-4">
        {closed ? (
          <a href={at}>{say("Show what groups look for now")}</a>
        ) : (
          <a href={`${at}?closed=yes`}>{say("Show what groups looked for before")}</a>
        )}
      </p>
    </Frame>
  )
}
