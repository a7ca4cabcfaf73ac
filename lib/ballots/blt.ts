import { RuleBroken } from "../errors"
import { say } from "../words"
import type { Election, Papers } from "./election"

const MOST_CANDIDATES = 500

const refuse = (line: number, words: string): never => {
  throw new RuleBroken(say("Line {line}: {words}", { line, words }))
}

/** Every word of a file with its line; comments (from “#” outside quotes) are passed over, and what is quoted is one word. */
type Word = { word: string; quoted: boolean; line: number }

function wordsIn(text: string): Word[] {
  return text.split(/\r\n?|\n/).flatMap((whole, at) =>
    [...whole.matchAll(/"([^"]*)"|#.*$|([^\s"#]+)|"/g)].flatMap(([all, inQuotes, bare]): Word[] => {
      if (all === '"') refuse(at + 1, say("A quotation mark isn’t closed."))
      if (inQuotes !== undefined) return [{ word: inQuotes, quoted: true, line: at + 1 }]
      return bare === undefined ? [] : [{ word: bare, quoted: false, line: at + 1 }]
    }),
  )
}

/**
 * The candidates’ names and the title. Some programs leave out the quotation marks, or write a party after the name: then each
 * stands on a line of its own.
 */
function sayings(words: Word[], candidates: number): Word[] {
  const lines = [...Map.groupBy(words, ({ line }) => line).values()]
  const one = words.every(({ quoted }) => quoted) && words.length <= candidates + 1
  if (one || lines.length < candidates || lines.length > candidates + 1) return words
  return lines.flatMap((all): Word[] => {
    const [first] = all
    if (!first || first.quoted) return first ? [first] : []
    return [{ ...first, word: all.map(({ word }) => word).join(" "), quoted: true }]
  })
}

/**
 * Reads a BLT file: a line with how many candidates and seats there are, withdrawn candidates with a minus, papers as a
 * number followed by candidates in order and 0, a 0 by itself, then each candidate’s name and a title in quotation marks.
 * RuleBroken with the line where it isn’t one; also for papers that give two candidates the same place.
 */
export function readBlt(text: string): Election {
  const words = wordsIn(text.replace(/^\uFEFF/, ""))
  let next = 0
  const last = words.at(-1)?.line ?? 1
  const number = (missing: string, least: number): { value: number; line: number } => {
    const { word = "", quoted = true, line = last } = words[next++] ?? {}
    if (quoted || !/^-?\d{1,9}$/.test(word) || Number(word) < least) refuse(line, missing)
    return { value: Number(word), line }
  }
  const candidates = number(say("The number of candidates should be here."), 1)
  if (candidates.value > MOST_CANDIDATES)
    refuse(candidates.line, say("There can’t be more than {most} candidates.", { most: MOST_CANDIDATES }))
  const seats = number(say("The number of seats should be here, as a whole number."), 1).value
  const withdrawn = new Set<number>()
  while (
    words[next] &&
    !words[next]?.quoted &&
    words[next]?.word.startsWith("-") &&
    words[next]?.word !== "-"
  ) {
    const { value, line } = number(
      say("A withdrawn candidate should be here, as a minus and a number."),
      -candidates.value,
    )
    withdrawn.add(-value - 1)
    if (value === 0) refuse(line, say("A withdrawn candidate is written as a minus and a number."))
  }
  const papers: Papers[] = []
  for (;;) {
    const { value: count } = number(
      say("How many papers of this kind there are should be here, as a whole number, or 0 after the last."),
      0,
    )
    if (count === 0) break
    papers.push({ preferences: readPreferences(), count })
  }
  const said = sayings(words.slice(next), candidates.value)
  const names = Array.from({ length: candidates.value }, (_, at) => {
    const { word, quoted, line } = said[at] ?? { word: "", quoted: false, line: last }
    if (!quoted || !word.trim())
      refuse(line, say("The name of candidate {number} is missing, in quotation marks.", { number: at + 1 }))
    return word.trim()
  })
  if (new Set(names).size < names.length) refuse(last, say("Two candidates have the same name."))
  const [title, rest] = said.slice(candidates.value)
  if (rest || title?.quoted === false)
    refuse((rest ?? title)?.line ?? last, say("There is something after the title that doesn’t belong here."))
  return { title: title?.word ?? "", candidates: names, withdrawn, seats, papers }

  function readPreferences(): number[] {
    const preferences: number[] = []
    for (;;) {
      const { word = "", line = last } = words[next] ?? {}
      if (word.includes("="))
        refuse(line, say("Two candidates have the same place. These rules need an order."))
      // A place that was left empty is passed over.
      if (word === "-") {
        next += 1
        continue
      }
      const { value } = number(
        say("The number of a candidate should be here, or 0 at the end of the paper."),
        0,
      )
      if (value === 0) return preferences
      if (value > candidates.value) refuse(line, say("There is no candidate {number}.", { number: value }))
      if (preferences.includes(value - 1))
        refuse(line, say("Candidate {number} is on this paper twice.", { number: value }))
      preferences.push(value - 1)
    }
  }
}

const quoted = (words: string) => `"${words.replaceAll('"', "’")}"`

/** Writes papers as a BLT file, alike ones together and in an order that nothing follows from: for a count elsewhere. */
export function writeBlt({ title, candidates, withdrawn, seats, papers }: Election): string {
  const alike = new Map<string, number>()
  for (const { preferences, count } of papers) {
    const key = preferences.map((at) => at + 1).join(" ")
    alike.set(key, (alike.get(key) ?? 0) + count)
  }
  return [
    `${candidates.length} ${seats}`,
    ...(withdrawn.size > 0
      ? [
          [...withdrawn]
            .sort((one, other) => one - other)
            .map((at) => -(at + 1))
            .join(" "),
        ]
      : []),
    ...[...alike]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, count]) => `${count} ${key} 0`.replace("  ", " ")),
    "0",
    ...candidates.map(quoted),
    quoted(title),
    "",
  ].join("\n")
}
