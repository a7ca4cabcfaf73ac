import { STATEMENT_VOTES } from "@/db/vocabulary"
import { barsFigure } from "../../documents/charts"
import type { Block, Document, Inline } from "../../documents/model"
import { dayOf, formatDate, formatMoment, formatNumber, inSentence, percent, say } from "../../words"
import { LEAST } from "../small-numbers"
import { UNSURE } from "../words"
import { allCounted, type EditionDocument, type EditionQuestion } from "./document"
import { heardOf, howAsked } from "./words"

/** What an edition’s papers say of it beside what is frozen. */
export type PublishedBeside = {
  digest: string
  publishedAt: Date
  /** Its permanent address, in full. */
  address: string
  letterhead: Document["letterhead"]
  zone: string
  /** Every edition that was published, the first first. */
  editions: { edition: number; publishedAt: Date; change: string | null; withdrawnAt: Date | null }[]
}

const text = (words: string): Inline[] => [{ kind: "text", text: words }]
const paragraph = (words: string): Block => ({ kind: "paragraph", inlines: text(words) })
const heading = (level: 1 | 2, words: string, id: string): Block => ({
  kind: "heading",
  level,
  inlines: text(words),
  id,
})
const numbers = (count: number) => Array.from({ length: count }, () => "right" as const)

/** A question's numbers by parts of the groups. What there is less of, parts or options, makes the columns. */
function partsOf({ number, title, parts, options }: EditionQuestion): Block[] {
  const labels = [...options.map(({ label }) => label), UNSURE]
  return parts.map(({ by, rows }): Block => {
    const caption = say("Question {number} by {by}, number of groups: {title}", {
      number,
      by: by.toLowerCase(),
      title,
    })
    const whole = [
      [by, say("Answered"), ...labels],
      ...rows.map(({ part, answered, counts }) => [part, ...[answered, ...counts].map(formatNumber)]),
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

function questionBlocks(question: EditionQuestion, colour: string | null): Block[] {
  const { number, code, title, help, held, answered, finding } = question
  const { statements } = question
  return [
    heading(2, `${number}. ${title}`, code),
    ...(help ? [paragraph(help)] : []),
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

/** Who answered, by parts of those asked. */
const responseBlocks = ({ response }: EditionDocument): Block[] =>
  response.map(
    ({ by, parts }): Block => ({
      kind: "table",
      caption: say("Who answered, by {by}", { by: by.toLowerCase() }),
      heads: [by, say("Asked"), say("Answered"), say("Share")].map(text),
      rows: parts.map(({ part, asked, answered }) =>
        [part, formatNumber(asked), formatNumber(answered), percent(answered, asked)].map(text),
      ),
      align: ["left", ...numbers(3)],
      rowHeads: true,
    }),
  )

/** Every question by parts of the groups, after all that is said in short. */
function tablesOf({ questions }: EditionDocument): Block[] {
  const tables = questions.flatMap(allCounted).flatMap(partsOf)
  return tables.length > 0 ? [heading(1, say("By kind of group"), "parts"), ...tables] : []
}

const correctionOf = ({ change }: EditionDocument): Block[] =>
  change
    ? [
        {
          kind: "callout",
          tone: "help",
          title: say("What this edition corrects"),
          blocks: [paragraph(change)],
        },
      ]
    : []

/** What was changed from edition to edition, and that nothing was where there is only one. */
function changesOf({ editions, zone }: PublishedBeside): Block[] {
  const told = editions.map(({ edition, publishedAt, change, withdrawnAt }) =>
    [
      say("Edition {edition}, published on {day}.", { edition, day: formatDate(publishedAt, zone) }),
      change ?? "",
      withdrawnAt ? say("Withdrawn on {day}.", { day: formatDate(withdrawnAt, zone) }) : "",
    ]
      .filter(Boolean)
      .join(" "),
  )
  return [
    heading(1, say("Editions"), "editions"),
    { kind: "list", ordered: false, items: told.map((words) => [paragraph(words)]) },
  ]
}

/** How to cite it: whose it is, what, which edition, when, where, and by what it can be told from any other. */
const citation = ({ lio, consultation, edition }: EditionDocument, beside: PublishedBeside) =>
  say("{lio}, “{title}”, edition {edition}, {day}, {address} (SHA-256 {digest})", {
    lio: lio.name,
    title: consultation.title,
    edition,
    day: formatDate(beside.publishedAt, beside.zone),
    address: beside.address,
    digest: beside.digest,
  })

/** An edition as a paper: for its page, as PDF and for Word. */
export function editionPaper(edition: EditionDocument, beside: PublishedBeside): Document {
  const { consultation, asked, answered, lio } = edition
  const { zone, letterhead, digest, address } = beside
  const share = percent(answered.groups, asked.groups)
  return {
    title: consultation.title,
    summary: say("What voluntary groups told {lio}.", { lio: lio.name }),
    language: edition.language,
    dated: formatDate(beside.publishedAt, zone),
    day: dayOf(beside.publishedAt, zone),
    version: say("Edition {edition}", { edition: edition.edition }),
    letterhead,
    facts: [
      { label: say("Asked"), value: formatNumber(asked.groups) },
      { label: say("Answered"), value: `${formatNumber(answered.groups)} (${share})` },
      ...(answered.nothing > 0
        ? [{ label: say("Nothing to say"), value: formatNumber(answered.nothing) }]
        : []),
      { label: say("Entered by staff from paper or a call"), value: formatNumber(answered.onBehalf) },
      ...(consultation.body ? [{ label: say("Whose plans it’s about"), value: consultation.body }] : []),
      ...(consultation.source
        ? [
            {
              label: say("Their consultation"),
              value: [consultation.source.url ?? "", consultation.source.answers].filter(Boolean).join(" – "),
            },
          ]
        : []),
      {
        label: say("Open"),
        value: say("{from} to {to}", {
          from: formatMoment(consultation.openedAt, zone),
          to: formatMoment(consultation.closedAt, zone),
        }),
      },
      { label: say("Permanent address"), value: address },
    ],
    contents: false,
    blocks: [
      paragraph(edition.finding),
      ...correctionOf(edition),
      ...(consultation.about
        ? [heading(1, say("What it was about"), "about"), paragraph(consultation.about)]
        : []),
      heading(1, say("What the groups said"), "questions"),
      ...edition.questions.flatMap((question) => questionBlocks(question, letterhead.colour)),
      ...(edition.response.length > 0
        ? [heading(1, say("Who answered"), "response"), ...responseBlocks(edition)]
        : []),
      ...tablesOf(edition),
      heading(1, say("How we counted"), "method"),
      {
        kind: "list",
        ordered: false,
        items: edition.method.map((words) => [paragraph(words)]),
      },
      ...(consultation.fairness.length > 0
        ? [
            heading(1, say("How we made it fair"), "fair"),
            {
              kind: "table",
              heads: [say("Principle"), say("How it was met")].map(text),
              rows: consultation.fairness.map(({ principle, met }) => [principle, met].map(text)),
              rowHeads: true,
            } satisfies Block,
          ]
        : []),
      ...changesOf(beside),
      heading(1, say("How to cite and check it"), "cite"),
      paragraph(citation(edition, beside)),
      paragraph(
        say(
          "These results were frozen on {day} and haven’t changed since. To check this, download the JSON file: the SHA-256 of its “edition” part, as written by “jq -cSj .edition”, is {digest}.",
          { day: formatMoment(edition.frozenAt, zone), digest },
        ),
      ),
      ...(consultation.named
        ? []
        : [
            paragraph(
              say(
                "Nothing is shown for fewer than {least} groups, and these results won’t be published split in any other way.",
                {
                  least: LEAST,
                },
              ),
            ),
          ]),
    ],
    notes: [],
  }
}
