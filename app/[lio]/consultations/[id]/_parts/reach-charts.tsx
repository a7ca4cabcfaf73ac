import { BarChart } from "@/app/_ui/bar-chart"
import type { Reach, ReachRow } from "@/lib/consultations/reach/queries"
import { percent } from "@/lib/words"

/** Which part answered least, as a sentence; groups asked fewer than five say nothing. */
function findingOf(label: string, rows: ReachRow[]): string {
  const told = rows.filter(({ asked }) => asked >= 5)
  const [least] = [...told].sort((one, other) => one.answered / one.asked - other.answered / other.asked)
  if (!least || told.length < 2) return `Answered, by ${label.toLowerCase()}`
  return `By ${label.toLowerCase()}, the fewest answered in “${least.segment}”: ${least.answered} of ${least.asked}`
}

/** How many of those asked have answered, by size, area, theme and sector. */
export function ReachCharts({ reach }: { reach: Reach }) {
  if (reach.asked === 0) return null
  return (
    <section>
      <h2>Whom you hear, and whom not</h2>
      {reach.by
        .filter(({ rows }) => rows.length > 1)
        .map(({ dimension, label, rows }) => (
          <BarChart
            key={dimension}
            finding={findingOf(label, rows)}
            about={`Share of the groups asked that have answered, by ${label.toLowerCase()}`}
            rowsAre={label}
            most={100}
            rows={rows.map(({ segment, asked, answered }) => ({
              label: segment,
              values: [(answered / asked) * 100],
              note: `(${answered} of ${asked})`,
            }))}
            format={(value) => percent(value, 100)}
          />
        ))}
    </section>
  )
}
