import { say } from "../../words"
import { alike, type Name } from "./names"

/** A group as it is held against the others. */
export type Suspect = {
  id: string
  name: Name
  postcode: string | null
  address: string | null
  email: string | null
  /** The domain of its email, when few other groups have it. */
  domain: string | null
  phone: string | null
  website: string | null
  numbers: { register: string; value: string }[]
  /** Where its postcode is, when that is known. */
  at: { lat: number; lon: number } | null
  /** Four and more addresses under this name: branches. */
  branch: boolean
}

/** Why two groups may be one. `value` is what they share. */
export type Reason = { kind: keyof typeof REASONS; value?: string }

/** The reasons in words, as they stand beside a pair. */
export const REASONS = {
  number: say("The same number on a register"),
  name: "The same name",
  nearly: say("Nearly the same name"),
  postcode: say("The same postcode"),
  address: say("The same address"),
  email: say("The same email address"),
  domain: say("Email addresses of the same domain"),
  phone: say("The same phone number"),
  website: say("The same website"),
  area: say("The same part of the district"),
  moved: say("Another address not far away"),
  unplaced: say("One has no address"),
  numbers: say("But each has a number of its own on the same register"),
} as const

/** Registers that give one group one number. (HMRC's list of sports clubs gives a new one with each address.) */
const LASTING = new Set(["GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-MPR"])
const FAR_KM = 30
/** From this score on two groups are offered as possibly one. */
export const LIKELY = 0.5

const outcode = (postcode: string) => postcode.replace(/\s*\d[A-Z]{2}$/i, "")
const areaOf = (postcode: string) => /^[A-Z]+/i.exec(postcode)?.[0]

function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }) {
  const north = (a.lat - b.lat) * 111.2
  const east = (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(north, east)
}

function sharedNumber(a: Suspect, b: Suspect) {
  return a.numbers.find((one) =>
    b.numbers.some((other) => one.register === other.register && one.value === other.value),
  )
}

const ownNumbers = (a: Suspect, b: Suspect) =>
  a.numbers.some(
    (one) => LASTING.has(one.register) && b.numbers.some((other) => other.register === one.register),
  )

function contacts(a: Suspect, b: Suspect): Reason[] {
  const kinds = ["postcode", "address", "email", "phone", "website"] as const
  const shared = kinds.flatMap((kind) => {
    const value = a[kind]
    if (!value || value !== b[kind]) return []
    return [kind === "address" ? { kind } : { kind, value }]
  })
  const domain = a.domain && a.domain === b.domain && a.email !== b.email
  return domain ? [...shared, { kind: "domain" as const, value: a.domain ?? "" }] : shared
}

/** How far two of one name without a shared contact may be from each other: a club that moved, not another of that name. */
function nearby(a: Suspect, b: Suspect): [score: number, reason: Reason] | null {
  if (!a.postcode || !b.postcode) return [0.75, { kind: "unplaced" }]
  if (outcode(a.postcode) === outcode(b.postcode)) return [0.9, { kind: "area", value: outcode(a.postcode) }]
  if (a.at && b.at) return kilometres(a.at, b.at) <= FAR_KM ? [0.8, { kind: "moved" }] : null
  return areaOf(a.postcode) === areaOf(b.postcode) ? [0.8, { kind: "moved" }] : [0.6, { kind: "moved" }]
}

/** How likely two groups are one, from 0 to 1, and why; null when nothing much speaks for it. */
export function weigh(a: Suspect, b: Suspect): { score: number; reasons: Reason[] } | null {
  const shared = contacts(a, b)
  const number = sharedNumber(a, b)
  const how = alike(a.name, b.name)
  const named: Reason[] = how ? [{ kind: how === "same" ? "name" : "nearly" }] : []
  if (number) return { score: 0.99, reasons: [{ kind: "number", value: number.value }, ...named, ...shared] }
  if (!how) return null
  const apart = ownNumbers(a, b)
  const against: Reason[] = apart ? [{ kind: "numbers" }] : []
  if (shared.length > 0) {
    if (how === "slip" && apart) return null
    const score = (how === "same" ? 0.97 : how === "nearly" ? 0.9 : 0.85) - (apart ? 0.12 : 0)
    return { score, reasons: [...named, ...shared, ...against] }
  }
  if (apart || how === "slip" || a.branch || b.branch || !a.name.telling || !b.name.telling) return null
  const near = nearby(a, b)
  if (!near) return null
  const [score, reason] = near
  return { score: how === "same" ? score : score - 0.2, reasons: [...named, reason] }
}
