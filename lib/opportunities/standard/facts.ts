import { CPV_DIVISIONS, type OPPORTUNITY_STANDS, REGIONS } from "@/db/vocabulary"
import { isAddress } from "../../address"
import { dayOf, opening, say, shortened } from "../../words"
import { cleaned, cleanedLine } from "./mending"
import type { Content } from "./merge"

type Stands = keyof typeof OPPORTUNITY_STANDS

/** What an opportunity says, taken from its releases. Sums are in hundredths of their currency, days as "2026-06-04". */
export type Facts = ReturnType<typeof factsOf>

const MOST_TEXT = 50_000
const MOST_PARTS = 200

const objectOf = (value: unknown): Content =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Content) : {}
const listOf = (value: unknown): Content[] =>
  (Array.isArray(value) ? value : []).slice(0, MOST_PARTS).map(objectOf)
/** What is longer than twice what is kept is cut before it is looked through. */
const textOf = (value: unknown) => (typeof value === "string" ? value.slice(0, 2 * MOST_TEXT) : "")
const lineOf = (value: unknown, most = 300) => shortened(cleanedLine(textOf(value)), most) || null
const unique = <T>(values: T[]) => [...new Set(values)]
const said = (value: unknown) => (typeof value === "boolean" ? value : null)

/** A moment as the standard writes it; null for none, and for one that no calendar of ours has. */
function momentOf(value: unknown): Date | null {
  const at = new Date(textOf(value))
  const year = at.getUTCFullYear()
  return year >= 1900 && year <= 2200 ? at : null
}

/** What stands in a field that had to be filled in: nothing, a penny, a pound. */
const PLACEHOLDER = 100

/** Hundredths of a sum that somebody would pay; nought and a penny say nothing. */
function sumOf(value: unknown): { sum: number; currency: string } | null {
  const { amount, currency } = objectOf(value)
  const sum = typeof amount === "number" ? Math.round(amount * 100) : 0
  return sum > PLACEHOLDER && sum <= Number.MAX_SAFE_INTEGER
    ? { sum, currency: textOf(currency) || "GBP" }
    : null
}

const isLive = ({ status }: Content) => status !== "cancelled" && status !== "unsuccessful"

/** Where a process stands: what has become of its tender, or else the last thing that its releases are tagged with. */
function standsOf(content: Content, tags: string[], awards: Content[]): Stands {
  const status = textOf(objectOf(content.tender).status)
  const has = (name: string) => tags.some((tag) => tag.startsWith(name))
  if (/^(cancelled|unsuccessful|withdrawn)$/.test(status) || tags.at(-1) === "tenderCancellation")
    return "cancelled"
  if (awards.length > 0 && !awards.some(isLive)) return "cancelled"
  if (awards.some(isLive) || listOf(content.contracts).length > 0 || has("award") || has("contract"))
    return "awarded"
  if (status === "complete") return "closed"
  return status === "planned" || status === "planning" || !has("tender") ? "planned" : "open"
}

const ENGLAND = ["C", "D", "E", "F", "G", "H", "I", "J", "K"]
const REGION_OF = new Map(Object.entries(REGIONS).map(([code, name]) => [name.toLowerCase(), [code]]))

/** The regions of a place: by its code in the statistics (UKL18, TLD3) or by its name. */
function regionsIn(place: string): string[] {
  const [, code] = /^(?:UK|TL)([C-N])/.exec(place) ?? []
  if (code) return [code]
  if (/^(?:UK|GB|United Kingdom)$/i.test(place)) return Object.keys(REGIONS)
  if (/^England$/i.test(place)) return ENGLAND
  return REGION_OF.get(place.toLowerCase()) ?? []
}

const isCode = (place: string) => /^(?:UK|TL)[A-Z0-9]*$/.test(place)
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/

function placesOf(tender: Content) {
  const parts = [...listOf(tender.items), ...listOf(tender.lots)]
  const addresses = [
    ...listOf(tender.deliveryAddresses),
    ...parts.flatMap((part) => listOf(part.deliveryAddresses)),
    ...parts.map(({ deliveryAddress }) => objectOf(deliveryAddress)),
  ]
  const names = addresses.flatMap(({ locality, region, countryName }) => {
    const nearer = [lineOf(locality, 80), lineOf(region, 80)].filter((name) => name !== null)
    return nearer.length > 0 ? nearer : (lineOf(countryName, 80) ?? [])
  })
  const described = parts.flatMap(
    ({ deliveryLocation }) => lineOf(objectOf(deliveryLocation).description, 500) ?? [],
  )
  const postcodes = addresses
    .map(({ postalCode }) => textOf(postalCode).trim().toUpperCase())
    .filter((postcode) => POSTCODE.test(postcode))
  const words = unique([
    ...names.filter((name) => !isCode(name)),
    ...described.filter((text) => text.length <= 80),
  ])
  const regions = unique(names.flatMap(regionsIn))
  const anywhere = words.some((name) => /^rest of the world$/i.test(name))
  const shown = anywhere
    ? [say("Anywhere")]
    : words.length > 0
      ? words
      : regions.map((code) => REGIONS[code as keyof typeof REGIONS])
  return {
    place: lineOf(shown.slice(0, 12).join(", ")),
    placeNames: words.map((word) => word.toLowerCase()),
    regions: regions.sort(),
    postcodes: unique(postcodes.map((postcode) => postcode.replace(/ /g, ""))).slice(0, 50),
  }
}

/** What is bought: the codes of the common vocabulary, their divisions, and how the buyer calls it. */
function boughtOf(tender: Content) {
  const named = [tender, ...listOf(tender.items), ...listOf(tender.lots)].flatMap((part) => [
    objectOf(part.classification),
    ...listOf(part.additionalClassifications),
  ])
  const cpv = named.filter(({ scheme }) => /^CPV/i.test(textOf(scheme)))
  const codes = unique(cpv.flatMap(({ id }) => /^\d{8}/.exec(String(id ?? "")) ?? []))
  return {
    codes: codes.slice(0, 100),
    divisions: unique(
      codes.map((code) => code.slice(0, 2)).filter((two) => Object.hasOwn(CPV_DIVISIONS, two)),
    ).sort(),
    bought: lineOf(unique(cpv.flatMap(({ description }) => lineOf(description) ?? [])).join(", ")),
  }
}

function buyerOf(content: Content, tender: Content) {
  const parties = listOf(content.parties)
  const by = [content.buyer, tender.procuringEntity].map(objectOf).find(({ name, id }) => name || id) ?? {}
  const party =
    parties.find(({ id }) => id !== undefined && id === by.id) ??
    parties.find(({ roles }) => Array.isArray(roles) && roles.includes("buyer")) ??
    {}
  const email = lineOf(objectOf(party.contactPoint).email, 200)
  const identifiers = [objectOf(party.identifier), ...listOf(party.additionalIdentifiers)]
  return {
    buyer: lineOf(by.name) ?? lineOf(party.name),
    buyerEmail: email && isAddress(email) ? email : null,
    buyerNumbers: identifiers.flatMap(({ scheme, id }) =>
      scheme && id ? [{ register: textOf(scheme), value: String(id) }] : [],
    ),
  }
}

/** When the contract runs: as the tender says, or its lots where all say the same, or its awards. */
function periodOf(tender: Content, awards: Content[], timezone: string) {
  const lots = unique(listOf(tender.lots).map(({ contractPeriod }) => JSON.stringify(contractPeriod ?? null)))
  const same = lots.length === 1 ? objectOf(JSON.parse(lots[0] ?? "null")) : {}
  const all = [
    objectOf(tender.contractPeriod),
    same,
    ...awards.map(({ contractPeriod }) => objectOf(contractPeriod)),
  ]
  const period = all.find((one) => Object.keys(one).length > 0) ?? {}
  const [starts, ends] = [momentOf(period.startDate), momentOf(period.endDate)]
  const { durationInDays: days } = period
  const turned = starts && ends && starts > ends
  return {
    startsOn: starts && !turned ? dayOf(starts, timezone) : null,
    endsOn: ends && !turned ? dayOf(ends, timezone) : null,
    days: typeof days === "number" && days > 0 && days < 40_000 ? Math.round(days) : null,
  }
}

const NOTICES = /notice$/i
const webAddress = (value: unknown) => {
  const link = textOf(value).trim()
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(link) && link.length <= 2000 ? link : null
}

function documentsOf(content: Content, tender: Content, awards: Content[]) {
  const all = [tender, objectOf(content.planning), ...awards].flatMap(({ documents }) => listOf(documents))
  const linked = all.flatMap((document) => {
    const link = webAddress(document.url)
    if (!link) return []
    const named = [document.title, document.description].map((words) => lineOf(words, 200))
    const title = named.find((words) => words && !/^n\/?a$/i.test(words)) ?? say("Document")
    return [{ title, link, format: lineOf(document.format, 100), kind: textOf(document.documentType) }]
  })
  const documents = [...new Map(linked.map((one) => [one.link, one])).values()]
  const notice =
    documents.find(({ kind }) => NOTICES.test(kind)) ?? documents.find(({ format }) => format === null)
  return {
    link: notice?.link ?? null,
    documents: documents.filter((one) => one !== notice).map(({ kind: _, ...document }) => document),
  }
}

const lotsOf = (tender: Content) =>
  listOf(tender.lots).map((lot) => {
    const value = sumOf(lot.value)
    return {
      title: lineOf(lot.title),
      description: opening(cleaned(textOf(lot.description)), 5000) || null,
      value: value?.sum ?? null,
      currency: value?.currency ?? null,
    }
  })

function suitedTo(tender: Content, whom: "vcse" | "sme"): boolean | null {
  const all = [tender, ...listOf(tender.lots)].map(({ suitability }) => said(objectOf(suitability)[whom]))
  return all.includes(true) ? true : all.includes(false) ? false : null
}

/** What the merged releases of one process say; `tags` are those of all its releases, in their order. */
export function factsOf(content: Content, tags: string[], timezone: string) {
  const tender = objectOf(content.tender)
  const awards = listOf(content.awards)
  const live = awards.filter(isLive)
  const texts = unique(
    [tender.description, content.description].map((text) => cleaned(textOf(text))).filter(Boolean),
  )
  const value = sumOf(tender.value) ?? sumOf(objectOf(objectOf(content.planning).budget).amount)
  const least = sumOf(tender.minValue)
  const won = live.map(({ value: sum }) => sumOf(sum))
  const inOne = won.every((one) => one && one.currency === won[0]?.currency)
  const awardedAt = live
    .flatMap(({ date }) => momentOf(date) ?? [])
    .sort((a, b) => b.getTime() - a.getTime())[0]
  const { link, documents } = documentsOf(content, tender, awards)
  return {
    title:
      lineOf(tender.title) ??
      lineOf(content.title) ??
      lineOf(texts[0], 100) ??
      say("Contract {number}", { number: textOf(content.ocid) }),
    description: texts.join("\n\n").slice(0, MOST_TEXT) || null,
    stands: standsOf(content, tags, awards),
    ...buyerOf(content, tender),
    valueMost: value?.sum ?? null,
    valueLeast:
      least && value && least.currency === value.currency && least.sum < value.sum ? least.sum : null,
    currency: (value ?? won[0])?.currency ?? null,
    awardedTo: unique(
      live.flatMap(({ suppliers }) => listOf(suppliers).flatMap(({ name }) => lineOf(name) ?? [])),
    ),
    awardedSum:
      won.length > 0 && inOne && (!value || value.currency === won[0]?.currency)
        ? won.reduce((sum, one) => sum + (one?.sum ?? 0), 0)
        : null,
    awardedOn: awardedAt ? dayOf(awardedAt, timezone) : null,
    vcse: suitedTo(tender, "vcse"),
    sme: suitedTo(tender, "sme"),
    ...boughtOf(tender),
    ...placesOf(tender),
    ...periodOf(tender, live, timezone),
    closesAt: momentOf(objectOf(tender.tenderPeriod).endDate)?.toISOString() ?? null,
    lots: lotsOf(tender),
    ...{ link, documents },
  }
}
