import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { OPPORTUNITY_TABS } from "@/db/vocabulary"
import { isStaff } from "@/lib/access/may"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { searchQuery } from "@/lib/opportunities/alerts/queries"
import { OPPORTUNITY_COLUMNS, opportunityList } from "@/lib/opportunities/list/filters"
import { countOpportunities, listOpportunities, PAGE_SIZE } from "@/lib/opportunities/list/queries"
import { mayKeepOpportunities } from "@/lib/opportunities/policy"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf } from "../_parts/list-head"
import { SaveView, ViewLinks } from "../_parts/views"
import { OpportunityTable } from "./_parts/opportunity-table"
import { OpportunityTabs } from "./_parts/opportunity-tabs"

/** What contracts are to be had: for staff, and for the people of groups. */
export default async function Opportunities(props: PageProps) {
  const [frame, { head, rows, counted, cols, staff, keeps, now }] = await visit(props, async (ctx, query) => {
    const listing = readList(opportunityList, query)
    const [head, rows, counted, cols] = await Promise.all([
      openList(ctx, opportunityList, listing, query.view),
      listOpportunities(ctx, listing),
      countOpportunities(ctx, listing),
      columnsInSight(opportunityList, listing, query),
    ])
    const { actor, now } = ctx
    return { head, rows, counted, cols, now, staff: isStaff(actor), keeps: mayKeepOpportunities(actor) }
  })
  const lio = frame.lio.slug
  const place = placeOf(lio, head)
  const { listing } = head
  const show = firstValue(listing, "show")
  const alertQuery = ["save=yes", searchQuery(place.query)].filter(Boolean).join("&")
  const add = keeps ? (
    <ButtonLink href={`/${lio}/opportunities/new`}>{say("Add an opportunity")}</ButtonLink>
  ) : undefined
  return (
    <Frame {...frame} title={say("Opportunities")} at="opportunities">
      <div className="title-row">
        <h1>{say("Opportunities")}</h1>
        {add}
      </div>
      <OpportunityTabs lio={lio} current="list" staff={staff} />
      {counted.any ? (
        <>
          <Tabs
            label={say("Where they stand")}
            tabs={Object.entries(OPPORTUNITY_TABS)
              .filter(([key]) => staff || key !== "hidden")
              .map(([key, label]) => ({
                label,
                href: key === "open" ? `/${lio}/opportunities` : `/${lio}/opportunities?show=${key}`,
                current: show === key,
              }))}
          />
          <ViewLinks lio={lio} head={head} />
          <ListHead
            lio={lio}
            head={head}
            count={sayCount(counted.total, { one: "{count} opportunity", other: "{count} opportunities" })}
            columns={
              counted.total > 0 ? { all: OPPORTUNITY_COLUMNS, chosen: cols, main: "title" } : undefined
            }
          />
          <p className="no-print">
            <a href={`/${lio}/opportunities/alerts?${alertQuery}`}>{say("Tell me of new ones like these")}</a>
          </p>
          {rows.length > 0 ? (
            <>
              <OpportunityTable lio={lio} rows={rows} cols={cols} now={now} />
              <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={counted.total} />
            </>
          ) : (
            <EmptyState drawing="search" title={say("No opportunities match")}>
              {isNarrowed(opportunityList, listing)
                ? say("Take a filter off, or look for other words.")
                : say("There are none of these just now.")}
            </EmptyState>
          )}
          <SaveView lio={lio} head={head} />
        </>
      ) : (
        <EmptyState drawing="search" title={say("No opportunities yet")} action={add}>
          {staff
            ? say(
                "Contracts that public bodies want to place, and your groups could bid for. Bring in published notices under “Where they come from”, or add one that reached you by email.",
              )
            : say("Contracts that your group could bid for are listed here. Have a look again soon.")}
        </EmptyState>
      )}
    </Frame>
  )
}
