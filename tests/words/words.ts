// Run by bin/words.mjs against a Trellis of its own in the test language: how easy its pages are to read, which sentences
// are not, and how many of their words stand in the catalogue.

import { plainOf } from "@/lib/words/languages/test"
import { DATA_IN_CODE } from "../architecture/lists"
import { readSources } from "../architecture/sources"
import { fill, idsOf, routes } from "../e2e/support/pages"
import { cookieOf } from "../e2e/support/place"
import { countWords, sourceOf, wordsOfPage } from "./catalogued"
import { readingAge, sentencesOf, wordsOf } from "./sentences"
import { readTexts } from "./texts"

const base = process.env.TRELLIS_URL ?? ""
/** Of the words of ours on the pages, so many in a hundred stand in the catalogue. */
const SHARE = 99
const ROOMS = 5
/** Members read these at about the age of ten; a page of sentences as hard as a newspaper's is at fourteen. */
const WANTED = 11
const HARDEST = 10
/** Shorter ones say nothing: one long word makes them hard. */
const SHORTEST = 6

const FRONT = [
  "/",
  "/find?q=AV2+2XA",
  "/sign-in",
  "/sign-in/sent",
  "/sign-in/problem",
  "/help",
  "/privacy",
  "/demo",
  "/demo/join",
  "/demo/tell-us",
]
const idsFor = await idsOf("demo")
const pages = routes({ only: "pages" }).map((route) => fill("demo", route, idsFor(route)))

const { said: inCatalogue, bare: all } = readTexts(readSources())
const bare = all.filter(({ file }) => !DATA_IN_CODE.some((folder) => file.startsWith(folder)))
const comesFrom = sourceOf(bare)
const roomOf = (file: string) =>
  file
    .split("/")
    .slice(0, file.startsWith("app/[lio]/") ? 3 : 2)
    .join("/")

/** How many words of pages are from the catalogue, and how many of ours are not, room by room. */
function shareOf(pages: string[]) {
  const rooms = new Map<string, number>()
  let said = 0
  let left = 0
  for (const page of pages) {
    const words = wordsOfPage(page)
    said += words.said
    for (const stretch of words.outside) {
      const source = comesFrom(stretch)
      if (!source) continue
      left += countWords(stretch)
      rooms.set(roomOf(source.file), (rooms.get(roomOf(source.file)) ?? 0) + countWords(stretch))
    }
  }
  return { share: (100 * said) / (said + left), said, left, rooms: [...rooms].sort((a, b) => b[1] - a[1]) }
}

let missed = 0
for (const [who, addresses, email] of [
  [
    "the public",
    [...FRONT, "/demo/directory", fill("demo", "directory/[id]", idsFor("directory/[id]"))],
    null,
  ],
  ["members", pages, "lead@demo.example"],
  ["staff", pages, "manager@demo.example"],
] as const) {
  const cookie = email ? await cookieOf(base, email) : ""
  const found = new Map<string, string>()
  const read: string[] = []
  for (const address of addresses) {
    const answer = await fetch(base + address, { redirect: "manual", headers: cookie ? { cookie } : {} })
    if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("html")) continue
    const html = await answer.text()
    read.push(html)
    for (const sentence of sentencesOf(plainOf(html))) if (!found.has(sentence)) found.set(sentence, address)
  }
  const sentences = [...found.keys()]
  const age = readingAge(sentences)
  const words = sentences.flatMap(wordsOf).length
  const { share, said, left, rooms } = shareOf(read)
  if (share < SHARE) missed++
  console.log(
    `${share >= SHARE ? "✓" : "✗"} pages of ${who}: ${share.toFixed(1)}% of our words are in the catalogue (wanted ≥ ${SHARE}%): ${said} of ${said + left}`,
  )
  for (const [room, words] of rooms.slice(0, ROOMS)) console.log(`  ${String(words).padStart(5)}  ${room}`)
  // Staff know the words of their trade.
  if (who === "staff") continue
  if (age > WANTED) missed++
  console.log(
    `${age <= WANTED ? "✓" : "✗"} pages of ${who}: reading age ${age.toFixed(1)} (wanted ≤ ${WANTED}); ${read.length} pages, ${sentences.length} different sentences, ${(words / sentences.length).toFixed(1)} words each`,
  )
  const hardest = sentences
    .filter((sentence) => wordsOf(sentence).length >= SHORTEST)
    .map((sentence) => ({ sentence, age: readingAge([sentence]) }))
    .sort((one, other) => other.age - one.age)
    .slice(0, HARDEST)
  for (const one of hardest)
    console.log(`  ${one.age.toFixed(0).padStart(3)}  ${one.sentence}  (${found.get(one.sentence)})`)
}
const written = inCatalogue.reduce((sum, { text }) => sum + countWords(text), 0)
const still = bare.reduce((sum, { text }) => sum + countWords(text), 0)
console.log(
  `In the code: ${((100 * written) / (written + still)).toFixed(1)}% of the words are in the catalogue.`,
)
process.exitCode = missed > 0 ? 1 : 0
process.exit()
