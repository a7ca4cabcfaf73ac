import { describe, expect, it } from "vitest"
import { publishElection } from "@/lib/partnerships/elections/commands"
import { withdraw } from "@/lib/partnerships/elections/nominations/commands"
import {
  byNomineeLink,
  listNominations,
  listStanding,
} from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { readResultPaper } from "@/lib/partnerships/elections/results/paper"
import { getResult } from "@/lib/partnerships/elections/results/queries"
import { voting } from "./support/election"
import { downloadBallots, recount } from "./support/recount"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const voices = await v.voices(30, "Export")
const candidates = voices.slice(0, 6) as [Voice, Voice, Voice, Voice, Voice, Voice]

/** Votes of 24 groups from the seventh on, each “132”: numbers of candidates in the order of preference. */
async function held(title: string, many: number, orders: string[], seats = 1) {
  const { id } = await v.plan(title, {}, seats)
  await w.asWorker((ctx) => publishElection(ctx, { id }))
  for (const one of candidates.slice(0, many)) await v.putUp(id, one)
  await v.checkAll(id)
  // The second withdraws once nominations have closed: found valid, and on no ballot.
  await v.move(id, 22)
  const second = (await w.asViewer((ctx) => listNominations(ctx, id))).find(
    ({ groupId }) => groupId === candidates[1].groupId,
  )
  await byNomineeLink({ lio: "ribble", key: v.nomineeKey(second?.id ?? "") }, withdraw)
  await v.move(id, 29)
  const standing = await w.asViewer((ctx) => listStanding(ctx, id))
  const of = (at: string) =>
    standing.find(({ groupId }) => groupId === candidates[Number(at) - 1]?.groupId)?.id ?? ""
  for (const [at, order] of orders.entries())
    await v.vote(id, voices[6 + at] as Voice, { order: [...order].map(of), blank: order === "" })
  await v.move(id, 43)
  return id
}

/** A number as a count sheet has it. */
const told = (votes: number) => (Number.isInteger(votes) ? String(votes) : votes.toFixed(5))
const signed = (votes: number) => (votes === 0 ? "" : `${votes > 0 ? "+" : "−"}${told(Math.abs(votes))}`)

/** What the published result says, all of it as words. */
async function published(id: string) {
  const { blocks } = await w.asPublic((ctx) => readResultPaper(ctx, id))
  const wordsOf = (inlines: { kind: string; text?: string }[]) => inlines.map(({ text }) => text).join("")
  return {
    said: blocks.flatMap((one) => (one.kind === "paragraph" ? [wordsOf(one.inlines as never)] : [])),
    stages: blocks.flatMap((one) =>
      one.kind === "table" ? [one.rows.map((row) => row.map((cell) => wordsOf(cell as never)))] : [],
    ),
  }
}

/** A stranger takes the ballots from the public page, counts them with the command, and compares with what is published. */
async function agrees(id: string) {
  const { rule } = await w.asPublic((ctx) => getElection(ctx, id))
  const theirs = recount(await downloadBallots(id), rule ?? "")
  const ours = await w.asPublic((ctx) => getResult(ctx, id))
  expect(theirs, "winners, quota, stages and transfers").toEqual(ours?.count)
  const { said, stages } = await published(id)
  if (theirs.quota !== null) expect(said).toContain(`Quota: ${theirs.quota}.`)
  expect(stages).toHaveLength(theirs.rounds.length)
  for (const [at, { votes, transfers, nonTransferable, tie, what }] of theirs.rounds.entries()) {
    const rows = Object.entries(votes).map(([name, has]) => [
      ...[name, what === "first" ? "" : signed(transfers[name] ?? 0)],
      told(has),
    ])
    expect(stages[at]?.filter(([name]) => name !== "Passed to nobody, and rounding").toSorted()).toEqual(
      rows.toSorted(),
    )
    if (nonTransferable > 0) expect(stages[at]?.at(-1)?.at(-1)).toBe(told(nonTransferable))
    if (tie)
      expect(
        said.some((words) => words.includes(`were level; lots were drawn, and ${tie.chosen} was drawn`)),
      ).toBe(true)
  }
  return theirs
}

describe("The ballots that anybody can download", () => {
  it("count as was published: several seats, a surplus in fractions, somebody who withdrew, and blank ones", async () => {
    const orders = [
      ...Array(9).fill("1345"),
      ...Array(2).fill("16"),
      ...Array(4).fill("34"),
      ...["43", "43", "5", "56", "6", "6", "64", "", ""],
    ]
    const id = await held("Two seats", 6, orders, 2)
    await expect(downloadBallots(id), "not before the result is told").rejects.toThrow("404")
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const count = await agrees(id)
    expect(count).toMatchObject({ valid: 22, invalid: 2, quota: 8, seats: 2 })
    expect(count.elected).toHaveLength(2)
    expect(count.elected[0]).toBe(candidates[0].name)
    expect(Object.keys(count.rounds[0]?.votes ?? {}), "who withdrew is on no ballot").not.toContain(
      candidates[1].name,
    )
    expect(count.rounds.some(({ votes }) => Object.values(votes).some((has) => !Number.isInteger(has)))).toBe(
      true,
    )
  })

  it("count as was published: a tie that was always one, drawn by the same lot", async () => {
    const id = await held("Level seat", 4, ["1", "1", "1", "1", "31", "31", "3", "41", "41", "4"])
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const count = await agrees(id)
    expect(count.rounds.some(({ tie }) => tie?.by === "lot")).toBe(true)
  })
})
