import { fix, isValid } from "postcode"

/** What somebody typed who looks for a place: a postcode, the first part of one, or a name. */
export type Asked =
  | { kind: "postcode"; postcode: string; outward: string; sector: string }
  | { kind: "part"; code: string; outward: string; sector: string | null }
  | { kind: "name"; name: string }

const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/
const SECTOR = /^([A-Z]{1,2}\d[A-Z\d]?)\s+(\d)[A-Z]?$/
/** Longer than the name of any place. */
const LONGEST = 100

/** What stands in a search box, made out; null for nothing, and for what can't be meant for a place. */
export function readAsked(typed: unknown): Asked | null {
  const words = String(Array.isArray(typed) ? typed[0] : (typed ?? ""))
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  if (!words || words.length > LONGEST) return null
  const capitals = words.toUpperCase()
  // A letter for a digit or the other way round, as in 0L1 1AA, is made right.
  const whole = isValid(capitals) ? capitals : fix(capitals)
  if (isValid(whole)) {
    const plain = whole.replace(/\s/g, "").toUpperCase()
    const outward = plain.slice(0, -3)
    return { kind: "postcode", postcode: plain, outward, sector: `${outward} ${plain.at(-3)}` }
  }
  const [, front, digit] = SECTOR.exec(capitals) ?? []
  if (front) {
    const sector = `${front} ${digit}`
    return { kind: "part", code: sector, outward: front, sector }
  }
  if (OUTWARD.test(capitals)) return { kind: "part", code: capitals, outward: capitals, sector: null }
  return { kind: "name", name: words }
}

/** A point on the map as an address has it ("53.54,-2.11"), to three decimals, about a hundred metres; null for anything else. */
export function readPoint(typed: unknown): { lat: number; lon: number } | null {
  const [, north, east] =
    typeof typed === "string"
      ? (/^(-?\d{1,2}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)$/.exec(typed) ?? [])
      : []
  if (north === undefined) return null
  const [lat, lon] = [north, east].map((degrees) => Math.round(Number(degrees) * 1000) / 1000) as [
    number,
    number,
  ]
  return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 ? { lat, lon } : null
}
