import { BarChart } from "@/app/_ui/bar-chart"
import type { Reach, ReachRow } from "@/lib/consultations/reach/queries"
import { inWords, percent, say } from "@/lib/words"

const shareOf = ({ answered, asked }: ReachRow) => answered / asked

/** Which parts answered least, as a sentence that fits the bars: ties are named, or counted where they are many. */
function findingOf(label: string, rows: ReachRow[]): string {
  const least = Math.min(...rows.map(shareOf))
  const last = rows.filter((row) => shareOf(row) === least)
  if (last.length === rows.length) return say("Answered, by {label}", { label: label.toLowerCase() })
  const [one] = last
  const where =
    last.length > 3
      ? say("{last} of the {rows}", { last: last.length, rows: rows.length })
      : inWords(last.map(({ segment }) => `“${segment}”`))
  const how =
    last.length === 1 && one
      ? say("{answered} of {asked}", { answered: one.answered, asked: one.asked })
      : say("{least} each", { least: percent(least * 100, 100) })
  return say("Fewest answers by {label}: {where}, {how}", { label: label.toLowerCase(), where, how })
}

/** How many of those asked have answered, by size, area, theme and sector. */
export function ReachCharts({ reach }: { reach: Reach }) {
  const shown = reach.by.filter(({ rows }) => rows.length > 1)
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{say("Who has and hasn’t responded")}</h2>
      <div className="grid gap-x-10 xl:grid-cols-2">
        {shown.map(({ dimension, label, rows }) => (
          <BarChart
            key={dimension}
            finding={findingOf(label, rows)}
            about={say("Share of the groups asked that have answered, by {label}", {
              label: label.toLowerCase(),
            })}
            rowsAre={label}
            most={100}
            rows={rows.map(({ segment, asked, answered }) => ({
              label: segment,
              values: [(answered / asked) * 100],
              note: say("({answered} of {asked})", { answered, asked }),
            }))}
            format={(value) => percent(value, 100)}
          />
        ))}
      </div>
    </section>
  )
}
