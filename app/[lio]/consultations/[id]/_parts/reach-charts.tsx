import { BarChart } from "@/app/_ui/bar-chart"
import type { Reach, ReachRow } from "@/lib/consultations/reach/queries"
import { inWords, percent } from "@/lib/words"

const shareOf = ({ answered, asked }: ReachRow) => answered / asked

/** Which parts answered least, as a sentence that fits the bars: ties are named, or counted where they are many. */
function findingOf(label: string, rows: ReachRow[]): string {
  const least = Math.min(...rows.map(shareOf))
  const last = rows.filter((row) => shareOf(row) === least)
  if (last.length === rows.length) return `Answered, by ${label.toLowerCase()}`
  const [one] = last
  const where =
    last.length > 3
      ? `${last.length} of the ${rows.length}`
      : inWords(last.map(({ segment }) => `“${segment}”`))
  const how =
    last.length === 1 && one ? `${one.answered} of ${one.asked}` : `${percent(least * 100, 100)} each`
  return `Fewest answers by ${label.toLowerCase()}: ${where}, ${how}`
}

/** How many of those asked have answered, by size, area, theme and sector. */
export function ReachCharts({ reach }: { reach: Reach }) {
  if (reach.asked === 0) return null
  return (
    <section>
      <h2>Who has and hasn’t responded</h2>
      <div className="grid gap-x-10 xl:grid-cols-2">
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
      </div>
    </section>
  )
}
