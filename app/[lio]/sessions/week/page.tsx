import { type PageProps, visit } from "@/app/_http/visit"
import { DataTable } from "@/app/_ui/data-table"
import { EmptyState } from "@/app/_ui/empty-state"
import { ExportMenu } from "@/app/_ui/export-links"
import { daysAfter, mondayOf } from "@/lib/days"
import { weekIn } from "@/lib/sessions/week/input"
import { getWeek, MOST_LISTED, type WeekLine } from "@/lib/sessions/week/queries"
import { formatDate, formatMinutes, formatNumber, formatShortDate, say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { SessionTable } from "../_parts/session-table"
import { WorkTabs } from "../_parts/work-tabs"

/** A week of work with its totals, one's own or the team's: what a timesheet asks. */
export default async function Week(props: PageProps) {
  const [frame, { shown, week, today }] = await visit(props, async (ctx, query) => {
    const shown = weekIn(query, ctx.today)
    return { shown, week: await getWeek(ctx, shown), today: ctx.today }
  })
  const lio = frame.lio.slug
  const { from, to, whose } = shown
  const at = (of: string, who = whose) => `/${lio}/sessions/week?${new URLSearchParams({ of, whose: who })}`
  const list = (more: Record<string, string>) =>
    `/${lio}/sessions?${new URLSearchParams({ whose, from, to, ...more })}`
  const title = say("Week of {day}", { day: formatDate(from) })
  const later = daysAfter(from, 7)
  const now = mondayOf(today)
  return (
    <Frame {...frame} title={say("Sessions: {title}", { title })} at="sessions">
      <h1>{title}</h1>
      <WorkTabs lio={lio} current="week" />
      <nav aria-label={say("Other weeks")} className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
        <a href={at(daysAfter(from, -7))}>{say("Week before")}</a>
        {from === now ? null : <a href={at(now)}>{say("This week")}</a>}
        {later <= now ? <a href={at(later)}>{say("Week after")}</a> : null}
        <a href={at(from, whose === "mine" ? "team" : "mine")}>
          {whose === "mine" ? say("The whole team’s week") : say("My week")}
        </a>
      </nav>
      {week.all.sessions === 0 ? (
        <EmptyState
          drawing="talk"
          title={whose === "mine" ? say("You recorded no sessions this week") : say("No sessions this week")}
        >
          {say("A session counts in the week of the day it was on, whenever you record it.")}
        </EmptyState>
      ) : (
        <>
          <div className="grid gap-x-8 lg:grid-cols-2">
            <Totals
              title={whose === "mine" ? say("My week by day") : say("The team’s week by day")}
              rowsAre={say("Day")}
              rows={week.days.map((day) => ({ ...day, label: `${day.label} ${formatShortDate(day.key)}` }))}
              hrefOf={(day) => list({ from: day, to: day })}
              all={{ key: "all", label: say("The week"), ...week.all }}
            />
            <div>
              <Totals
                title={say("By function")}
                rowsAre={say("Function")}
                rows={week.functions}
                hrefOf={(key) => list({ function: key })}
              />
              <Totals
                title={say("By kind of work")}
                rowsAre={say("Kind of work")}
                rows={week.kinds}
                hrefOf={(key) => list({ kind: key })}
              />
              {whose === "team" ? (
                <Totals
                  title={say("By worker")}
                  rowsAre={say("Worker")}
                  rows={week.workers}
                  hrefOf={(key) => list({ by: key })}
                />
              ) : null}
            </div>
          </div>
          <h2>{say("The sessions")}</h2>
          <ExportMenu place={{ path: `/${lio}/sessions`, query: { whose, from, to } }} />
          <SessionTable lio={lio} rows={week.rows} />
          {week.all.sessions > MOST_LISTED ? (
            <p>
              <a href={list({})}>
                {say("These are the last {most}. See all {all} in the list.", {
                  most: MOST_LISTED,
                  all: formatNumber(week.all.sessions),
                })}
              </a>
            </p>
          ) : null}
        </>
      )}
    </Frame>
  )
}

type TotalsProps = {
  title: string
  rowsAre: string
  rows: WeekLine[]
  hrefOf: (key: string) => string
  /** The line under all of them. */
  all?: WeekLine
}

function Totals({ title, rowsAre, rows, hrefOf, all }: TotalsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <DataTable
        plain
        caption={title}
        captionHidden
        rows={all ? [...rows, all] : rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "label",
            label: rowsAre,
            main: true,
            cell: (row) =>
              row === all ? (
                <strong>{row.label}</strong>
              ) : row.sessions > 0 ? (
                <a href={hrefOf(row.key)}>{row.label}</a>
              ) : (
                row.label
              ),
          },
          {
            key: "sessions",
            label: say("Sessions"),
            number: true,
            cell: (row) => formatNumber(row.sessions),
          },
          {
            key: "time",
            label: say("Time"),
            number: true,
            cell: (row) =>
              row === all ? <strong>{formatMinutes(row.minutes)}</strong> : formatMinutes(row.minutes),
          },
        ]}
      />
    </section>
  )
}
