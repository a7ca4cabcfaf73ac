import { formatDate } from "@/app/_ui/date"
import type { LeftBehind } from "@/lib/partnerships/handover/queries"
import { say } from "@/lib/words"

/** What those who hold and held the seats of a board want whoever comes next to know. */
export function Handovers({ left }: { left: LeftBehind[] }) {
  if (left.length === 0) return null
  return (
    <>
      <h2 id="handover">{say("Handed over")}</h2>
      {left.map(({ termId, name, seat, words, endedOn }) => (
        <blockquote key={termId} className="card mb-3 max-w-3xl">
          <p className="mt-0 whitespace-pre-line">{words}</p>
          <p className="mb-0 text-soft">
            {endedOn
              ? say("{name}, {seat}, until {day}", { name, seat, day: formatDate(endedOn) })
              : say("{name}, {seat}", { name, seat })}
          </p>
        </blockquote>
      ))}
    </>
  )
}
