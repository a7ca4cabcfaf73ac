import { createHash } from "node:crypto"
import { readMarkdown } from "../../documents/markdown"
import type { Block, Document, Inline, Picture } from "../../documents/model"
import { linesOf } from "../../documents/text"
import { dayOf, formatDate, LOCALE, say } from "../../words"
import { nationsInWords } from "../words"
import type { Guide } from "./queries"

/** Who gives a guide to its readers: an LIO with how to reach it, or the installation. */
export type Giver = {
  name: string
  /** Null for the installation. */
  lio: {
    phone: string | null
    email: string | null
    website: string | null
    address: string | null
    openingTimes: string | null
  } | null
  colour: string | null
  logo: Picture | null
  /** Where its guides are: https://…/ribble/guides. */
  guidesAt: string
  /** Those of them that it shows, by their names in the address; a link to another leads to the installation’s. */
  shown: string[]
  /** Where the installation’s are: https://…/guides. */
  sharedAt: string
  /** Where to look for help near one. */
  findAt: string
  zone?: string
}

/** From so many letters on a guide begins with a list of its sections. */
const LONG = 4_000

/** Stands in a sentence where a link comes. */
const HERE = "\u0001"
const text = (said: string): Inline[] => [{ kind: "text", text: said }]
/** A sentence with a link in it. */
function withLink(sentence: string, to: string, shown: string): Inline[] {
  const [before = "", after = ""] = sentence.split(HERE)
  return [...text(before), { kind: "link", to, inlines: text(shown) }, ...(after ? text(after) : [])]
}
const short = (address: string) => address.replace(/^https?:\/\//, "")
const paragraph = (inlines: Inline[]): Block => ({ kind: "paragraph", inlines })

/** How to reach the LIO; nothing where there is none to reach. */
function contactBlocks({ name, lio }: Giver): Block[] {
  if (!lio) return []
  const { phone, email, website, openingTimes } = lio
  const lines: Inline[][] = [
    phone
      ? withLink(say("Phone: {phone}", { phone: HERE }), `tel:${phone.replace(/[^+\d]/g, "")}`, phone)
      : [],
    email ? withLink(say("Email: {email}", { email: HERE }), `mailto:${email}`, email) : [],
    website ? withLink(say("Website: {website}", { website: HERE }), website, short(website)) : [],
    openingTimes ? text(say("Open: {times}", { times: openingTimes })) : [],
  ]
  const blocks = lines.filter((line) => line.length > 0).map(paragraph)
  return [{ kind: "callout", tone: "help", title: say("Ask {lio}", { lio: name }), blocks }]
}

const nearestBlocks = ({ findAt }: Giver): Block[] => [
  {
    kind: "callout",
    tone: "help",
    title: say("Find help near you"),
    blocks: [
      paragraph(
        withLink(
          say("Enter your postcode at {address} to see who helps voluntary groups where you are.", {
            address: HERE,
          }),
          findAt,
          short(findAt),
        ),
      ),
    ],
  },
]

/** What stands on paper for the parts of a guide that say who can help, by their names. */
export const helpBlocks = (giver: Giver): Record<string, Block[]> => ({
  contact: contactBlocks(giver),
  nearest: nearestBlocks(giver),
  "who-can-help": [...contactBlocks(giver), ...nearestBlocks(giver)],
})

/** The address of a link that names another guide; null for anything else. */
export const linkToGuide =
  ({ guidesAt, sharedAt, shown }: Giver) =>
  (written: string) => {
    const [, slug] = /^([a-z][a-z0-9-]*)(?:#[^\s]*)?$/.exec(written) ?? []
    return slug ? `${shown.includes(slug) ? guidesAt : sharedAt}/${written}` : null
  }

type Related = { slug: string; title: string }[]

/** Guides that were read lately, by all that goes into their documents: published ones never change. */
const read = new Map<string, Document>()
const MOST = 200

/** A published guide as a document, given by an LIO or by the installation. `related`: the titles of the guides it names. */
export function guideDocument(guide: Guide, giver: Giver, related: Related = []): Document {
  const key = createHash("sha256")
    .update(JSON.stringify([guide, giver, related]))
    .digest("hex")
  const document = read.get(key) ?? makeDocument(guide, giver, related)
  read.delete(key)
  read.set(key, document)
  for (const oldest of read.keys()) if (read.size > MOST) read.delete(oldest)
  return document
}

function makeDocument(guide: Guide, giver: Giver, related: Related): Document {
  const { title, summary, nations, body, version, publishedAt, checkedOn, reviewOn, slug } = guide
  const { blocks, notes } = readMarkdown(body, {
    parts: {
      contact: contactBlocks(giver),
      nearest: nearestBlocks(giver),
      "who-can-help": [...contactBlocks(giver), ...nearestBlocks(giver)],
    },
    linkTo: (written) =>
      /^[a-z][a-z0-9-]*(#[^\s]*)?$/.test(written) ? `${giver.guidesAt}/${written}` : null,
  })
  const day = dayOf(publishedAt, giver.zone)
  return {
    title,
    summary,
    language: LOCALE,
    dated: formatDate(publishedAt, giver.zone),
    day,
    version: say("Version {version}", { version }),
    letterhead: {
      name: giver.name,
      lines: linesOfGiver(giver),
      colour: giver.colour,
      logo: giver.logo,
    },
    facts: [
      { label: say("Applies to"), value: nationsInWords(nations) },
      ...(checkedOn ? [{ label: say("Last checked"), value: formatDate(checkedOn) }] : []),
      ...(reviewOn ? [{ label: say("To be checked again by"), value: formatDate(reviewOn) }] : []),
      { label: say("Newest version"), value: `${giver.guidesAt}/${slug}` },
    ],
    contents: linesOf(blocks).join("").length > LONG,
    blocks: [...blocks, ...relatedBlocks(related, giver)],
    notes,
  }
}

/** What stands under the name on the first page. */
function linesOfGiver({ lio, findAt }: Giver): string[] {
  if (!lio) return [short(findAt).replace(/\/find$/, "")]
  const reach = [lio.phone, lio.email, lio.website && short(lio.website)].filter(Boolean).join(" · ")
  return [lio.address?.replace(/\s*\n\s*/g, ", ") ?? "", reach].filter(Boolean)
}

function relatedBlocks(related: { slug: string; title: string }[], { guidesAt }: Giver): Block[] {
  if (related.length === 0) return []
  return [
    {
      kind: "part",
      name: "related",
      blocks: [
        { kind: "heading", level: 1, inlines: text(say("Related guides")), id: "related" },
        {
          kind: "list",
          ordered: false,
          items: related.map(({ slug, title }) => [
            paragraph([{ kind: "link", to: `${guidesAt}/${slug}`, inlines: text(title) }]),
          ]),
        },
      ],
    },
  ]
}
