import { type PageProps, visit } from "@/app/_http/visit"
import { Tabs } from "@/app/_ui/links"
import { getOwnCalendar } from "@/lib/calendar/feeds/queries"
import { shownIn } from "@/lib/calendar/input"
import { listDays } from "@/lib/calendar/queries"
import { formatDate, formatMonth, say } from "@/lib/words"
import { Frame } from "../_parts/frame"
import { Days } from "./_parts/days"
import { OwnCalendar } from "./_parts/own-calendar"

/** The calendar, a month or a week at a time, and the address of one’s own. */
export default async function CalendarPage(props: PageProps) {
  const [frame, { shown, things, own, today }] = await visit(props, async (ctx, query) => {
    const shown = shownIn(query, ctx.today)
    const [things, own] = await Promise.all([listDays(ctx, shown.from, shown.before), getOwnCalendar(ctx)])
    return { shown, things, own, today: ctx.today }
  })
  const lio = frame.lio.slug
  const path = `/${lio}/calendar`
  const { view, day, from } = shown
  const at = (of: "month" | "week", on: string) => `${path}?${new URLSearchParams({ view: of, day: on })}`
  const title = view === "week" ? say("Week of {day}", { day: formatDate(from) }) : formatMonth(day)
  return (
    <Frame {...frame} title={say("Calendar: {title}", { title })} at="calendar">
      <h1>{title}</h1>
      <Tabs
        label={say("Month or week")}
        tabs={[
          { label: say("Month"), href: at("month", day), current: view === "month" },
          { label: say("Week"), href: at("week", day), current: view === "week" },
        ]}
      />
      <nav aria-label={say("Other dates")} className="mb-4 flex flex-wrap gap-6">
        <a href={at(view, shown.earlier)}>{view === "week" ? say("Week before") : say("Month before")}</a>
        <a href={at(view, today)}>{say("Today")}</a>
        <a href={at(view, shown.later)}>{view === "week" ? say("Week after") : say("Month after")}</a>
      </nav>
      <Days {...{ lio, shown, things, today }} />
      <OwnCalendar lio={lio} own={own} staff={frame.actor.kind === "staff"} />
    </Frame>
  )
}
