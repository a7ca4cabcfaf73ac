import { scaleLinear } from "d3-scale"
import { Fragment, type ReactNode, useId } from "react"
import { formatNumber, say } from "@/lib/words/say"
import { Bars, StackedBar, Swatch } from "./chart-bars"
import { Figure } from "./figure"

type BarRow = {
  label: string
  /** One number a series, in the order of `series`; null where it is held back. */
  values: (number | null)[]
  /** After the number: "of 87". */
  note?: string
}

type Props = {
  /** What the chart shows, as a sentence: "Most groups want evening meetings". */
  finding: string
  /** What is counted: "Answers to question 3, 87 groups". */
  about?: ReactNode
  rows: BarRow[]
  series?: string[]
  /** Parts of one bar, instead of a bar each. */
  stacked?: boolean
  /** The largest value of the scale; the largest in the rows when left out. 100 for percentages. */
  most?: number
  format?: (value: number) => string
  /** What stands for a number that is held back, so that nobody can be picked out. */
  heldBack?: string
  csv?: string
  /** A word for the first column of the table. */
  rowsAre?: string
}

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Lying bars from zero, with their numbers beside them. */
export function BarChart({
  finding,
  about,
  rows,
  series = [""],
  stacked,
  most,
  format = formatNumber,
  heldBack = "under 5",
  csv,
  rowsAre = say("Answer"),
}: Props) {
  const largest =
    most ??
    Math.max(
      1,
      ...rows.map((row) => (stacked ? sum(row.values) : Math.max(...row.values.map((value) => value ?? 0)))),
    )
  const scale = scaleLinear([0, largest], [0, 100]).clamp(true)
  const words = (value: number | null | undefined) =>
    value === null || value === undefined ? heldBack : format(value)
  const many = series.length > 1
  const chart = useId()
  const Row = stacked ? StackedBar : Bars
  return (
    <Figure
      finding={finding}
      about={about}
      csv={csv}
      table={{
        heads: [rowsAre, ...series.map((name) => name || say("Number"))],
        rows: rows.map((row) => [row.label, ...row.values.map(words)]),
      }}
    >
      {many ? (
        <ul aria-hidden="true" className="mb-4 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
          {series.map((name, at) => (
            <li key={name} className="flex items-center gap-2 wrap-anywhere">
              <Swatch at={at} chart={chart} />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <div aria-hidden="true" className={many ? "bars" : "bars bars-one"}>
        {rows.map((row) => (
          <Fragment key={row.label}>
            <p className="bar-label">{row.label}</p>
            <Row
              values={row.values}
              scale={scale}
              words={words}
              series={series}
              note={row.note}
              chart={chart}
            />
          </Fragment>
        ))}
      </div>
    </Figure>
  )
}
