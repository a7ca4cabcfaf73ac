import { createWriteStream } from "node:fs"
import path from "node:path"
import { finished } from "node:stream/promises"
import { analyse } from "@/lib/statements/analysis"
import { heldAgainstChance } from "@/lib/statements/chance"
import { randomFrom } from "@/lib/statements/random"
import { noVotes, UNSEEN, type Votes } from "@/lib/statements/votes"
import { trellis } from "./command"

/** Votes of three camps that differ on two statements of three. */
function threeCamps(participants: number, statements: number): Votes {
  const random = randomFrom(participants)
  const votes = noVotes(participants, statements)
  for (let cell = 0; cell < votes.cells.length; cell++) {
    if (random() < 0.2) continue
    const camp = (Math.floor(cell / statements) % 3) - 1
    const leans = [camp * 0.35, Math.abs(camp) * 0.3, 0][cell % 3] ?? 0
    votes.cells[cell] = random() < 0.5 + leans ? 1 : random() < 0.2 ? 0 : -1
  }
  return votes
}

/** How long 2,000 participants × 200 statements take with 200 deals, and 10,000 × 500 by the command, file and all. */
async function timeStatements(folder: string) {
  const small = threeCamps(2_000, 200)
  analyse(small)
  const begun = performance.now()
  const { test } = analyse(small)
  const seconds = (performance.now() - begun) / 1000
  const file = path.join(folder, "votes.csv")
  const large = threeCamps(10_000, 500)
  const out = createWriteStream(file)
  out.write("participant,statement,vote\n")
  for (let row = 0; row < large.participants; row++) {
    const lines = Array.from(
      { length: large.statements },
      (_, column) => large.cells[row * large.statements + column],
    )
    out.write(lines.map((vote, column) => (vote === UNSEEN ? "" : `${row},${column},${vote}\n`)).join(""))
  }
  out.end()
  await finished(out)
  const whole = await trellis("analyse", "statements", file)
  return { seconds, shuffles: test?.shuffles ?? 0, whole: whole.seconds, megabytes: whole.megabytes }
}

/** Of so many sets of votes without any groups in them, in how many groups are seen. */
function seenInChance(sets: number): number {
  const random = randomFrom(11)
  let seen = 0
  for (let set = 0; set < sets; set++) {
    const votes = noVotes(50 + Math.floor(random() * 30), 10 + Math.floor(random() * 15))
    const gaps = random() * 0.5
    for (let cell = 0; cell < votes.cells.length; cell++)
      if (random() >= gaps) votes.cells[cell] = Math.floor(random() * 3) - 1
    if (heldAgainstChance(votes, () => false).passed) seen++
  }
  return seen
}

/** The lines of the benchmark about votes on statements. */
export async function benchStatements(
  folder: string,
  say: (what: string, figure: string, wanted: string, held: boolean) => void,
) {
  const { seconds, shuffles, whole, megabytes } = await timeStatements(folder)
  say(
    `groups of opinion among 2,000 participants and 200 statements, with ${shuffles} deals of chance`,
    `${seconds.toFixed(2)} s`,
    "≤ 1 s",
    seconds <= 1,
  )
  say(
    "the command on a file of 10,000 participants and 500 statements",
    `${whole.toFixed(1)} s, ${megabytes} MB`,
    "≤ 10 s, ≤ 512 MB",
    whole <= 10 && megabytes <= 512,
  )
  const seen = seenInChance(1_000)
  say("groups of opinion seen in 1,000 sets of random votes", String(seen), "≤ 50", seen <= 50)
}
