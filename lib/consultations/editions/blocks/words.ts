import { STATEMENT_VOTES } from "@/db/vocabulary"
import { barsFigure } from "../../../documents/charts"
import type { Block, Inline } from "../../../documents/model"
import { formatNumber, inSentence, percent, say } from "../../../words"
import { UNSURE } from "../../words"
import { type EditionQuestion, takesUnsure } from "../document"
import { wordingBlocks } from "../wordings/words"
import { heardOf, howAsked } from "../words"

/** Words as they stand in a document. */
export const text = (words: string): Inline[] => [{ kind: "text", text: words }]
/** A paragraph of such words. */
export const paragraph = (words: string): Block => ({ kind: "paragraph", inlines: text(words) })
/** A heading of such words. */
export const heading = (level: 1 | 2, words: string, id: string): Block => ({
  kind: "heading",
  level,
  inlines: text(words),
  id,
})
/** So many columns of numbers. */
export const numbers = (count: number) => Array.from({ length: count }, () => "right" as const)

/** A question's numbers by parts of the groups. What there is less of, parts or options, makes the columns. */
export function partsOf(question: EditionQuestion): Block[] {
  const { number, title, parts, options } = question
  const labels = [...options.map(({ label }) => label), ...(takesUnsure(question) ? [UNSURE] : [])]
  return parts.map(({ by, rows }): Block => {
    const of = { number, by: by.toLowerCase(), title }
    const caption = takesUnsure(question)
      ? say("Question {number} by {by}, number of groups: {title}", of)
      : say("Statement by {by}, number of groups: {title}", of)
    const whole = [
      [by, say("Answered"), ...labels],
      ...rows.map(({ part, answered, counts }) => [
        part,
        ...[answered, ...counts.slice(0, labels.length)].map(formatNumber),
      ]),
    ]
    const [heads = [], ...lines] = rows.length < labels.length ? turned(whole, say("Answer")) : whole
    return {
      kind: "table",
      caption,
      heads: heads.map(text),
      rows: lines.map((line) => line.map(text)),
      align: ["left", ...numbers(heads.length - 1)],
      rowHeads: true,
    }
  })
}

/** The same table with its rows as columns. `corner`: the head of its first column. */
const turned = (lines: string[][], corner: string) =>
  (lines[0] ?? []).map((_, at) => lines.map((line, row) => (at + row === 0 ? corner : (line[at] ?? ""))))

/** A question's answers as bars to a scale of so many groups; its finding alone where nothing is shown. */
function answerBars(question: EditionQuestion, finding: string, most: number, colour: string | null): Block {
  const { held, answered, options, unsure } = question
  if (options.length === 0 || held || answered === 0) return paragraph(`${finding}.`)
  const bars = [
    ...options.map(({ label, groups }) => ({ label, count: groups })),
    ...(unsure > 0 ? [{ label: UNSURE, count: unsure }] : []),
  ]
  return barsFigure(
    {
      ...{ finding, most },
      rowsAre: say("Answer"),
      series: [say("Groups")],
      rows: bars.map(({ label, count }) => ({ label, values: [count] })),
      format: (count) => `${formatNumber(count)} (${percent(count, answered)})`,
    },
    colour,
  )
}

/** Several things on one scale: each as bars of its own, all to the same scale. */
const thingBars = ({ things, held, answered }: EditionQuestion, colour: string | null): Block[] =>
  things && !held && answered > 0
    ? things.map((thing) =>
        answerBars(
          thing,
          say("{thing}: {finding}", { thing: thing.title, finding: inSentence(thing.finding) }),
          answered,
          colour,
        ),
      )
    : []

/** A question of an edition: how it was put, how many answered, and what they said. */
export function questionBlocks(question: EditionQuestion, colour: string | null): Block[] {
  const { number, code, title, help, held, answered, finding } = question
  const { statements } = question
  return [
    heading(2, `${number}. ${title}`, code),
    ...(help ? [paragraph(help)] : []),
    ...wordingBlocks(question),
    paragraph(`${howAsked(question)} ${heardOf(question)}`),
    answerBars(question, finding, answered, colour),
    ...thingBars(question, colour),
    ...(question.ranked ? [rankedTable(question.ranked)] : []),
    ...(statements && !held && answered > 0 ? statementBlocks(statements) : []),
  ]
}

/** Options that were put in order: how often each stood where. */
function rankedTable(ranked: NonNullable<EditionQuestion["ranked"]>): Block {
  const places = ranked[0]?.places.map((_, at) => formatNumber(at + 1)) ?? []
  return {
    kind: "table",
    caption: say("Number of groups that put each option in each place"),
    heads: [say("Answer"), say("Average place"), say("Placed"), ...places].map(text),
    rows: ranked.map(({ label, mean, ranked: placed, places }) =>
      [label, mean === null ? "–" : formatNumber(mean), ...[placed, ...places].map(formatNumber)].map(text),
    ),
    align: ["left", ...numbers(places.length + 2)],
    rowHeads: true,
  }
}

/** Statements that groups voted on: each with its numbers, and whether groups of opinion can be told apart. */
function statementBlocks({ each, opinions }: NonNullable<EditionQuestion["statements"]>): Block[] {
  const votes = [STATEMENT_VOTES.agree, STATEMENT_VOTES.disagree, STATEMENT_VOTES.pass]
  return [
    {
      kind: "table",
      caption: say("Number of groups by how they voted on each statement"),
      heads: [say("Statement"), say("Voted"), ...votes].map(text),
      rows: each.map(({ title, answered, held, options, proposedByAGroup }) => [
        text(proposedByAGroup ? say("{title} (written by a group)", { title }) : title),
        text(formatNumber(answered)),
        ...votes.map((_, at) => text(held ? say("held back") : formatNumber(options[at]?.groups ?? 0))),
      ]),
      align: ["left", ...numbers(4)],
      rowHeads: true,
    },
    ...(opinions ? [paragraph(opinions)] : []),
  ]
}
