import type { Block, Document } from "../../documents/model"
import { dayOf, formatDate, formatMoment, formatNumber, percent, say, sayCount } from "../../words"
import { LEAST } from "../small-numbers"
import { heading, numbers, paragraph, partsOf, questionBlocks, text } from "./blocks/words"
import { allCounted, type EditionDocument } from "./document"
import { peopleBlocks } from "./people/words"
import { languageBlocks } from "./wordings/words"

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

/** What was put right in the questions while groups could answer them. */
function questionChangesOf(
  { consultation: { questionChanges = [] } }: EditionDocument,
  zone: string,
): Block[] {
  if (questionChanges.length === 0) return []
  const items = questionChanges.map(({ version, changedAt, words, reason, answeredBefore }) =>
    [
      say("Version {version} of the questions, {moment}.", {
        version,
        moment: formatMoment(changedAt, zone),
      }),
      ...words,
      say("Why: {reason}", { reason }),
      sayCount(answeredBefore, {
        one: "{count} group had sent its answers by then.",
        other: "{count} groups had sent their answers by then.",
      }),
    ].join(" "),
  )
  return [
    heading(1, say("What changed in the questions while it was open"), "changes"),
    { kind: "list", ordered: false, items: items.map((words) => [paragraph(words)]) },
  ]
}

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
    contents: true,
    blocks: [
      paragraph(edition.finding),
      ...correctionOf(edition),
      ...(consultation.about
        ? [heading(1, say("What it was about"), "about"), paragraph(consultation.about)]
        : []),
      ...(consultation.also
        ? [heading(1, say("In other languages"), "languages"), ...languageBlocks(consultation, zone)]
        : []),
      heading(1, say("What the groups said"), "questions"),
      ...edition.questions.flatMap((question) => questionBlocks(question, letterhead.colour)),
      ...(edition.response.length > 0
        ? [heading(1, say("Who answered"), "response"), ...responseBlocks(edition)]
        : []),
      ...tablesOf(edition),
      ...peopleBlocks(edition, letterhead.colour),
      heading(1, say("How we counted"), "method"),
      {
        kind: "list",
        ordered: false,
        items: edition.method.map((words) => [paragraph(words)]),
      },
      ...questionChangesOf(edition, zone),
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
