import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { CASE_COLUMNS, caseList } from "@/lib/cases/list/filters"
import { CASES_A_PAGE, countListedCases, countOpenCases, listCases } from "@/lib/cases/list/queries"
import { mayKeepCases, mayLetIn } from "@/lib/cases/policy"
import { listSealedCases } from "@/lib/cases/queries"
import { listColleagues } from "@/lib/lios/queries"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf } from "../_parts/list-head"
import { SaveView, ViewLinks } from "../_parts/views"
import { CaseTable } from "./_parts/case-table"
import { SealedCases } from "./_parts/sealed-cases"

/** Cases: mine and the team's, open and closed. */
export default async function Cases(props: PageProps) {
  const [frame, { head, cols, rows, total, counts, keeps, sealed, colleagues }] = await visit(
    props,
    async (ctx, query) => {
      const listing = readList(caseList, query)
      const [rows, total, counts, head, cols, sealed, colleagues] = await Promise.all([
        listCases(ctx, listing),
        countListedCases(ctx, listing),
        countOpenCases(ctx),
        openList(ctx, caseList, listing, query.view),
        columnsInSight(caseList, listing, query),
        mayLetIn(ctx.actor) && firstValue(listing, "whose") === "team" ? listSealedCases(ctx) : [],
        listColleagues(ctx),
      ])
      return { head, cols, rows, total, counts, keeps: mayKeepCases(ctx.actor), sealed, colleagues }
    },
  )
  const lio = frame.lio.slug
  const path = `/${lio}/cases`
  const place = placeOf(lio, head)
  const { listing } = head
  const team = firstValue(listing, "whose") === "team"
  const open = firstValue(listing, "state") === "open"
  const add = keeps ? <ButtonLink href={`${path}/new`}>{say("Open a case")}</ButtonLink> : null
  return (
    <Frame {...frame} title={say("Cases")} at="cases">
      <div className="title-row">
        <h1>{say("Cases")}</h1>
        {add}
      </div>
      <Tabs
        label={say("Which cases")}
        tabs={[
          { label: say("Mine"), href: path, count: counts.mine, current: !team && open },
          { label: say("The team’s"), href: `${path}?whose=team`, count: counts.team, current: team && open },
          { label: say("Closed"), href: `${path}?whose=team&state=closed`, current: !open },
        ]}
      />
      <ViewLinks lio={lio} head={head} />
      <ListHead
        lio={lio}
        head={head}
        count={sayCount(total, { one: "{count} case", other: "{count} cases" })}
        columns={total > 0 ? { all: CASE_COLUMNS, chosen: cols, main: "title" } : undefined}
        without={[...(team ? [] : ["who"]), ...(open ? ["outcome"] : ["quiet"])]}
      />
      {rows.length > 0 ? (
        <>
          <CaseTable
            lio={lio}
            rows={rows}
            cols={open ? (cols ?? Object.keys(CASE_COLUMNS)).filter((col) => col !== "outcome") : cols}
          />
          <Pagination place={place} page={listing.page} perPage={CASES_A_PAGE} total={total} />
        </>
      ) : isNarrowed(caseList, listing) ? (
        <EmptyState drawing="search" title={say("No cases match")}>
          {team ? say("Take a filter off.") : say("Take a filter off, or look at the whole team’s.")}
        </EmptyState>
      ) : (
        <EmptyState
          drawing="talk"
          title={open ? say("No open cases") : say("No closed cases yet")}
          action={open ? add : null}
        >
          {say(
            "Open a case when help takes more than one session: a group that moves, changes its legal form or has a falling-out. You never need one to record a session.",
          )}
        </EmptyState>
      )}
      <SealedCases lio={lio} cases={sealed} colleagues={colleagues} />
      <SaveView lio={lio} head={head} />
    </Frame>
  )
}
