import { Static } from "@/app/_ui/static"
import type { Shown } from "@/lib/calendar/input"
import type { OnTheDay } from "@/lib/calendar/queries"
import { daysAfter, daysBetween } from "@/lib/days"
import { formatLongDate, formatTime, formatWeekday, say } from "@/lib/words"

type Props = { lio: string; shown: Shown; things: OnTheDay[]; today: string }

/** The days of a month or a week with what is on each. On a phone, those with nothing are left out. */
export function Days({ lio, shown: { view, day, from, before }, things, today }: Props) {
  const days = Array.from({ length: daysBetween(from, before) }, (_, at) => daysAfter(from, at))
  const onDay = Map.groupBy(things, (thing) => thing.day)
  return (
    <Static>
      {things.length === 0 ? (
        <p>{view === "week" ? say("Nothing is on this week.") : say("Nothing is on this month.")}</p>
      ) : null}
      <div aria-hidden="true" className="hidden sm:grid sm:grid-cols-7">
        {days.slice(0, 7).map((one) => (
          <span key={one} className="min-w-0 truncate px-2 text-soft">
            {formatWeekday(one)}
          </span>
        ))}
      </div>
      <ol className="m-0 list-none border-line p-0 sm:grid sm:grid-cols-7 sm:border-l sm:border-t">
        {days.map((one) => {
          const on = onDay.get(one) ?? []
          const outside = view === "month" && one.slice(0, 7) !== day.slice(0, 7)
          return (
            <li
              key={one}
              className={`mb-4 sm:mb-0 sm:min-h-24 sm:border-b sm:border-r sm:border-line sm:p-2 ${on.length === 0 ? "hidden sm:block" : ""}`}
            >
              <p className={`m-0 ${one === today ? "font-bold" : ""} ${outside ? "text-soft" : ""}`}>
                <span className="sm:sr-only">{formatLongDate(one)}</span>
                <span aria-hidden="true" className="hidden sm:inline">
                  {Number(one.slice(8))}
                </span>
                {one === today ? ` · ${say("Today")}` : ""}
              </p>
              <ul className="m-0 list-none p-0">
                {on.map((thing) => (
                  <li key={thing.id} className="mt-1">
                    {thing.allDay ? "" : `${formatTime(thing.startsAt, thing.zone)} `}
                    <a href={`/${lio}${thing.path}`}>{thing.title}</a>
                    {thing.cancelled ? <strong>{` ${say("Cancelled")}`}</strong> : null}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </Static>
  )
}
