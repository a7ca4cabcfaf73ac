import { whenInWords } from "@/lib/calendar/words"
import type { PublicDate } from "@/lib/events/queries"
import { say } from "@/lib/words"

/** Other events that are about the same; nothing where there are none. */
export const AlsoForYou = ({ lio, dates }: { lio: string; dates: PublicDate[] }) =>
  dates.length === 0 ? null : (
    <section aria-labelledby="also">
      <h2 id="also">{say("Also for you")}</h2>
      <ul className="list-none p-0">
        {dates.map((date) => (
          <li key={date.id} className="mb-3">
            <a href={`/${lio}/events/${date.eventId}`}>{date.title}</a>
            <br />
            {whenInWords(date)}
          </li>
        ))}
      </ul>
    </section>
  )
