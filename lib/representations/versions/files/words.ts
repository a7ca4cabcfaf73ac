import type { CodeCount } from "../../../consultations/codebook/counting/queries"
import { sameInWords } from "../../../consultations/codebook/words"
import { readMarkdown } from "../../../documents/markdown"
import type { Block, Document, Inline } from "../../../documents/model"
import { dayOf, formatDate, LOCALE, say } from "../../../words"
import { anchorOf, type PrintedPin } from "../../paper"
import { pinInWords } from "../../pins/words"
import { signedOffInWords } from "../../signing/words"
import { citationOf } from "../citing/words"
import type { PublishedVersion, Reply, Shown } from "../queries"
import {
  askedInWords,
  chosenInWords,
  detailsOf,
  removedInWords,
  replyInWords,
  sameHeading,
  sourceOf,
} from "../words"

const text = (said: string): Inline[] => [{ kind: "text", text: said }]
const paragraph = (said: string): Block => ({ kind: "paragraph", inlines: text(said) })

type Around = {
  letterhead: Document["letterhead"]
  /** The whole address of the version: https://… */
  address: string
  /** The published numbers it rests on, where they are: https://… */
  numbers: string | null
  zone?: string
}

/** A pin as it stands on paper: a quotation, a table of numbers with its sentence, or a sentence with its address. */
function pinBlocks({ sentence, said }: PrintedPin): Block[] {
  const on = sentence ? [paragraph(say("On “{sentence}”:", { sentence }))] : []
  if (said.kind === "passage")
    return [...on, { kind: "quotation", blocks: [paragraph(said.quote)], by: sourceOf(said) }]
  if (said.kind === "question" && said.counts.length > 0)
    return [
      ...on,
      {
        kind: "table",
        caption: pinInWords(said),
        heads: [text(say("Answer")), text(say("Groups"))],
        rows: said.counts.map(({ label, count }) => [text(label), text(String(count))]),
        rowHeads: true,
      },
    ]
  if (said.kind === "figure" && said.website)
    return [
      ...on,
      {
        kind: "paragraph",
        inlines: [
          ...text(`${pinInWords(said)} `),
          { kind: "link", to: said.website, inlines: text(said.website) },
        ],
      },
    ]
  return [...on, paragraph(pinInWords(said))]
}

function partBlocks(part: NonNullable<Shown["parts"]>[number]): Block[] {
  if (part.kind === "heading")
    return [{ kind: "heading", level: 1, inlines: text(part.text), id: anchorOf.part(part.id) }]
  return [
    ...readMarkdown(part.text).blocks,
    ...part.pins.flatMap(pinBlocks),
    ...sameBlocks(part.same),
    ...(part.removed ?? []).map((one) => paragraph(removedInWords(one))),
  ]
}

const sameBlocks = (same: CodeCount[] = []): Block[] =>
  same.length > 0 ? [paragraph(sameHeading()), ...same.map((one) => paragraph(sameInWords(one)))] : []

function askBlocks(
  ask: Shown["asks"][number],
  at: number,
  body: string,
  reply: Reply | null,
  address: string,
): Block[] {
  const anchor = ask.id ? anchorOf.ask(ask.id) : `ask-${at + 1}`
  const chosen = chosenInWords(ask)
  return [
    { kind: "heading", level: 2, inlines: text(`${at + 1}. ${ask.text}`), id: anchor },
    ...(ask.why ? [paragraph(ask.why)] : []),
    ...detailsOf(ask).map(paragraph),
    ...(chosen ? [paragraph(chosen)] : []),
    ...ask.evidence.map(
      (one): Block => ({ kind: "quotation", blocks: [paragraph(one.quote)], by: sourceOf(one) }),
    ),
    ...sameBlocks(ask.same),
    ...(ask.pins ?? []).flatMap(pinBlocks),
    ...(ask.removed ?? []).map((one) => paragraph(removedInWords(one))),
    ...replyInWords(body, reply).map(paragraph),
    {
      kind: "paragraph",
      inlines: [
        {
          kind: "link",
          to: `${address}#${anchor}`,
          inlines: text(say("This ask, and the replies to it since")),
        },
      ],
    },
  ]
}

const linkTo = (address: string): Inline[] => [{ kind: "link", to: address, inlines: text(address) }]

/** Where everything in it can be followed: the version itself, and the numbers it rests on. */
const whereBlocks = ({ address, numbers }: Around): Block[] => [
  { kind: "heading", level: 1, inlines: text(say("Where to check this")), id: "check" },
  {
    kind: "paragraph",
    inlines: [...text(`${say("This paper, with the replies since:")} `), ...linkTo(address)],
  },
  ...(numbers
    ? [
        {
          kind: "paragraph" as const,
          inlines: [
            ...text(`${say("Each question, and how many groups answered what:")} `),
            ...linkTo(numbers),
          ],
        },
      ]
    : []),
]

/** The last day on which the body said something that is printed; null where it has said nothing. */
const lastReply = (replies: (Reply | null)[]) =>
  replies
    .flatMap((reply) => [reply?.repliedOn, reply?.acknowledgedOn])
    .filter((day) => day !== null && day !== undefined)
    .sort()
    .at(-1) ?? null

/** A published version as a paper to keep; of one that was withdrawn only that, and why. */
export function versionDocument(of: PublishedVersion, around: Around): Document {
  const { letterhead, address, zone } = around
  const { content, version, publishedAt, digest, replies, sendings, outcome, closedAt } = of
  const about = {
    language: LOCALE,
    dated: formatDate(publishedAt, zone),
    day: dayOf(publishedAt, zone),
    version: say("Version {version}", { version }),
    letterhead,
    contents: false,
    notes: [],
  }
  if (!content)
    return {
      ...about,
      title: say("This version was withdrawn"),
      facts: [
        { label: say("Permanent address"), value: address },
        { label: say("Withdrawn"), value: formatDate(of.withdrawnAt ?? publishedAt, zone) },
      ],
      blocks: [paragraph(of.withdrawnReason ?? "")],
    }
  const { body, addressee, introduction, consultation, parts = [], asks } = content
  const repliedOn = lastReply(replies)
  return {
    ...about,
    title: content.title,
    facts: [
      { label: say("To"), value: addressee ? `${body}, ${addressee}` : body },
      { label: say("From"), value: content.lio },
      ...(content.signedOff
        ? [{ label: say("Signed off"), value: signedOffInWords(content.signedOff) }]
        : []),
      ...citationOf({ address, version, publishedAt, digest, body, sendings, zone }),
      ...(repliedOn
        ? [{ label: say("Replies"), value: say("As they stood on {day}", { day: formatDate(repliedOn) }) }]
        : []),
    ],
    blocks: [
      ...(introduction ? readMarkdown(introduction).blocks : []),
      ...parts.flatMap(partBlocks),
      ...(consultation
        ? [
            { kind: "heading" as const, level: 1 as const, inlines: text(say("Who was asked")), id: "who" },
            paragraph(askedInWords(consultation)),
          ]
        : []),
      { kind: "heading", level: 1, inlines: text(say("What we ask")), id: "asks" },
      ...asks.flatMap((ask, at) => askBlocks(ask, at, body, replies[at] ?? null, address)),
      ...(closedAt && outcome
        ? [
            {
              kind: "heading" as const,
              level: 1 as const,
              inlines: text(say("What came of it")),
              id: "outcome",
            },
            paragraph(outcome),
          ]
        : []),
      ...whereBlocks(around),
    ],
  }
}
