import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Stat } from "@/app/_ui/card"
import { Static } from "@/app/_ui/static"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { readList } from "@/lib/lists/input"
import { type Period, periodIn } from "@/lib/reports/work/input"
import { getChanges, getWork } from "@/lib/reports/work/queries"
import { formatDate, formatMoney, formatNumber, say, sayCount } from "@/lib/words"
import { ChoosePeriod } from "../_parts/choose-period"
import { Frame } from "../_parts/frame"
import { WorkTable } from "./_parts/work-table"

const NO_HELP = "stage=member&quiet=12"

/** What the LIO did in a period, and what changed for groups; each figure opens its rows. For staff. */
export default async function Reports(props: PageProps) {
  const [frame, { period, work, changes, members, quiet, today }] = await visit(props, async (ctx, query) => {
    const period = periodIn(query, ctx.today)
    const [work, changes, quiet, members] = await Promise.all([
      getWork(ctx, period),
      getChanges(ctx, period),
      listGroups(ctx, readList(groupList, NO_HELP), 1),
      listGroups(ctx, readList(groupList, "stage=member"), 1),
    ])
    return { period, work, changes, quiet: quiet.total, members: members.total, today: ctx.today }
  })
  const lio = frame.lio.slug
  const { from, to } = period
  const unplaced = work.places.reduce((left, { sessions }) => left - sessions, work.all.sessions)
  const range = `from=${from}&to=${to}`
  const sessions = (more: string) => `/${lio}/sessions?whose=team&${range}${more && `&${more}`}`
  return (
    <Frame {...frame} title={say("Reports")} at="reports">
      <h1>{say("Reports")}</h1>
      <ChoosePeriod place={{ path: `/${lio}/reports` }} period={period} today={today} />
      {period.unread ? <Banner kind="problem">{period.unread}</Banner> : null}
      <h2>{say("From {from} to {to}", { from: formatDate(from), to: formatDate(to) })}</h2>
      <Static>
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Stat
            label={say("Work with groups")}
            value={sayCount(Math.round(work.all.minutes / 60), {
              one: "{count} hour",
              other: "{count} hours",
            })}
            of={sayCount(work.all.sessions, { one: "{count} session", other: "{count} sessions" })}
            href={sessions("")}
          />
          <Stat
            label={say("Groups helped")}
            value={formatNumber(work.all.groups)}
            counts={say("Each counts once, however often they were helped")}
          />
          <Stat
            label={say("New groups")}
            value={formatNumber(changes.became)}
            of={sayCount(changes.enquiries, {
              one: "from {count} enquiry",
              other: "{count} enquiries came in",
            })}
            href={`/${lio}/enquiries?show=became`}
          />
          <Stat
            label={say("Secured with our help")}
            value={formatMoney(changes.secured.ours.sum)}
            of={sayCount(changes.secured.ours.bids, { one: "{count} award", other: "{count} awards" })}
            href={`/${lio}/funding?state=won&share=led&share=helped&${range}`}
          />
          <Stat
            label={say("Needs met")}
            value={formatNumber(changes.needsMet)}
            of={sayCount(changes.needsOpened, { one: "{count} new need", other: "{count} new needs" })}
            href={`/${lio}/needs?state=closed&ending=met&closed=${from}&closed-to=${to}`}
          />
          <Stat
            label={say("Cases closed")}
            value={formatNumber(changes.casesClosed)}
            of={say("{reached} got what they came for", { reached: changes.casesReached })}
            href={`/${lio}/cases?whose=team&state=closed&closed=${from}&closed-to=${to}`}
          />
          <Stat
            label={say("Places taken at events")}
            value={formatNumber(changes.came)}
            of={sayCount(changes.dates, { one: "at {count} event", other: "at {count} events" })}
            href={`/${lio}/events?when=past&${range}`}
          />
          <Stat
            label={say("Members without contact for a year")}
            value={formatNumber(quiet)}
            of={say("of {members}, today", { members: formatNumber(members) })}
            href={`/${lio}/groups?${NO_HELP}`}
          />
        </div>
      </Static>
      <WorkTable
        title={say("By function")}
        rowsAre={say("Function")}
        rows={work.functions}
        hrefOf={(key) => sessions(`function=${key}`)}
      />
      <WorkTable
        title={say("By kind of work")}
        rowsAre={say("Kind of work")}
        rows={work.kinds}
        hrefOf={(key) => sessions(`kind=${key}`)}
      />
      <WorkTable
        title={say("By place")}
        rowsAre={say("Where")}
        rows={work.places}
        hrefOf={(key) => sessions(`place=${key}`)}
        note={
          unplaced > 0
            ? sayCount(unplaced, {
                one: "{count} session is left out, as nobody said where it was.",
                other: "{count} sessions are left out, as nobody said where they were.",
              })
            : undefined
        }
      />
      <WorkTable
        title={say("By month")}
        rowsAre={say("Month")}
        rows={work.months.map((row) => ({ ...row, label: monthInWords(row.key) }))}
        hrefOf={(key) => `/${lio}/sessions?whose=team&${within(key, period)}`}
      />
      <WorkTable
        title={say("By worker")}
        rowsAre={say("Worker")}
        rows={work.workers}
        hrefOf={(key) => sessions(`by=${key}`)}
      />
      <WorkTable
        title={say("By theme of the group")}
        rowsAre={say("Theme")}
        rows={work.themes}
        hrefOf={(key) => sessions(`theme=${key}`)}
        note={say(
          "A session counts under each theme of each of its groups, so these add up to more than the whole.",
        )}
      />
      <WorkTable
        title={say("By area of the group")}
        rowsAre={say("Area")}
        rows={work.areas}
        hrefOf={(key) => sessions(`area=${key}`)}
        note={say(
          "A session counts under each area of each of its groups, so these add up to more than the whole.",
        )}
      />
      <h2>{say("How this is counted")}</h2>
      <ul className="max-w-3xl">
        <li>
          {say(
            "Work is what staff recorded as sessions, by the day of the session. One with several groups counts once, and its time once.",
          )}
        </li>
        <li>{say("A new group is an enquiry that became a group in the period.")}</li>
        <li>
          {say(
            "Secured with our help is what was awarded in the period where we led the bid or helped with it.",
          )}
        </li>
        <li>
          {say(
            "Confidential cases that you don’t work on aren’t counted under cases, but their sessions are counted as work.",
          )}
        </li>
      </ul>
    </Frame>
  )
}

const monthInWords = (month: string) => formatDate(`${month}-01`).replace(/^1 /, "")

/** The days of a month that are in the period, as an address says them. */
function within(month: string, { from, to }: Period): string {
  const [year = 0, number = 0] = month.split("-").map(Number)
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  const first = `${month}-01`
  return `from=${first > from ? first : from}&to=${last < to ? last : to}`
}
