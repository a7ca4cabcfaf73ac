import { columnsInSight } from "@/app/_http/kept-columns"
import { type PageProps, visit } from "@/app/_http/visit"
import { BarChart } from "@/app/_ui/bar-chart"
import { ButtonLink } from "@/app/_ui/button-link"
import { EmptyState } from "@/app/_ui/empty-state"
import { Tag } from "@/app/_ui/tag"
import { WorkList } from "@/app/_ui/work-list"
import { NEED_STATUSES } from "@/db/vocabulary"
import { firstValue, isNarrowed, readList } from "@/lib/lists/input"
import { NEED_COLUMNS, needList } from "@/lib/needs/list/filters"
import { listNeeds, type NeedRow } from "@/lib/needs/list/queries"
import { mayKeepNeeds } from "@/lib/needs/policy"
import { countGaps } from "@/lib/needs/queries"
import { countNeedsOf } from "@/lib/needs/speaking/queries"
import { openList } from "@/lib/views/queries"
import { say, sayCount } from "@/lib/words"
import { ChangeCells } from "../_parts/change-cells"
import { Frame } from "../_parts/frame"
import { ListHead, placeOf, queryNow } from "../_parts/list-head"
import { ManyBar, ticks } from "../_parts/many-bar"
import { SaveView, ViewLinks } from "../_parts/views"

const names = (of: { name: string }[]) => of.map(({ name }) => name).join(", ")

/** Says which theme has most open needs, if one has. */
function themeFinding(themes: { name: string; open: number }[]) {
  const [first, second] = themes
  if (!first) return say("There are no open needs.")
  if (second && second.open === first.open) return say("No theme has more open needs than the others.")
  return say("{first} is the theme with the most open needs.", { first: first.name })
}

/** The register of needs: what is missing in the district, where it was heard, who answers it. */
export default async function Needs(props: PageProps) {
  const [frame, { needs, head, cols, byArea, byTheme, counts, year, keeps, done }] = await visit(
    props,
    async (ctx, query) => {
      const listing = readList(needList, query)
      const year = Number(ctx.today.slice(0, 4))
      const [needs, head, cols, byArea, byTheme, counts] = await Promise.all([
        listNeeds(ctx, listing),
        openList(ctx, needList, listing, query.view),
        columnsInSight(needList, listing, query),
        countGaps(ctx, "area"),
        countGaps(ctx, "theme"),
        countNeedsOf(ctx, year),
      ])
      const done = String(query.done ?? "")
      return { needs, head, cols, byArea, byTheme, counts, year, keeps: mayKeepNeeds(ctx.actor), done }
    },
  )
  const lio = frame.lio.slug
  const base = `/${lio}/needs`
  const place = placeOf(lio, head)
  const { listing } = head
  const filtered = isNarrowed(needList, listing) || firstValue(listing, "state") !== "open"
  /** Both charts are drawn on one scale, so that a need is as long in either. */
  const largest = Math.max(1, ...[...byArea, ...byTheme].map(({ open }) => open))
  const gaps = byArea.reduce((sum, row) => sum + row.unanswered, 0)
  return (
    <Frame {...frame} title={say("Needs")} at="needs">
      <div className="title-row">
        <h1>{say("Needs")}</h1>
        {keeps ? <ButtonLink href={`${base}/new`}>{say("Add a need")}</ButtonLink> : null}
      </div>
      {needs.length === 0 && !filtered ? (
        <EmptyState
          drawing="needs"
          title={say("No needs yet")}
          action={
            keeps ? (
              <ButtonLink href={`${base}/new`}>{say("Write down the first one")}</ButtonLink>
            ) : undefined
          }
        >
          <p>
            {say(
              "What people miss in your district, and nobody gives them. Heard in a session, an answer or a network, kept here until a group answers it or a body does.",
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="max-w-2xl">
            <a href={`${base}?state=all&from=${year}-01-01`}>
              {sayCount(counts.opened, {
                one: "{count} need was added this year",
                other: "{count} needs were added this year",
              })}
            </a>
            {", "}
            <a href={`${base}?state=closed&ending=met&closed=${year}-01-01`}>
              {sayCount(counts.met, { one: "{count} was met", other: "{count} were met" })}
            </a>
            . <a href={`${base}/map`}>{say("See needs on a map and by theme")}</a>
            {" · "}
            <a href={`/${lio}/needed`}>{say("See your public page of needs")}</a>
          </p>
          <ViewLinks lio={lio} head={head} />
          <ListHead
            lio={lio}
            head={head}
            count={sayCount(needs.length, { one: "{count} need", other: "{count} needs" })}
            columns={needs.length > 0 ? { all: NEED_COLUMNS, chosen: cols, main: "title" } : undefined}
          />
          {needs.length > 0 ? (
            <WorkList
              plain
              moves
              cols={cols}
              caption={say("Needs")}
              captionHidden
              rows={needs}
              rowKey={(need) => need.id}
              select={keeps ? ticks((need: NeedRow) => need.title) : undefined}
              rowId={(need) => `row-${need.id}`}
              place={place}
              columns={[
                {
                  key: "title",
                  label: NEED_COLUMNS.title,
                  main: true,
                  share: 6,
                  cell: (need) => <a href={`${base}/${need.id}`}>{need.title}</a>,
                },
                {
                  key: "area",
                  label: NEED_COLUMNS.area,
                  cell: (need) => names(need.areas) || say("Whole district"),
                  changes: () => keeps,
                },
                {
                  key: "theme",
                  label: NEED_COLUMNS.theme,
                  cell: (need) => names(need.themes),
                  changes: () => keeps,
                },
                {
                  key: "groups",
                  label: NEED_COLUMNS.groups,
                  number: true,
                  cell: (need) => need.groups,
                },
                {
                  key: "status",
                  label: NEED_COLUMNS.status,
                  share: 3,
                  cell: (need) => (need.status && !need.closedAt ? NEED_STATUSES[need.status] : ""),
                },
                {
                  key: "state",
                  label: NEED_COLUMNS.state,
                  cell: (need) =>
                    need.closedAt ? (
                      <Tag tone={need.ending === "met" ? "good" : "plain"}>
                        {need.ending === "met" ? say("Met") : say("Closed")}
                      </Tag>
                    ) : need.answering > 0 ? (
                      <Tag tone="good">{say("A group answers it")}</Tag>
                    ) : need.asks > 0 ? (
                      <Tag tone="wait">{say("Put to a body")}</Tag>
                    ) : (
                      <Tag tone="problem">{say("Gap")}</Tag>
                    ),
                },
              ]}
            />
          ) : (
            <EmptyState drawing="search" title={say("No needs match")}>
              {say("Take a filter off, or look for other words.")}
            </EmptyState>
          )}
          {keeps && needs.length > 0 ? (
            <>
              <ChangeCells key={done} lio={lio} of="need" from={queryNow(head)} />
              <ManyBar
                lio={lio}
                head={head}
                words={{
                  none: say("No needs selected"),
                  one: say("1 need selected"),
                  many: say("needs selected"),
                }}
                of="need"
              />
            </>
          ) : null}
          <SaveView lio={lio} head={head} />
          {byArea.length > 0 ? (
            <section aria-labelledby="gaps">
              <h2 id="gaps">{say("Where the gaps are")}</h2>
              {filtered ? (
                <p className="text-soft">
                  {say("These charts show all open needs, whatever filters you’ve set above.")}
                </p>
              ) : null}
              <div className="grid gap-8 lg:grid-cols-2">
                <BarChart
                  finding={
                    gaps === 0
                      ? say("Every open need has a group that answers it.")
                      : sayCount(gaps, {
                          one: "{count} open need has no group that answers it.",
                          other: "{count} open needs have no group that answers them.",
                        })
                  }
                  about={say("Open needs by area")}
                  series={[say("Answered by a group"), say("Not answered")]}
                  stacked
                  most={largest}
                  rowsAre={say("Area")}
                  rows={byArea.map((row) => ({
                    label: row.name,
                    values: [row.open - row.unanswered, row.unanswered],
                  }))}
                />
                <BarChart
                  finding={themeFinding(byTheme)}
                  about={say("Open needs by theme")}
                  series={[say("Answered by a group"), say("Not answered")]}
                  stacked
                  most={largest}
                  rowsAre={say("Theme")}
                  rows={byTheme.map((row) => ({
                    label: row.name,
                    values: [row.open - row.unanswered, row.unanswered],
                  }))}
                />
              </div>
            </section>
          ) : null}
        </>
      )}
    </Frame>
  )
}
