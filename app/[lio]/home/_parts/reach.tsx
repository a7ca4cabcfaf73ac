import type { ConsultationRow } from "@/lib/consultations/queries"
import { leftInWords } from "@/lib/consultations/words"
import { formatShortDate, percent, say, sayCount } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

type Props = { lio: string; consultations: ConsultationRow[]; now: Date }

/** The open consultations, each with how many of the groups that were asked have answered. */
export function Reach({ lio, consultations, now }: Props) {
  if (consultations.length === 0) return null
  return (
    <section aria-labelledby="open">
      <h2 id="open">{say("Open consultations")}</h2>
      <ul className="m-0 list-none p-0">
        {consultations.map(({ id, title, asked, answered, closesAt }) => (
          <li key={id} className="mb-4">
            <a href={`/${lio}/consultations/${id}`} className="font-semibold">
              {title}
            </a>
            <Bar part={answered} whole={asked} />
            <p className="m-0">
              {sayCount(
                asked,
                {
                  one: "{answered} of {count} group has answered",
                  other: "{answered} of {count} groups have answered",
                },
                { answered },
              )}
              {asked > 0 ? ` (${percent(answered, asked)})` : ""}
              <span className="text-soft">
                {closesAt ? `, ${leftInWords(closesAt, now)} (${formatShortDate(closesAt)})` : ""}
              </span>
            </p>
            {answered < asked ? (
              <p className="m-0">
                <a href={`/${lio}/consultations/${id}/reach`}>
                  {sayRich("See who hasn’t answered{title}", {
                    title: <span className="sr-only"> {title}</span>,
                  })}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Bar = ({ part, whole }: { part: number; whole: number }) => (
  <svg className="reach-bar" width="100%" height="12" aria-hidden="true">
    <rect className="reach-all" width="100%" height="12" />
    <rect className="reach-part" width={`${whole > 0 ? Math.round((100 * part) / whole) : 0}%`} height="12" />
  </svg>
)
