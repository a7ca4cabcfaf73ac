import { Static } from "@/app/_ui/static"
import type { WholeBid } from "@/lib/funding/bids/queries"
import { formatMoment, say } from "@/lib/words"

/** What happened to a bid, the last first. */
export function History({ events }: { events: WholeBid["history"] }) {
  return (
    <section aria-labelledby="history">
      <Static>
        <h2 id="history">{say("History")}</h2>
        <ol className="max-w-3xl list-none space-y-3 p-0">
          {events.toReversed().map((event) => (
            <li key={`${event.what} ${event.at.toISOString()}`}>
              <p className="m-0">{event.summary}</p>
              <p className="m-0 text-soft">
                {say("{who}, {when}", { who: event.who, when: formatMoment(event.at) })}
              </p>
            </li>
          ))}
        </ol>
      </Static>
    </section>
  )
}
