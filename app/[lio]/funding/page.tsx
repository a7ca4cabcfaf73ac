import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Pagination } from "@/app/_ui/pagination"
import { countSuggestions } from "@/lib/funding/grants/queries"
import { FUNDING_COLUMNS, fundingList } from "@/lib/funding/list/filters"
import { countBids, countPipeline, listBids, PAGE_SIZE } from "@/lib/funding/list/queries"
import { mayKeepFunding } from "@/lib/funding/policy"
import { countSecured } from "@/lib/funding/secured/queries"
import { isNarrowed, readList, valuesIn } from "@/lib/lists/input"
import { openList } from "@/lib/views/queries"
import { formatMoney, say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf } from "../_parts/list-head"
import { SaveView, ViewLinks } from "../_parts/views"
import { BidTable } from "./_parts/bid-table"
import { FundingTabs } from "./_parts/funding-tabs"
import { Pipeline } from "./_parts/pipeline"
import { Secured } from "./_parts/secured"

/** The funding ledger: what groups ask for, what they won, and how much of it with our help. */
export default async function Funding(props: PageProps) {
  const [frame, { head, rows, sums, pipeline, secured, cols, suggestions, keeps }] = await visit(
    props,
    async (ctx, query) => {
      const listing = readList(fundingList, query)
      const day = (name: string) => valuesIn(fundingList, listing, name)[0]
      const [head, rows, sums, pipeline, secured, cols, suggestions] = await Promise.all([
        openList(ctx, fundingList, listing, query.view),
        listBids(ctx, listing),
        countBids(ctx, listing),
        countPipeline(ctx),
        countSecured(ctx, { from: day("from"), to: day("to") }),
        columnsInSight(fundingList, listing, query),
        countSuggestions(ctx),
      ])
      return { head, rows, sums, pipeline, secured, cols, suggestions, keeps: mayKeepFunding(ctx.actor) }
    },
  )
  const lio = frame.lio.slug
  const place = placeOf(lio, head)
  const { listing } = head
  const group = valuesIn(fundingList, listing, "group")[0]
  const add = (
    <ButtonLink href={`/${lio}/funding/new${group ? `?group=${group}` : ""}`}>{say("Add a bid")}</ButtonLink>
  )
  const nothing = pipeline.length === 0
  return (
    <Frame {...frame} title={say("Funding")} at="funding">
      <div className="title-row">
        <h1>{say("Funding")}</h1>
        {keeps && !nothing ? add : null}
      </div>
      <FundingTabs lio={lio} current="bids" suggestions={suggestions.all} />
      {nothing ? (
        <EmptyState drawing="needs" title={say("No bids yet")} action={keeps ? add : undefined}>
          {say(
            "A bid is a group asking a funder for money. Note who asks whom, for how much and by when: the deadline becomes a task, and what is won with your help is added up here.",
          )}
        </EmptyState>
      ) : (
        <>
          <Secured lio={lio} figures={secured} />
          {isNarrowed(fundingList, listing) ? (
            <p className="text-soft">
              {say(
                "These figures are for all groups and funders. Of the filters below, only the days change the first three.",
              )}
            </p>
          ) : null}
          <h2>{say("Where bids stand")}</h2>
          <Pipeline lio={lio} pipeline={pipeline} current={valuesIn(fundingList, listing, "state")} />
          <ViewLinks lio={lio} head={head} />
          <ListHead
            lio={lio}
            head={head}
            count={sayCount(sums.total, { one: "{count} bid", other: "{count} bids" })}
            columns={sums.total > 0 ? { all: FUNDING_COLUMNS, chosen: cols, main: "title" } : undefined}
          />
          {sums.total > 0 ? (
            <>
              <p>
                {say("Asked for {asked}, awarded {awarded}. A bid of several groups counts once.", {
                  asked: formatMoney(sums.asked),
                  awarded: formatMoney(sums.awarded),
                })}
              </p>
              <BidTable lio={lio} rows={rows} cols={cols} />
              <Pagination place={place} page={listing.page} perPage={PAGE_SIZE} total={sums.total} />
            </>
          ) : (
            <EmptyState drawing="search" title={say("No bids match")}>
              {isNarrowed(fundingList, listing) ? say("Take a filter off, or look for other words.") : null}
            </EmptyState>
          )}
          <SaveView lio={lio} head={head} />
        </>
      )}
    </Frame>
  )
}
