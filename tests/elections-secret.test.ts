import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, describe, expect, it } from "vitest"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { markOf, newCode } from "@/lib/partnerships/elections/voting/box"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const voters = await v.voices(16, "Voter")
const [ann, ben] = voters as [Voice, Voice]

/** Whoever runs PostgreSQL: no wall holds them. */
const database = new URL(process.env.TRELLIS_APP_URL ?? "").pathname.slice(1)
const everywhere = new URL(process.env.TRELLIS_TEST_POSTGRES ?? "")
everywhere.pathname = `/${database}`
const root = postgres(everywhere.href, { max: 1, onnotice: () => {} })
afterAll(() => root.end())

/** How often it is tried, and how many vote each time: a coin for each, of two who stand. */
const ELECTIONS = 14
const CAST = 12

/** Everything the operator’s role reads of the tables of a vote, with where and when PostgreSQL wrote each row. */
async function everything() {
  const tables = [
    ...["elections", "election_roll", "ballot_boxes", "counted_ballots", "counted_receipts", "nominations"],
    ...["letters", "events", "submissions", "election_results", "tasks"],
  ]
  const dump: Record<string, (Record<string, unknown> & { xmin: string; ctid: string })[]> = {}
  for (const table of tables)
    dump[table] = [
      ...(await root.unsafe(
        `select xmin::text as xmin, ctid::text as ctid, to_jsonb(t) as row from ${table} t order by t.ctid`,
      )),
    ].map(({ xmin, ctid, row }) => ({ ...row, xmin, ctid }))
  return dump
}
type Dump = Awaited<ReturnType<typeof everything>>

const seed = (at: number) => (at * 2_654_435_761) >>> 0

/** One vote from first to last, with a copy of all tables after each ballot that is cast. */
async function held(number: number) {
  const { id } = await v.opened(`Secret ${number}`, [ann, ben])
  const standing = await w.asViewer((ctx) => listStanding(ctx, id))
  const choices = new Map<string, number>()
  const receipts = new Map<string, string>()
  const copies: Dump[] = [await everything()]
  // Everybody votes in an order of the day, half of them for each who stands, decided by nothing that is written anywhere.
  const order = voters
    .map((voice, at) => ({ voice, key: seed(number * 97 + at) }))
    .sort((one, other) => one.key - other.key)
  const coins = order.slice(0, CAST).map((_, at) => ({ choice: at % 2, key: seed(number * 31 + at * 7 + 5) }))
  coins.sort((one, other) => one.key - other.key)
  for (const [at, { voice }] of order.slice(0, CAST).entries()) {
    const choice = coins[at]?.choice ?? 0
    choices.set(voice.groupId, choice)
    const { receipt } = await v.vote(id, voice, { order: [standing[choice]?.id ?? ""], rule: "choice" })
    receipts.set(voice.groupId, receipt)
    copies.push(await everything())
  }
  await v.move(id, 43)
  copies.push(await everything())
  await root.unsafe("vacuum full counted_ballots")
  copies.push(await everything())
  return { id, choices, receipts, copies }
}
const all: Awaited<ReturnType<typeof held>>[] = []
for (let number = 0; number < ELECTIONS; number++) all.push(await held(number))

const of = (rows: Dump[string] | undefined, id: string) =>
  (rows ?? []).filter((row) => row.election_id === id)

/** In which order groups have voted, as two copies after each other tell: the register says that much. */
function orderOfVoting({ id, copies }: (typeof all)[number]): string[] {
  const seen: string[] = []
  for (const copy of copies)
    for (const row of of(copy.election_roll, id))
      if (row.voted_by && !seen.includes(row.group_id as string)) seen.push(row.group_id as string)
  return seen
}
const ballots = (one: (typeof all)[number], copy: number) =>
  of(one.copies.at(copy)?.counted_ballots, one.id).map((row) => ({
    choice: (row.preferences as number[])[0] ?? 0,
    id: row.id as string,
    ctid: row.ctid,
  }))

/**
 * How well a guess ties ballots to groups: of all that were cast, the share that it gets right, as far from chance as it is in
 * standard deviations. Half of the votes go to each, so that chance is a half.
 */
function skill(guess: (one: (typeof all)[number]) => number[]) {
  let right = 0
  for (const one of all)
    for (const [at, group] of orderOfVoting(one).entries())
      if (guess(one)[at] === one.choices.get(group)) right += 1
  const of = ELECTIONS * CAST
  return Math.abs(right - of / 2) / Math.sqrt(of / 4)
}
const LUCK = 3.5

describe("Whoever holds every table, log and backup, but no secret", () => {
  it("ties ballots to groups no better than chance: by the order in which they are stored, by id, after a vacuum", () => {
    expect(orderOfVoting(all[0] as never), "the register itself tells who has voted").toHaveLength(CAST)
    expect(skill((one) => ballots(one, -2).map(({ choice }) => choice))).toBeLessThan(LUCK)
    expect(skill((one) => ballots(one, -1).map(({ choice }) => choice))).toBeLessThan(LUCK)
    expect(
      skill((one) =>
        ballots(one, -1)
          .toReversed()
          .map(({ choice }) => choice),
      ),
    ).toBeLessThan(LUCK)
    const byId = (one: (typeof all)[number]) => ballots(one, -1).sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(skill((one) => byId(one).map(({ choice }) => choice))).toBeLessThan(LUCK)
  })

  it("learns nothing from a receipt that somebody shows: its mark stands beside no ballot", () => {
    const marks = (one: (typeof all)[number]) =>
      of(one.copies.at(-1)?.counted_receipts, one.id).map((row) => row.mark as string)
    expect(
      skill((one) =>
        orderOfVoting(one).map((group) => {
          const mark = markOf(one.id, one.receipts.get(group) ?? "").toString("hex")
          return ballots(one, -1)[marks(one).indexOf(mark)]?.choice ?? -1
        }),
      ),
    ).toBeLessThan(LUCK)
  })

  it("finds every box of one size, another each time, and nothing in it that stays from one vote to the next", () => {
    for (const { id, copies } of all) {
      const boxes = copies.flatMap((copy) => of(copy.ballot_boxes, id).map((row) => row.locked as string))
      expect(boxes).toHaveLength(CAST + 1)
      expect(new Set(boxes.map(({ length }) => length)).size).toBe(1)
      for (const [at, box] of boxes.entries()) {
        const next = boxes[at + 1]
        if (!next) continue
        // Two sealings of nothing in common agree in one of sixteen letters.
        const same = [...box].filter((letter, place) => letter === next[place]).length / box.length
        expect(same).toBeLessThan(0.1)
      }
    }
  })

  it("guesses no choice from how a box looks: its bytes go with neither", () => {
    expect(
      skill((one) => {
        const boxes = one.copies.flatMap((copy) =>
          of(copy.ballot_boxes, one.id).map((row) => row.locked as string),
        )
        return boxes.slice(1).map((box) => Number.parseInt(box.slice(-1), 16) % 2)
      }),
    ).toBeLessThan(LUCK)
  })

  it("finds no time, key or receipt of a vote in any table, email or line of the history", () => {
    const last = all.at(-1)?.copies.at(-1) ?? {}
    expect(last.ballot_boxes, "the box is gone with its salt").toEqual([])
    const columns = (table: string) => Object.keys(last[table]?.[0] ?? {}).sort()
    expect(columns("counted_ballots")).toEqual(["ctid", "election_id", "id", "lio_id", "preferences", "xmin"])
    expect(columns("counted_receipts")).toEqual(["ctid", "election_id", "lio_id", "mark", "xmin"])
    expect(columns("election_roll").filter((name) => /_at$|mark|receipt|ballot|choice/.test(name))).toEqual(
      [],
    )
    expect((last.events ?? []).filter(({ what }) => /vote|ballot/.test(String(what)))).toEqual([])
    for (const one of all) {
      const rows = of(one.copies.at(-1)?.counted_ballots, one.id)
      expect(new Set(rows.map(({ xmin }) => xmin)).size, "all were written at once").toBe(1)
      const marks = of(one.copies.at(-1)?.counted_receipts, one.id)
      expect(marks).toHaveLength(CAST)
    }
    // Whoever has the link of a letter opens a ballot, and doesn’t find what was voted.
    const said = JSON.stringify([last.letters, last.events, last.submissions, last.tasks])
    for (const { copies, id } of all)
      for (const row of of(copies.at(-1)?.counted_receipts, id)) expect(said).not.toContain(row.mark)
  })
})

describe("A vote", () => {
  it("can’t be read with the link alone, by whoever has the outbox", async () => {
    const { id } = await v.opened("With the link", [ann, ben])
    const standing = await w.asViewer((ctx) => listStanding(ctx, id))
    const first = standing[0]?.id ?? ""
    const { receipt } = await v.vote(id, ann, { order: [first], rule: "choice" })
    const { getBallot } = await import("@/lib/partnerships/elections/voting/queries")
    const place = await v.placeOf(id, ann.groupId)
    const open = (code?: string) =>
      v.takes(
        id,
        ann,
        (ctx, taker) => getBallot(ctx, taker, place, code),
        new Date(Date.now() + 30 * 86_400_000),
      )
    expect((await open()).chosen).toBeNull()
    expect((await open(newCode())).chosen).toBeNull()
    expect((await open(receipt)).chosen).toEqual([first])
    await expect(v.vote(id, ann, { order: [first], rule: "choice" })).rejects.toThrow("has voted already")
  })

  it("is sealed with a secret that no table holds", async () => {
    const rows = await w.system((ctx) => ctx.tx.execute(sql`select salt from ballot_boxes`))
    expect(JSON.stringify(rows)).not.toContain(process.env.SEAL_SECRET)
    await expect(
      w.asManager((ctx) => ctx.tx.execute(sql`select locked from ballot_boxes`)),
    ).resolves.toHaveLength(0)
  })
})
