import { Fragment } from "react"

const look = (at: number) => `bar-${(at % 5) + 1}`

/** Stripes over every second colour, so that colour alone never tells the series apart. */
function Pattern({ id, at }: { id: string; at: number }) {
  return (
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform={at % 4 === 1 ? "rotate(45)" : "rotate(-45)"}
    >
      <rect width={at % 4 === 1 ? 3 : 1.5} height="8" className="fill-surface" />
    </pattern>
  )
}

/** The colour and stripes of one series. */
export function Swatch({ at, chart }: { at: number; chart: string }) {
  const id = `${chart}${at}`
  return (
    <svg className="size-5 flex-none" aria-hidden="true">
      <defs>
        <Pattern id={id} at={at} />
      </defs>
      <rect width="20" height="20" className={look(at)} />
      {at % 2 === 1 ? <rect width="20" height="20" fill={`url(#${id})`} /> : null}
    </svg>
  )
}

type Props = {
  values: (number | null)[]
  /** A value as a share of the full width, 0 to 100. */
  scale: (value: number) => number
  words: (value: number | null) => string
  series: string[]
  note?: string
  /** What the ids of the chart begin with. */
  chart: string
}

function Bar({ at, from, width, chart }: { at: number; from: number; width: number; chart: string }) {
  return (
    <Fragment>
      <rect x={`${from}%`} width={`${width}%`} height="100%" className={look(at)} />
      {at % 2 === 1 ? (
        <rect x={`${from}%`} width={`${width}%`} height="100%" fill={`url(#${chart}${at})`} />
      ) : null}
    </Fragment>
  )
}

/** The parts of one row in one bar, and under it each with its number. */
export function StackedBar({ values, scale, words, series, note, chart }: Props) {
  let from = 0
  return (
    <div className="col-span-full">
      <svg aria-hidden="true" className="block h-7 w-full bg-sunken">
        {values.map((value, at) => {
          const start = from
          from += scale(value ?? 0)
          return <Bar key={series[at]} at={at} from={start} width={from - start} chart={chart} />
        })}
      </svg>
      <p className="m-0 text-soft">
        {values.map((value, at) => `${series[at]} ${words(value)}`).join(" · ")}
        {note ? ` ${note}` : null}
      </p>
    </div>
  )
}

/** The bars of one row, from zero, each with its number beside it. */
export function Bars({ values, scale, words, series, note, chart }: Props) {
  return values.map((value, at) => (
    <Fragment key={series[at]}>
      <svg aria-hidden="true" className="block h-7 w-full min-w-0 border-l-2 border-line-strong">
        <Bar at={at} from={0} width={scale(value ?? 0)} chart={chart} />
      </svg>
      <span className="max-w-40 tabular-nums">
        {words(value)}
        {note ? <span className="text-soft"> {note}</span> : null}
      </span>
    </Fragment>
  ))
}
