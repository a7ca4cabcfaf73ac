import { Tag } from "@/app/_ui/tag"
import { daysAfter } from "@/lib/days"
import type { Entry } from "@/lib/home/calendar/queries"
import { dayOf, formatLongDate, formatShortDate, relativeDay, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = { lio: string; entries: Entry[]; now: Date }

/** What is late, what is on, and the deadlines to come. */
export function Calendar({ lio, entries, now }: Props) {
  const today = dayOf(now)
  const tomorrow = daysAfter(today, 1)
  const days = [
    { title: say("Late"), entries: entries.filter(({ on }) => on < today) },
    {
      title: say("Today, {now}", { now: formatLongDate(now) }),
      entries: entries.filter(({ on }) => on === today),
      always: true,
    },
    { title: say("Tomorrow"), entries: entries.filter(({ on }) => on === tomorrow), always: true },
    { title: say("In the next 30 days"), entries: entries.filter(({ on }) => on > tomorrow) },
  ]
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar" className="mt-4">
        {say("Calendar")}
      </h2>
      {days
        .filter((day) => day.always || day.entries.length > 0)
        .map((day) => (
          <div key={day.title}>
            <h3 className="mt-3 mb-0 text-base">{day.title}</h3>
            {day.entries.length === 0 ? <p className="m-0 text-soft">{say("Nothing is due.")}</p> : null}
            <ul className="m-0 list-none p-0">
              {day.entries.map((entry) => (
                <li key={`${entry.kind} ${entry.id}`} className="py-1">
                  <Line lio={lio} entry={entry} now={now} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  )
}

/** The day as well, where the heading does not say it. */
function Day({ on, now }: { on: string; now: Date }) {
  const today = dayOf(now)
  if (on === today || on === daysAfter(today, 1)) return null
  return (
    <>
      {" "}
      {on < today ? (
        <Tag tone="problem">{relativeDay(on, now)}</Tag>
      ) : (
        `${relativeDay(on, now)} (${formatShortDate(on)})`
      )}
    </>
  )
}

function Line({ lio, entry, now }: { lio: string; entry: Entry; now: Date }) {
  const day = <Day on={entry.on} now={now} />
  if (entry.kind === "tasks")
    return (
      <a href={`/${lio}/tasks?whose=team&day=${entry.id}`}>
        {sayCount(entry.tasks, { one: "{count} task is due", other: "{count} tasks are due" })}
      </a>
    )
  if (entry.kind === "date")
    return (
      <>
        <a href={`/${lio}${entry.path}`}>{entry.title}</a>
        {day}
      </>
    )
  if (entry.kind === "membership")
    return (
      <>
        {sayRich("The membership of {entry} ends{day}", {
          entry: <a href={`/${lio}/groups/${entry.id}/membership`}>{entry.title}</a>,
          day,
        })}
      </>
    )
  if (entry.kind === "closes")
    return (
      <>
        {sayRich("{entry} closes{day}", {
          entry: <a href={`/${lio}/consultations/${entry.id}`}>{entry.title}</a>,
          day,
        })}
      </>
    )
  if (entry.kind === "promise")
    return (
      <>
        {sayRich("{body} promised: {entry}{day}", {
          body: entry.body,
          entry: <a href={`/${lio}/${entry.path}`}>{entry.title}</a>,
          day,
        })}
      </>
    )
  return (
    <>
      {sayRich("{body} should reply to {entry}{day}", {
        body: entry.body,
        entry: <a href={`/${lio}/representations/${entry.id}`}>{entry.title}</a>,
        day,
      })}
    </>
  )
}
