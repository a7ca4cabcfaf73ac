import { createHash } from "node:crypto"
import { RuleBroken } from "../../errors"
import { say } from "../../words"
import { problemOf } from "../standard/check"
import type { Content } from "../standard/merge"

/** A release that can’t be taken: where it stands in the file (from 1), how it names itself, and why. */
export type Invalid = { position: number; ocid: string | null; id: string | null; problem: string }
/** A release that is as the standard says. */
export type Release = {
  ocid: string
  releaseId: string
  releasedAt: string
  tags: string[]
  publisher: string | null
  licence: string | null
  digest: string
  content: Content
}
/** What is in a package; `next` is the address of more. */
export type ReadPackage = { releases: number; valid: Release[]; invalid: Invalid[]; next: string | null }

const isObject = (value: unknown): value is Content =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const wordsOf = (value: unknown) => (typeof value === "string" ? value.trim().slice(0, 300) || null : null)

/** Same content, same digest, in whichever order its fields stand. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inside]) => [name, sorted(inside)]),
  )
}
const digestOf = (content: unknown) =>
  createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("hex")

/** Text that PostgreSQL can keep: no NUL, and no halves of letters. */
const keepable = (_: string, value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, /\\u0000|\\ud[89a-f]/i.test(text) ? keepable : undefined)
  } catch {
    throw new RuleBroken(say("This can’t be read as JSON: it is damaged or cut off. Download it again."))
  }
}

/** A release without a date by which it could be put in order counts for nothing, even if the standard lets it pass. */
function dateProblem(release: Content): string | null {
  const year = new Date(String(release.date)).getUTCFullYear()
  return year >= 1900 && year <= 2200
    ? null
    : say("Its date can’t be right: “{date}”.", { date: String(release.date).slice(0, 40) })
}

function packageIn(whole: unknown): Content & { releases: unknown[] } {
  if (isObject(whole) && Array.isArray(whole.releases)) return whole as Content & { releases: unknown[] }
  if (isObject(whole) && Array.isArray(whole.records))
    throw new RuleBroken(
      say(
        "This is a package of records. Download the release package: it has the releases in a list called “releases”.",
      ),
    )
  throw new RuleBroken(
    say(
      "This isn’t a release package of the Open Contracting Data Standard: it has no list called “releases”.",
    ),
  )
}

/** Reads a release package. RuleBroken when it is none; a release that isn’t as the standard says is named and left out. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  const whole = packageIn(parsed(new TextDecoder().decode(bytes)))
  const publisher = wordsOf(isObject(whole.publisher) ? whole.publisher.name : null)
  const licence = wordsOf(whole.license)
  const invalid: Invalid[] = []
  const valid = whole.releases.flatMap((release, at): Release[] => {
    const problem = problemOf(release) ?? dateProblem(release as Content)
    const content = isObject(release) ? release : {}
    if (problem) {
      invalid.push({ position: at + 1, ocid: wordsOf(content.ocid), id: wordsOf(content.id), problem })
      return []
    }
    return [
      {
        ocid: String(content.ocid),
        releaseId: String(content.id),
        releasedAt: new Date(String(content.date)).toISOString(),
        tags: content.tag as string[],
        ...{ publisher, licence, digest: digestOf(content), content },
      },
    ]
  })
  const links = isObject(whole.links) ? whole.links : {}
  return { releases: whole.releases.length, valid, invalid, next: wordsOf(links.next) }
}
