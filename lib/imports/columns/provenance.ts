import { CONSENT_WAYS, DIRECTORY_PARTS } from "@/db/vocabulary"
import { say } from "../../words"
import { dateRead } from "./amounts"
import type { ReadingContext } from "./context"
import type { Reading } from "./reading"

/** The key of a label in a list of words, or null. */
export const keyOf = <T extends Record<string, string>>(list: T, text: string): (keyof T & string) | null =>
  Object.keys(list).find((key) => key === text || list[key]?.toLowerCase() === text.toLowerCase()) ?? null

const PARTS = Object.values(DIRECTORY_PARTS)

/** The parts of a directory entry: their labels have commas of their own. */
function partsSaid(text: string): (keyof typeof DIRECTORY_PARTS)[] | null {
  if (/^(only the name|nothing)$/i.test(text)) return []
  const found = PARTS.filter((label) => text.toLowerCase().includes(label.toLowerCase()))
  const rest = found.reduce((left, label) => left.replace(new RegExp(label, "i"), ""), text)
  if (found.length === 0 || /\p{L}/u.test(rest)) return null
  return Object.entries(DIRECTORY_PARTS).flatMap(([key, label]) =>
    found.includes(label) ? [key as keyof typeof DIRECTORY_PARTS] : [],
  )
}

/** What a row says of how its other facts came to be: on which day, by whom, how; as Trellis's own files have it. */
export function provenanceIn({ words, read, readAs, has }: Reading, { on }: ReadingContext) {
  const past = (field: Parameters<typeof read>[0]) =>
    has(field) ? read(field, (text) => dateRead(text, { on, past: true })) : null
  const textIn = (field: Parameters<typeof words>[0]) => (has(field) ? words(field) || null : null)
  return {
    sizesAsAt: past("sizesAsAt"),
    directorySaidOn: past("directorySaidOn"),
    directorySaidBy: textIn("directorySaidBy"),
    directorySaidHow: readAs(
      "directorySaidHow",
      (text) => keyOf(CONSENT_WAYS, text),
      (text) =>
        say("“{text}” is none of these: {consentWays}.", {
          text,
          consentWays: Object.values(CONSENT_WAYS).join(", "),
        }),
    ),
    directoryShows: readAs("directoryShows", partsSaid, (text) =>
      say("“{text}” is not made of these: {parts}.", { text, parts: PARTS.join("; ") }),
    ),
    stageReason: textIn("stageReason"),
    stageSince: past("stageSince"),
    closedOn: past("closedOn"),
    closedReason: textIn("closedReason"),
    lastContactOn: past("lastContactOn"),
    lastContactBy: textIn("lastContactBy"),
    confirmedOn: past("confirmedOn"),
    confirmedBy: textIn("confirmedBy"),
  }
}
