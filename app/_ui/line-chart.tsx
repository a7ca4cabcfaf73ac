import { scaleLinear, scalePoint } from "d3-scale"
import type { ReactNode } from "react"
import { formatNumber, say } from "@/lib/words/say"
import { Figure } from "./figure"

type Props = {
  /** What the chart shows, as a sentence. */
  finding: string
  about?: ReactNode
  /** In order of time; null leaves a gap. */
  points: { label: string; value: number | null }[]
  format?: (value: number) => string
  /** What is measured: the head of the table's column. */
  measure: string
  csv?: string
  pointsAre?: string
}

/** One line over time, from zero, with the last value in words. */
export function LineChart({
  finding,
  about,
  points,
  format = formatNumber,
  measure,
  csv,
  pointsAre = say("When"),
}: Props) {
  const y = scaleLinear([0, Math.max(1, ...points.map((point) => point.value ?? 0))], [100, 0]).nice(4)
  const x = scalePoint(
    points.map((_, at) => at),
    [2, 98],
  )
  const ticks = y.ticks(4).filter(Number.isInteger)
  const widest = Math.max(...ticks.map((tick) => format(tick).length))
  const place = (at: number) => `${x(at) ?? 0}%`
  const present = points.flatMap((point, at) => (point.value === null ? [] : [{ at, value: point.value }]))
  const last = present.at(-1)
  const end = points.length - 1
  const named = [...new Set([0, points.length > 4 ? Math.round(end / 2) : 0, end])]
  return (
    <Figure
      finding={finding}
      about={about}
      csv={csv}
      table={{
        heads: [pointsAre, measure],
        rows: points.map((point) => [point.label, point.value === null ? "–" : format(point.value)]),
      }}
    >
      <div aria-hidden="true" className="grid grid-cols-[auto_1fr] gap-x-2">
        <svg aria-hidden="true" width={`${widest * 0.6}em`} className="h-56 overflow-visible">
          {ticks.map((tick) => (
            <text
              key={tick}
              x="100%"
              y={`${y(tick)}%`}
              textAnchor="end"
              dominantBaseline="middle"
              className="fill-soft"
            >
              {format(tick)}
            </text>
          ))}
        </svg>
        <svg aria-hidden="true" className="h-56 w-full overflow-visible">
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={`${y(tick)}%`}
              y2={`${y(tick)}%`}
              className={tick === 0 ? "stroke-line-strong stroke-2" : "stroke-line"}
            />
          ))}
          {present.slice(1).map((point, at) => {
            const before = present[at]
            return before && before.at === point.at - 1 ? (
              <line
                key={point.at}
                x1={place(before.at)}
                y1={`${y(before.value)}%`}
                x2={place(point.at)}
                y2={`${y(point.value)}%`}
                className="line-mark stroke-leaf stroke-3"
              />
            ) : null
          })}
          {present.map((point) => (
            <circle key={point.at} cx={place(point.at)} cy={`${y(point.value)}%`} r="4.5" className="bar-1" />
          ))}
          {last ? (
            <text
              x={place(last.at)}
              y={`${y(last.value)}%`}
              dy="-0.75em"
              textAnchor="end"
              className="fill-ink font-bold"
            >
              {format(last.value)}
            </text>
          ) : null}
        </svg>
        <svg aria-hidden="true" className="col-start-2 h-7 w-full overflow-visible max-sm:h-14">
          {named.map((at) => (
            <text
              key={at}
              x={place(at)}
              y="1.25em"
              textAnchor={at === 0 ? "start" : at === end ? "end" : "middle"}
              className={`fill-soft ${at === 0 ? "" : at === end ? "max-sm:translate-y-6" : "max-sm:hidden"}`}
            >
              {points[at]?.label}
            </text>
          ))}
        </svg>
      </div>
    </Figure>
  )
}
