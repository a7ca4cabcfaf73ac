// Run by bin/words.mjs against a Trellis of its own: how easy its pages are to read, and which sentences are not.

import { fill, idsOf, routes } from "../e2e/support/pages"
import { cookieOf } from "../e2e/support/place"
import { readingAge, sentencesOf, wordsOf } from "./sentences"

const base = process.env.TRELLIS_URL ?? ""
/** Members read these at about the age of ten; a page of sentences as hard as a newspaper's is at fourteen. */
const WANTED = 11
const HARDEST = 10
/** Shorter ones say nothing: one long word makes them hard. */
const SHORTEST = 6

const FRONT = [
  "/",
  "/sign-in",
  "/sign-in/sent",
  "/sign-in/problem",
  "/help",
  "/privacy",
  "/demo",
  "/demo/join",
]
const idsFor = await idsOf("demo")
const pages = routes({ only: "pages" }).map((route) => fill("demo", route, idsFor(route)))

let missed = 0
for (const [who, addresses, email] of [
  [
    "the public",
    [...FRONT, "/demo/directory", fill("demo", "directory/[id]", idsFor("directory/[id]"))],
    null,
  ],
  ["members", pages, "lead@demo.example"],
] as const) {
  const cookie = email ? await cookieOf(base, email) : ""
  const found = new Map<string, string>()
  let read = 0
  for (const address of addresses) {
    const answer = await fetch(base + address, { redirect: "manual", headers: cookie ? { cookie } : {} })
    if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("html")) continue
    read++
    for (const sentence of sentencesOf(await answer.text()))
      if (!found.has(sentence)) found.set(sentence, address)
  }
  const sentences = [...found.keys()]
  const age = readingAge(sentences)
  const words = sentences.flatMap(wordsOf).length
  if (age > WANTED) missed++
  console.log(
    `${age <= WANTED ? "✓" : "✗"} pages of ${who}: reading age ${age.toFixed(1)} (wanted ≤ ${WANTED}); ${read} pages, ${sentences.length} different sentences, ${(words / sentences.length).toFixed(1)} words each`,
  )
  const hardest = sentences
    .filter((sentence) => wordsOf(sentence).length >= SHORTEST)
    .map((sentence) => ({ sentence, age: readingAge([sentence]) }))
    .sort((one, other) => other.age - one.age)
    .slice(0, HARDEST)
  for (const one of hardest)
    console.log(`  ${one.age.toFixed(0).padStart(3)}  ${one.sentence}  (${found.get(one.sentence)})`)
}
process.exitCode = missed > 0 ? 1 : 0
process.exit()
