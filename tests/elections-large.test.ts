import { spawn } from "node:child_process"
import { once } from "node:events"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asSystem } from "@/lib/access/doors"
import { readBlt } from "@/lib/ballots/blt"
import { moveOverdue } from "@/lib/partnerships/elections/moving/commands"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { getResult, wasCounted } from "@/lib/partnerships/elections/results/queries"
import { setVoter } from "@/lib/partnerships/elections/roll/commands"
import { getRoll } from "@/lib/partnerships/elections/roll/queries"
import { lockBox, newBox, newCode, openBox } from "@/lib/partnerships/elections/voting/box"
import { voting } from "./support/election"
import { downloadBallots, recount } from "./support/recount"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
const voices = await v.voices(200, "Many")
type Voice = (typeof voices)[number]
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** A server of its own counts the vote, and is killed when all is written and nothing committed. Gives the signal that ended it. */
async function killedAtTheClose(id: string): Promise<string | null> {
  const child = spawn(
    process.execPath,
    ["--import", "./bin/register.mjs", "tests/support/die-at-the-close.ts", id, inDays(43).toISOString()],
    { stdio: ["ignore", "inherit", "inherit"] },
  )
  const [, signal] = (await once(child, "exit")) as [number | null, string | null]
  return signal
}

describe("A ballot of 200 groups", () => {
  it("counts each vote once: 40 change their mind, a voter is replaced, and the server dies at the close", {
    timeout: 240_000,
  }, async () => {
    const candidates = voices.slice(0, 4) as [Voice, Voice, Voice, Voice]
    const { id } = await v.opened("Large seat", candidates)
    const ids = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id)
    const names = new Map((await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => [one.id, one.name]))
    const order = (at: number) =>
      [0, 1, 2, 3]
        .map((more) => ids[(at * 7 + more * (1 + (at % 3 === 0 ? 2 : 0))) % 4] ?? "")
        .filter((one, place, all) => all.indexOf(one) === place)
    const meant = new Map<number, string[]>()
    const receipts = new Map<number, string>()
    // All but ten vote, twenty at a time as on a busy evening.
    for (let from = 0; from < 190; from += 20)
      await Promise.all(
        voices.slice(from, Math.min(from + 20, 190)).map(async (voice, nth) => {
          const at = from + nth
          meant.set(at, order(at))
          receipts.set(at, (await v.vote(id, voice, { order: order(at) })).receipt)
        }),
      )
    for (let at = 0; at < 40; at++) {
      meant.set(at * 4, order(at + 1))
      await v.vote(id, voices[at * 4] as Voice, { order: order(at + 1), codes: [receipts.get(at * 4) ?? ""] })
    }
    const rollId = await v.placeOf(id, voices[195]?.groupId ?? "")
    await w.asWorker((ctx) => setVoter(ctx, { id: rollId, name: "Stand In", email: "in@ribble.example" }))
    const place = (await w.asViewer((ctx) => getRoll(ctx, id))).find((one) => one.id === rollId)
    const old = voices[195] as Voice
    await expect(v.vote(id, old, { order: order(1) })).rejects.toThrow("Somebody else")
    meant.set(195, order(3))
    await v.vote(id, { ...old, personId: place?.voterId ?? "" }, { order: order(3) })

    // It dies after everything is written and before it is committed; twice.
    for (let kill = 0; kill < 2; kill++) expect(await killedAtTheClose(id)).toBe("SIGKILL")
    expect((await w.asViewer((ctx) => getElection(ctx, id))).state).toBe("voting")
    await Promise.all([1, 2, 3].map(() => asSystem("ribble", moveOverdue, { now: inDays(43) })))

    const result = await w.asViewer((ctx) => getResult(ctx, id))
    expect(result).toMatchObject({ onRoll: 203, voted: 191, blank: 0 })
    const roll = await w.asViewer((ctx) => getRoll(ctx, id))
    expect(
      roll
        .filter(({ votedBy }) => votedBy === "link")
        .map(({ group }) => group)
        .sort(),
    ).toEqual([...meant.keys()].map((at) => `Many ${at + 1}`).sort())
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const file = readBlt(await downloadBallots(id))
    expect(recount(await downloadBallots(id), "irv"), "whoever downloads and counts them").toEqual(
      result?.count,
    )
    const told = (ballots: string[][]) => ballots.map((one) => one.join(" > ")).sort()
    expect(
      told(
        file.papers.flatMap(({ preferences, count: many }) =>
          Array.from({ length: many }, () => preferences.map((at) => file.candidates[at] ?? "")),
        ),
      ),
      "each vote once, as it was last meant",
    ).toEqual(told([...meant.values()].map((one) => one.map((nomination) => names.get(nomination) ?? ""))))
    for (const at of [0, 1, 4, 100])
      expect(await w.asPublic((ctx) => wasCounted(ctx, id, receipts.get(at) ?? ""))).toBe(true)
    const letters = await w.system((ctx) =>
      ctx.tx.execute(
        sql`select to_email from letters where letter = 'election-outcome' and props ->> 'title' = 'Large seat'`,
      ),
    )
    expect(letters, "whoever stood is told once").toHaveLength(4)
  })
})

describe("A box for 2,000 groups", () => {
  it("is opened and locked anew in a moment", () => {
    const { salt, locked } = newBox("x", 2000)
    const started = performance.now()
    for (let vote = 0; vote < 10; vote++) lockBox(salt, "x", openBox(salt, "x", locked))
    expect((performance.now() - started) / 10).toBeLessThan(1000)
  })

  it("takes a vote without keeping anybody waiting", { timeout: 60_000 }, async () => {
    const { id } = await v.opened("Huge seat", voices.slice(0, 2))
    const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
    await w.system((ctx) => {
      const { salt, locked } = newBox(id, 2000)
      return ctx.tx.execute(
        sql`update ballot_boxes set salt = ${salt}, locked = decode(${locked.toString("hex")}, 'hex') where election_id = ${id}::uuid`,
      )
    })
    const times: number[] = []
    for (const voice of voices.slice(10, 30)) {
      const started = performance.now()
      await v.vote(id, voice, { order: [first], rule: "choice", made: newCode() })
      times.push(performance.now() - started)
    }
    const middle = times.sort((one, other) => one - other)[10] ?? 0
    // Some 100 ms on a machine of its own; this one may be busy.
    expect(middle).toBeLessThan(2000)
  })
})
