import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { parse } from "csv-parse/sync"
import { afterAll, describe, expect, it } from "vitest"
import { command, type Result } from "@/bin/commands/analyse-statements"
import { RuleBroken } from "@/lib/errors"
import {
  aboveHalf,
  aboveRest,
  agreedByAll,
  commonGround,
  shareOf,
  standsOut,
  typicalOfEach,
} from "@/lib/statements/agreement"
import { analyse } from "@/lib/statements/analysis"
import { campsOf, silhouetteOf } from "@/lib/statements/camps"
import { heldAgainstChance } from "@/lib/statements/chance"
import { centred, componentsOf } from "@/lib/statements/components"
import { randomFrom } from "@/lib/statements/random"
import { drawnBy, importanceOf, priorityOf } from "@/lib/statements/routing"
import { noVotes, type Totals } from "@/lib/statements/votes"

const SAMPLES = path.resolve(process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data", "consultations")
const none = () => false
const totals = (agree: number, disagree: number, pass = 0): Totals => ({
  agree,
  disagree,
  pass,
  seen: agree + disagree + pass,
})

/** Votes in rows: + agrees, - disagrees, 0 passes, a dot says nothing. */
function votesOf(...rows: string[]) {
  const votes = noVotes(rows.length, rows[0]?.length ?? 0)
  for (const [at, sign] of [...rows.join("")].entries())
    if (sign !== ".") votes.cells[at] = { "+": 1, "-": -1, "0": 0 }[sign] ?? 0
  return votes
}

function randomVotes(participants: number, statements: number, random: () => number, gaps = 0.2) {
  const votes = noVotes(participants, statements)
  for (let at = 0; at < votes.cells.length; at++)
    if (random() >= gaps) votes.cells[at] = Math.floor(random() * 3) - 1
  return votes
}

describe("Statistics of statements", () => {
  it("are those of the published formulas, to six places", () => {
    const { share, ratio, test, ratioTest, rank } = standsOut(8, 10, 5, 20)
    expect(share).toBeCloseTo(0.75, 6)
    expect(test).toBeCloseTo(2.110579, 6)
    expect(ratio).toBeCloseTo(2.75, 6)
    expect(ratioTest).toBeCloseTo(2.866844, 6)
    expect(rank).toBeCloseTo(12.479572, 5)
    expect(agreedByAll([totals(8, 2), totals(5, 15)])).toBeCloseTo(0.204545, 6)
    expect(shareOf(0, 0)).toBe(0.5)
    expect(aboveHalf(0, 0)).toBe(1)
    expect(aboveRest(5, 5, 5, 5)).toBe(0)
    expect(importanceOf({ agree: 18, pass: 3, seen: 20 }, 1)).toBeCloseTo(1.413223, 6)
    expect(priorityOf({ agree: 18, disagree: -1, pass: 3, seen: 20 }, 1)).toBeCloseTo(4.493699, 6)
    expect(priorityOf(totals(1, 2), 3, true)).toBe(49)
  })

  it("name what most say, and what is typical of a part", () => {
    const all = [totals(20, 1), totals(1, 20), totals(10, 10), totals(2, 0), totals(30, 2)]
    expect(commonGround(all).map(({ of, side }) => [of, side])).toEqual([
      [4, "agree"],
      [0, "agree"],
      [3, "agree"],
      [1, "disagree"],
    ])
    expect(commonGround(all, (at) => at !== 4).map(({ of }) => of)).toEqual([0, 3, 1])
    const [here, there] = [
      [totals(9, 1), totals(5, 5)],
      [totals(1, 9), totals(5, 5)],
    ]
    expect(typicalOfEach([here, there])).toMatchObject([
      [{ of: 0, side: "agree", said: 9, seen: 10 }],
      [{ of: 0, side: "disagree", said: 9, seen: 10 }],
    ])
  })

  it("draw the next statement by its weight", () => {
    expect([0, 0.2, 0.3, 0.99].map((chance) => drawnBy([1, 0, 3], chance))).toEqual([0, 0, 2, 2])
    expect(drawnBy([], 0.5)).toBe(-1)
  })
})

describe("Directions and groups", () => {
  it("are those of the matrix, worked out another way", () => {
    const votes = randomVotes(80, 70, randomFrom(3))
    const matrix = centred(votes)
    const { first, second } = componentsOf(matrix)
    const dot = (one: Float64Array, other: Float64Array) =>
      one.reduce((sum, x, at) => sum + x * (other[at] ?? 0), 0)
    const again = (vector: Float64Array) => {
      const out = new Float64Array(vector.length)
      for (let row = 0; row < 80; row++) {
        const cells = matrix.rows.subarray(row * 70, row * 70 + 70)
        const along = dot(vector, cells)
        for (let at = 0; at < 70; at++) out[at] = (out[at] ?? 0) + along * (cells[at] ?? 0)
      }
      return out
    }
    for (const vector of [first, second]) {
      const value = dot(vector, again(vector))
      expect(dot(vector, vector)).toBeCloseTo(1, 10)
      expect(
        Math.max(...again(vector).map((one, at) => Math.abs(one - value * (vector[at] ?? 0)))),
      ).toBeLessThan(1e-8)
    }
    expect(dot(first, second)).toBeCloseTo(0, 10)
    expect(dot(first, again(first))).toBeGreaterThan(dot(second, again(second)))
  })

  it("are both found where two directions hold as much", () => {
    const { first, second } = componentsOf(centred(votesOf("++", "+-", "-+", "--")))
    expect(Math.hypot(...first)).toBeCloseTo(1, 10)
    expect(Math.hypot(...second)).toBeCloseTo(1, 10)
  })

  it("say nothing where everybody votes alike, or nobody does", () => {
    const alike = analyse(votesOf("++", "++", "++"))
    expect(alike).toMatchObject({ camps: null, test: null, totals: [totals(3, 0), totals(3, 0)] })
    expect(analyse(votesOf("..", ".."))).toMatchObject({ camps: null, counted: [] })
    expect(analyse(noVotes(0, 0))).toMatchObject({ totals: [], camps: null })
  })

  it("count a point alone as nothing, and find what lies apart whatever the order", () => {
    const at = Float64Array.from([0, 0, 0, 1, 9, 9, 9, 8, 0.5, 0.5])
    expect(silhouetteOf(at, [0, 0, 1, 1, 0])).toBeGreaterThan(0.85)
    expect(silhouetteOf(Float64Array.from([0, 0, 5, 5]), [0, 1])).toBe(0)
    expect(Array.from(campsOf(at)?.of ?? [])).toEqual(
      [0, 0, 1, 1, 0].map((group) => (campsOf(at)?.of[0] === 0 ? group : 1 - group)),
    )
  })

  it("are seen where there are camps, and in at most one of twenty sets of random votes", () => {
    const random = randomFrom(7)
    const camps = noVotes(60, 12)
    for (let at = 0; at < camps.cells.length; at++)
      camps.cells[at] = random() < (Math.floor(at / 12) % 2 === at % 2 ? 0.85 : 0.15) ? 1 : -1
    expect(heldAgainstChance(camps, none)).toMatchObject({ passed: true, shuffles: 200, participants: 60 })
    expect(heldAgainstChance(camps, none)).toEqual(heldAgainstChance(camps, none))
    const seen = Array.from(
      { length: 100 },
      () => heldAgainstChance(randomVotes(50, 12, random), none).passed,
    )
    expect(seen.filter(Boolean).length).toBeLessThanOrEqual(5)
    expect(analyse(randomVotes(49, 12, random)).test).toBeNull()
  }, 60_000)
})

describe("analyse statements", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "trellis-statements-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (name: string, words: string) => {
    writeFileSync(path.join(folder, name), words)
    return path.join(folder, name)
  }
  const run = async (...rest: string[]) =>
    (await command.run({ options: {}, flags: new Set(), rest })) as Result

  it("counts the last vote of each participant on each statement", async () => {
    const votes = written(
      "votes.csv",
      "participant,statement,vote\r\na,1,1\r\nb,1,-1\r\na,1,0\r\nb,2,\r\nb,10,1\r\n",
    )
    const result = await run(votes)
    expect(result).toMatchObject({ participants: 2, clusters: null, published: null })
    expect(
      result.statements.map(({ id, agree, disagree, pass, seen }) => [id, agree, disagree, pass, seen]),
    ).toEqual([
      ["1", 0, 1, 1, 2],
      ["10", 1, 0, 0, 1],
    ])
    expect(command.tell?.(result)).toContain("1 vote was changed by a later one")
    const abroad = written("abroad.csv", 'participant;statement;vote\n"a";"1";1\nb;1;-1\n')
    expect((await run(abroad)).statements).toMatchObject([{ id: "1", agree: 1, disagree: 1 }])
    const timed = written("timed.csv", "timestamp,comment-id,voter-id,vote\n9,1,a,1\n3,1,a,-1\n")
    expect((await run(timed)).statements).toMatchObject([{ agree: 1, disagree: 0 }])
  })

  it("turns the signs of Polis’s own database, sets aside what moderators took out, and keeps statements nobody saw", async () => {
    const votes = written("raw.json", JSON.stringify([1, 2, 3].map((pid) => ({ pid, tid: 7, vote: -1 }))))
    const comments = written(
      "comments.json",
      JSON.stringify([
        { tid: 7, txt: "More buses", mod: 1, is_meta: false, agree_count: 3, disagree_count: 0 },
        { tid: 8, txt: "Rude", mod: -1, agree_count: 0, disagree_count: 0 },
        { tid: 9, txt: "I live here", mod: 1, is_meta: true },
      ]),
    )
    expect((await run(votes, comments)).statements).toMatchObject([
      { id: "7", text: "More buses", agree: 3, disagree: 0, aside: null },
      { id: "8", seen: 0, aside: "moderated out" },
      { id: "9", aside: "about the voter", priority: 49 },
    ])
  })

  it("says what is wrong with a file", async () => {
    for (const [words, sentence] of [
      ["participant,statement,vote\n1,2,7\n", "line 2: “7” isn’t a vote"],
      ["participant,statement,vote\n,2,1\n", "line 2: there is no participant"],
      ["participant,statement,vote\n", "There are no votes in this"],
      ["a,b\n1,2\n", "Its columns are: a, b"],
      ["[{", "can’t be read as JSON"],
      ["[1]", "something else"],
      ["", "is empty"],
      ["P\u0000K", "neither a table"],
      ["comment-id,agrees,comment-body\n1,2,Yes\n", "but no votes"],
    ] as const) {
      const result = run(written("bad.csv", words))
      await expect(result).rejects.toThrow(RuleBroken)
      await expect(result).rejects.toThrow(sentence)
    }
    await expect(run(path.join(folder, "nowhere"))).rejects.toThrow("There is no file or folder")
    await expect(run()).rejects.toThrow("Give a folder or files.")
  })

  const there = existsSync(SAMPLES)
  const POLIS = ["brexit-consensus", "london.youth.policing", "scoop-hivemind.affordable-housing"]
  it.runIf(there)(
    "gives the totals of the published matrices, statement by statement",
    async () => {
      for (const name of POLIS) {
        const from = path.join(SAMPLES, "polis", name)
        const rows = parse(readFileSync(path.join(from, "participants-votes.csv")), {
          columns: true,
        }) as Record<string, string>[]
        const result = await run(from)
        expect(result.participants).toBe(rows.length)
        const published = new Map(
          Object.keys(rows[0] ?? {})
            .filter((column) => /^\d+$/.test(column))
            .map((id) => {
              const said = (vote: string) => rows.filter((row) => row[id] === vote).length
              return [id, totals(said("1"), said("-1"), said("0"))]
            }),
        )
        for (const { id, agree, disagree, pass, seen } of result.statements)
          expect({ agree, disagree, pass, seen }, `${name} ${id}`).toEqual(published.get(id) ?? totals(0, 0))
        expect(result.notes).toContain("The published matrix has the same votes.")
        const matrix = await run(path.join(from, "participants-votes.csv"))
        expect(matrix.statements.map(({ agree }) => agree)).toEqual(
          result.statements.filter(({ id }) => published.has(id)).map(({ agree }) => agree),
        )
      }
      const london = await run(path.join(SAMPLES, "polis/london.youth.policing"))
      expect(london.clusters).toBeNull()
      expect(london.verdict).toContain("it takes 50")
      await expect(run(path.join(SAMPLES, "polis/american-assembly.bowling-green"))).rejects.toThrow(
        "but no votes",
      )
    },
    60_000,
  )

  it.runIf(there)("comes to Polis’s own directions, silhouette and groups", async () => {
    for (const name of ["below-100-ptpts", "25ptpt-3gp-no-strict-with-meta"]) {
      const from = path.join(SAMPLES, "polis_reference", name)
      const result = await run(from)
      expect(result.published, name).toMatchObject({ sameGroups: true, publishedK: 3, k: 3 })
      const math = JSON.parse(readFileSync(path.join(from, "math-pca2.json"), "utf8"))
      const base = math["base-clusters"] as { id: number[]; members: number[][] }
      const theirs = math["group-clusters"].map(({ members }: { members: number[] }) =>
        members
          .flatMap((id) => base.members[base.id.indexOf(id)] ?? [])
          .map(String)
          .sort()
          .join(),
      )
      expect(result.published?.members.map((ids) => ids.sort().join()).sort()).toEqual(theirs.sort())
      const { components, silhouette, publishedSilhouette } = result.published ?? {
        components: [1, 1],
        silhouette: 0,
        publishedSilhouette: 1,
      }
      expect(Math.max(...components)).toBeLessThan(1e-6)
      expect(result.published?.places).toBeLessThan(1e-6)
      expect(silhouette).toBeCloseTo(publishedSilhouette, 9)
      expect(result.clusters).toBeNull()
      expect(command.tell?.(result)).toContain("the same groups")
    }
    const from = path.join(SAMPLES, "polis_reference/25ptpt-3gp-no-strict-with-meta")
    const own = JSON.parse(readFileSync(path.join(from, "math-pca2.json"), "utf8"))
    const { statements, consensus } = await run(from)
    for (const { id, priority } of statements) expect(priority).toBeCloseTo(own["comment-priorities"][id], 9)
    const tids = (side: string) => own.consensus[side].map(({ tid }: { tid: number }) => String(tid)).sort()
    for (const side of ["agree", "disagree"])
      expect(
        consensus
          .filter((one) => one.side === side)
          .map(({ statement }) => statement)
          .sort(),
      ).toEqual(tids(side))
  })
})
