import { sql } from "drizzle-orm"
import { afterEach, describe, expect, it } from "vitest"
import { asSystem } from "@/lib/access/doors"
import { writeBlt } from "@/lib/ballots/blt"
import { digestFor, sortFacts } from "@/lib/digest/contents"
import { gatherFacts, listReaders } from "@/lib/digest/queries"
import { NotAllowed, NotFound } from "@/lib/errors"
import { callOff, planElection, publishElection } from "@/lib/partnerships/elections/commands"
import { planElectionInput } from "@/lib/partnerships/elections/input"
import { beginAgain } from "@/lib/partnerships/elections/moving/commands"
import { nominate } from "@/lib/partnerships/elections/nominations/commands"
import { listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { addPaper, compareCount } from "@/lib/partnerships/elections/paper/commands"
import { getElection, listElections } from "@/lib/partnerships/elections/queries"
import { getBlt, getResult } from "@/lib/partnerships/elections/results/queries"
import { newCode } from "@/lib/partnerships/elections/voting/box"
import { boxOpens, getBallot } from "@/lib/partnerships/elections/voting/queries"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
type Voice = Awaited<ReturnType<typeof v.voices>>[number]
const [ann, ben, cat, dan] = (await v.voices(4, "Vote")) as [Voice, Voice, Voice, Voice]
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
const dayIn = (days: number) => inDays(days).toISOString().slice(0, 10)
const lettersOf = async (letter: string) =>
  (
    await w.system((ctx) =>
      ctx.tx.execute<{ email: string; props: object }>(
        sql`select to_email as email, props from letters where letter = ${letter} order by created_at, to_email`,
      ),
    )
  ).map(({ email, props }): Record<string, unknown> => ({ email, ...props }))

describe("A ballot", () => {
  const secret = process.env.SEAL_SECRET
  afterEach(() => {
    process.env.SEAL_SECRET = secret
  })

  it("sent twice from one page votes once; it is changed until the close, on its second, and not after", async () => {
    const { id } = await v.opened("Changed seat", [ann, ben])
    const standing = await w.asViewer((ctx) => listStanding(ctx, id))
    const [first, second] = standing.map((one) => one.id) as [string, string]
    const made = newCode()
    const both = await Promise.all(
      [1, 2].map(() => v.vote(id, cat, { order: [first], rule: "choice", made })),
    )
    expect(both.map(({ receipt }) => receipt)).toEqual([made, made])
    const election = await w.asViewer((ctx) => getElection(ctx, id))
    const closing = election.votingUntil.getTime()
    await v.vote(id, cat, { order: [second], rule: "choice", codes: [made], now: new Date(closing - 1) })
    const late = { order: [first], rule: "choice" as const, codes: [made], now: new Date(closing) }
    await expect(v.vote(id, cat, late)).rejects.toThrow("Voting has closed")
    await expect(v.vote(id, dan, late)).rejects.toThrow("Voting has closed")
    await v.move(id, 43)
    await v.move(id, 43)
    const result = await w.asViewer((ctx) => getResult(ctx, id))
    expect(result).toMatchObject({
      voted: 1,
      count: { rounds: [{ votes: { [standing[1]?.name ?? ""]: 1 } }] },
    })
  })

  it("can be for nobody, names everybody once, and is gone unread when it’s called off", async () => {
    const { id } = await v.opened("Ranked seat", [ann, ben, cat])
    const ids = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id)
    await expect(v.vote(id, dan, { order: [] })).rejects.toThrow("leave your ballot blank")
    await expect(v.vote(id, dan, { order: [ids[0] ?? "", ids[0] ?? ""] })).rejects.toThrow("doesn’t stand")
    await expect(v.vote(id, dan, { order: [ann.groupId] })).rejects.toThrow("doesn’t stand")
    await expect(v.vote(id, dan, { order: ids, blank: true })).rejects.toThrow("one or the other")
    await v.vote(id, dan, { blank: true })
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "The board has gone." }))
    const boxes = await w.system((ctx) =>
      ctx.tx.execute(sql`select 1 from ballot_boxes where election_id = ${id}::uuid`),
    )
    expect(boxes, "called off, its box is gone unread").toHaveLength(0)
  })

  it("comes in another order for each voter, and in the same each time", async () => {
    const { id } = await v.opened("Ordered seat", [ann, ben, cat, dan])
    const order = async (voice: Voice) => {
      const place = await v.placeOf(id, voice.groupId)
      const ballot = await v.takes(
        id,
        voice,
        (ctx, taker) => getBallot(ctx, taker, place, undefined),
        inDays(30),
      )
      return ballot.standing.map((one) => one.name).join()
    }
    const all = await Promise.all([ann, ben, cat, dan].map(order))
    expect(new Set(all).size).toBeGreaterThan(1)
    expect(await Promise.all([ann, ben, cat, dan].map(order))).toEqual(all)
  })

  it("on paper goes into the same box, marks its groups, and only as many as groups", async () => {
    const { id } = await v.opened("Paper seat", [ann, ben])
    const standing = await w.asViewer((ctx) => listStanding(ctx, id))
    const names = standing.map((one) => one.name)
    const [first, second] = [await v.placeOf(id, cat.groupId), await v.placeOf(id, dan.groupId)]
    // Names in another order than ours: they are found by what they are called.
    const blt = writeBlt({
      ...{ title: "x", candidates: names.toReversed(), withdrawn: new Set<number>(), seats: 1 },
      papers: [{ preferences: [0], count: 1 }],
    })
    const add = (rollIds: string[], typed: string) =>
      w.asWorker((ctx) => addPaper(ctx, { id, rollIds, blt: typed }))
    await expect(add([first, second], blt)).rejects.toThrow("one each")
    await expect(add([second], "1\n3")).rejects.toThrow("Line 2: enter numbers from 1 to 2")
    await expect(add([second], "1 2")).rejects.toThrow("one name on each ballot")
    await expect(w.asViewer((ctx) => addPaper(ctx, { id, rollIds: [first], blt }))).rejects.toThrow(
      NotAllowed,
    )
    await add([first], blt)
    await add([second], "2\n")
    await expect(add([second], "blank")).rejects.toThrow("has voted meanwhile")
    await expect(v.vote(id, cat, { order: [standing[0]?.id ?? ""], rule: "choice" })).rejects.toThrow(
      "on paper",
    )
    await v.vote(id, ann, { order: [standing[0]?.id ?? ""], rule: "choice" })
    await v.move(id, 43)
    const result = await w.asViewer((ctx) => getResult(ctx, id))
    expect(result).toMatchObject({ voted: 3, onPaper: 2, count: { elected: [names[1]] } })
    const { blt: ours } = await w.asViewer((ctx) => getBlt(ctx, id))
    expect(await w.asWorker((ctx) => compareCount(ctx, { id, blt: ours }))).toMatchObject({
      sameBallots: true,
      sameElected: true,
    })
    expect(await w.asWorker((ctx) => compareCount(ctx, { id, blt }))).toMatchObject({
      sameBallots: false,
      sameElected: true,
    })
  })

  it("whose box lost its secret stays as it is, says so to staff, and the vote begins again", async () => {
    const { id } = await v.opened("Lost seat", [ann, ben])
    const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
    await v.vote(id, cat, { order: [first], rule: "choice" })
    process.env.SEAL_SECRET = "the secret of another machine"
    expect(await w.asViewer((ctx) => boxOpens(ctx, id))).toBe(false)
    await expect(v.vote(id, dan, { order: [first], rule: "choice" })).rejects.toThrow(
      "can’t open the ballot box",
    )
    await expect(v.move(id, 43)).rejects.toThrow("can’t open the ballot box")
    expect(
      (await w.asViewer((ctx) => getElection(ctx, id))).state,
      "nothing is lost or counted wrongly",
    ).toBe("voting")
    await w.asWorker((ctx) => beginAgain(ctx, { id }))
    expect(await w.asViewer((ctx) => boxOpens(ctx, id))).toBe(true)
    const again = (await lettersOf("election-ballot")).filter(({ way }) => way === "again")
    expect(again.length).toBeGreaterThan(3)
    await v.vote(id, cat, { order: [first], rule: "choice" })
    await v.move(id, 43)
    expect(await w.asViewer((ctx) => getResult(ctx, id))).toMatchObject({ voted: 1 })
  })

  it("stands in the weekly digest of whoever votes, until they have; so does the notice of nominations", async () => {
    const { id } = await v.opened("Digested seat", [ann, ben])
    const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
    await v.vote(id, cat, { order: [first], rule: "choice" })
    const digestOf = (voice: Voice, days: number) =>
      asSystem(
        "ribble",
        async (ctx) => {
          const readers = await listReaders(ctx, { periods: [] })
          const drawers = sortFacts(await gatherFacts(ctx, inDays(days - 7)))
          const reader = readers.find((one) => one.id === voice.personId)
          return JSON.stringify(reader ? digestFor(reader, drawers) : "nobody")
        },
        { now: inDays(days) },
      )
    expect(await digestOf(dan, 30)).toContain("Vote 4: not voted yet.")
    expect(await digestOf(cat, 30)).not.toContain("Digested seat")
    const { id: asked } = await v.plan("Noticed seat")
    await w.asWorker((ctx) => publishElection(ctx, { id: asked }))
    expect(await digestOf(dan, 1)).toContain("Noticed seat: who should speak for groups?")
    expect(await digestOf(dan, 15), "it is news once").not.toContain("Noticed seat")
  })

  it("reminds once, three days before, those who haven’t voted and nobody else", async () => {
    const { id } = await v.opened("Reminded seat", [ann, ben])
    const [first] = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id) as [string]
    await v.vote(id, cat, { order: [first], rule: "choice" })
    const reminded = async () =>
      (await lettersOf("election-ballot")).filter(
        ({ way, title }) => way === "reminder" && title === "Reminded seat",
      )
    await v.move(id, 37)
    expect(await reminded()).toHaveLength(0)
    await v.move(id, 40)
    await v.move(id, 41)
    const emails = (await reminded()).map(({ email }) => email)
    expect(emails).toContain("vote-3@ribble.example")
    expect(emails).not.toContain("vote-2@ribble.example")
    expect(new Set(emails).size).toBe(emails.length)
  })
})

describe("Several seats, ticks, and who may do what", () => {
  it("fills two seats by the single transferable vote, in the order of the count", async () => {
    const { id, seatIds } = await v.opened("Two seats", [ann, ben, cat], {}, 2)
    const standing = await w.asViewer((ctx) => listStanding(ctx, id))
    expect((await w.asViewer((ctx) => getElection(ctx, id))).rule).toBe("scottish-stv")
    const of = (voice: Voice) => standing.find((one) => one.groupId === voice.groupId)?.id ?? ""
    for (const voter of [ann, ben, cat]) await v.vote(id, voter, { order: [of(cat), of(ann)] })
    await v.vote(id, dan, { order: [of(ann)] })
    await v.move(id, 43)
    const result = await w.asViewer((ctx) => getResult(ctx, id))
    expect(result?.count.elected).toEqual([cat.name, ann.name])
    const first = await w.asViewer((ctx) => getSeat(ctx, seatIds[0] ?? ""))
    const second = await w.asViewer((ctx) => getSeat(ctx, seatIds[1] ?? ""))
    expect([first.terms[0]?.name, second.terms[0]?.name]).toEqual([cat.name, ann.name])
  })

  it("counts ticks where staff chose that", async () => {
    const { id } = await v.opened("Ticked seat", [ann, ben], { ruleAsked: "approval" })
    const ids = (await w.asViewer((ctx) => listStanding(ctx, id))).map((one) => one.id)
    await v.vote(id, cat, { order: ids })
    await v.vote(id, dan, { order: ids.slice(0, 1) })
    await v.move(id, 43)
    expect(
      Object.values((await w.asViewer((ctx) => getResult(ctx, id)))?.count.rounds[0]?.votes ?? {}),
    ).toEqual(expect.arrayContaining([1, 2]))
  })

  it("is kept by workers; nobody of another LIO knows of it, and nobody at all before it’s announced", async () => {
    const { id, boardId, seatIds } = await v.plan("Planned seat")
    await expect(w.asLead((ctx) => getElection(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asPublic((ctx) => getElection(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getElection(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asViewer((ctx) => publishElection(ctx, { id }))).rejects.toThrow(NotAllowed)
    const said = planElectionInput.parse({
      ...{ boardId, seatIds, title: "X", ruleAsked: "usual" },
      ...{ nominationsUntil: dayIn(9), votingFrom: dayIn(9), votingUntil: dayIn(20) },
    })
    await expect(w.asLead((ctx) => planElection(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(w.asWorker((ctx) => planElection(ctx, said))).rejects.toThrow(
      "after nominations have closed",
    )
    await w.asWorker((ctx) => publishElection(ctx, { id }))
    expect((await w.asPublic(listElections)).map((one) => one.id)).toContain(id)
    expect(await w.asOtherManager(listElections)).toEqual([])
    await expect(
      v.takes(id, { personId: w.outsider.id }, (ctx, taker) =>
        nominate(ctx, taker, { groupId: ann.groupId, who: "me", name: null, email: null, statement: "x" }),
      ),
    ).rejects.toThrow("good standing")
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "The board has gone." }))
    await expect(v.putUp(id, ann)).rejects.toThrow("closed")
  })
})
