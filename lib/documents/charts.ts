import { scaleLinear } from "d3-scale"
import { formatNumber, say } from "../words"
import type { Block, Inline } from "./model"

/** Bars of a chart. `values`: one a series; null where a number is held back. `most`: the end of the scale. */
export type Bars = {
  /** What it shows, as a sentence: its title and what is said to whoever can't see it. */
  finding: string
  rowsAre: string
  rows: { label: string; values: (number | null)[] }[]
  series: string[]
  most?: number
  format?: (value: number) => string
  heldBack?: string
}

const COLOURS = ["#1d6b43", "#8a4a78", "#b06a00", "#1f7a8c", "#737d76"]
const WIDTH = 640
const LABEL = 200
const NUMBER = 70
const BAR = 22
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const text = (said: string): Inline[] => [{ kind: "text", text: said }]

/** A label in lines of at most so many letters. */
function lines(label: string, most = 30): string[] {
  const made: string[] = []
  for (const word of label.split(/\s+/)) {
    const last = made.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  return made
}

/** Lying bars from zero as one drawing for a document, with their numbers beside them and as a table behind. `colour`: the LIO's own. */
export function barsFigure(bars: Bars, colour: string | null): Block {
  const { finding, rows, series, rowsAre, format = formatNumber, heldBack = say("under 5") } = bars
  const most = bars.most ?? Math.max(1, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const scale = scaleLinear([0, most], [0, WIDTH - LABEL - NUMBER]).clamp(true)
  const words = (value: number | null | undefined) =>
    value === null || value === undefined ? heldBack : format(value)
  const colours = [colour ?? COLOURS[0], ...COLOURS.slice(1)]
  let top = 4
  const parts: string[] = []
  const line = (x: number, y: number, said: string, more = "") =>
    parts.push(
      `<text x="${x}" y="${y}" font-family="Noto Sans" font-size="13"${more}>${escaped(said)}</text>`,
    )
  if (series.length > 1) {
    for (const [at, name] of series.entries()) {
      parts.push(`<rect x="0" y="${top}" width="14" height="14" fill="${colours[at % colours.length]}"/>`)
      line(22, top + 12, name)
      top += 22
    }
    top += 6
  }
  for (const { label, values } of rows) {
    const label_ = lines(label)
    for (const [at, said] of label_.entries()) line(0, top + 15 + at * 16, said)
    for (const [at, value] of values.entries()) {
      const y = top + at * (BAR + 3)
      const width = scale(value ?? 0)
      parts.push(
        `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${colours[at % colours.length]}"/>`,
      )
      line(LABEL + width + 6, y + 15, words(value))
    }
    top += Math.max(values.length * (BAR + 3), label_.length * 16) + 8
  }
  parts.push(`<line x1="${LABEL}" x2="${LABEL}" y1="0" y2="${top}" stroke="#555" stroke-width="1.5"/>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}">${parts.join("")}</svg>`
  return {
    kind: "figure",
    picture: { form: "svg", svg },
    alt: finding,
    caption: finding,
    ...(series.length === 1
      ? {
          bars: rows.map(({ label, values: [value] }) => ({
            ...{ label, words: words(value) },
            share: Math.round((1000 * scale(value ?? 0)) / (WIDTH - LABEL - NUMBER)) / 10,
          })),
        }
      : {}),
    table: {
      heads: [rowsAre, ...series].map(text),
      rows: rows.map(({ label, values }) => [label, ...values.map(words)].map(text)),
      align: ["left", ...series.map(() => "right" as const)],
      rowHeads: true,
    },
  }
}
