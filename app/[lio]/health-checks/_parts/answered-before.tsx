import { HEALTH_ANSWERS } from "@/db/vocabulary"
import type { EarlierAnswer } from "@/lib/health-checks/queries"
import { formatMoment, say } from "@/lib/words"

/** What was answered before, by whom and when, the latest first. */
export function AnsweredBefore({ earlier }: { earlier: EarlierAnswer[] }) {
  if (earlier.length === 0) return null
  return (
    <ul className="hint m-0 list-none p-0">
      {earlier.map(({ answer, at, by }) => (
        <li key={at}>
          {say("Before: “{answer}”, {name}, {day}", {
            answer: HEALTH_ANSWERS[answer],
            name: by ?? say("somebody in the group"),
            day: formatMoment(new Date(at)),
          })}
        </li>
      ))}
    </ul>
  )
}
