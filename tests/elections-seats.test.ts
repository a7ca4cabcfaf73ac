import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { readBlt } from "@/lib/ballots/blt"
import { count } from "@/lib/ballots/count"
import { callOff, publishElection } from "@/lib/partnerships/elections/commands"
import { lotsIn } from "@/lib/partnerships/elections/counting/words"
import { endWithoutVote } from "@/lib/partnerships/elections/moving/commands"
import { listNominations, listStanding } from "@/lib/partnerships/elections/nominations/queries"
import { getElection } from "@/lib/partnerships/elections/queries"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { getBlt, getResult } from "@/lib/partnerships/elections/results/queries"
import { confirmSubstitute, giveSeats } from "@/lib/partnerships/elections/seating/commands"
import { retention } from "@/lib/partnerships/retention"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
const voices = await v.voices(9, "Seated")
type Voice = (typeof voices)[number]
const [ann, ben, cat, dot] = voices as [Voice, Voice, Voice, Voice]
const DIFFERENT = ["Adult social care", "Children and families"]

const nominationsOf = (id: string) => w.asViewer((ctx) => listNominations(ctx, id))
const nominationOf = async (id: string, voice: Voice) =>
  (await nominationsOf(id)).find(({ groupId }) => groupId === voice.groupId)?.id ?? ""
const heldBy = async (seatId: string | undefined) =>
  (await w.asViewer((ctx) => getSeat(ctx, seatId ?? ""))).terms.map(({ name, holds }) => `${name}, ${holds}`)
const tasksAbout = (title: string) =>
  w.system((ctx) =>
    ctx.tx.execute<{ done: boolean }>(
      sql`select done_at is not null as done from tasks where what like ${`%${title}%say who takes which`}`,
    ),
  )

/** An election of two seats that Ann and Ben win, and Cat comes next. */
async function held(name: string, seats: number | string[]) {
  const made = await v.opened(name, [ann, ben, cat, dot], {}, seats)
  const of = Object.fromEntries(
    (await nominationsOf(made.id)).map(({ groupId, id }) => [groupId, id]),
  ) as Record<string, string>
  const orders = [[ann, cat], [ann], [ann], [ann], [ben, ann], [ben], [ben], [cat, ben], [dot]]
  for (const [at, order] of orders.entries())
    await v.vote(made.id, voices[at] as Voice, { order: order.map(({ groupId }) => of[groupId] ?? "") })
  await v.move(made.id, 43)
  expect((await w.asViewer((ctx) => getResult(ctx, made.id)))?.count.elected).toEqual([ann.name, ben.name])
  return { ...made, of: (voice: Voice) => of[voice.groupId] ?? "" }
}

describe("Those elected to several seats", () => {
  it("take them in their order where the seats are alike", async () => {
    const { seatIds } = await held("Alike seats", 2)
    expect(await heldBy(seatIds[0])).toEqual([`${ann.name}, representative`])
    expect(await heldBy(seatIds[1])).toEqual([`${ben.name}, representative`])
    expect(await tasksAbout("Alike seats")).toEqual([])
  })

  it("take those that staff say where the seats differ, and none before", async () => {
    const { id, seatIds, of } = await held("Two mandates", DIFFERENT)
    const [adults = "", children = ""] = seatIds
    expect([await heldBy(adults), await heldBy(children)]).toEqual([[], []])
    expect(await tasksAbout("Two mandates")).toEqual([{ done: false }])
    const gives = (
      taking: [Voice, string | null][],
      who: "asWorker" | "asViewer" | "asOtherManager" = "asWorker",
    ) =>
      w[who]((ctx) =>
        giveSeats(ctx, { id, taking: taking.map(([voice, seatId]) => ({ id: of(voice), seatId })) }),
      )
    await expect(gives([[ann, adults]], "asViewer")).rejects.toThrow("Only workers")
    await expect(gives([[ann, adults]], "asOtherManager")).rejects.toThrow()
    await expect(gives([[ann, null]])).rejects.toThrow("Choose a seat for somebody")
    await expect(gives([[cat, adults]]), "she wasn’t elected").rejects.toThrow()
    await expect(gives([[ann, (await v.plan("Elsewhere")).seatIds[0] ?? ""]])).rejects.toThrow()
    await expect(
      gives([
        [ann, adults],
        [ben, adults],
      ]),
    ).rejects.toThrow("Somebody else takes this seat")
    await expect(
      w.asWorker((ctx) => confirmSubstitute(ctx, { id, seatId: adults })),
      "nobody to stand in for",
    ).rejects.toThrow("has this seat yet")
    expect(await gives([[ann, children]])).toMatchObject({ names: [ann.name] })
    expect(await tasksAbout("Two mandates")).toEqual([{ done: false }])
    await expect(gives([[ben, children]]), "it’s taken").rejects.toThrow("Somebody else takes this seat")
    await expect(gives([[ann, adults]]), "she has one").rejects.toThrow()
    await gives([[ben, adults]])
    expect(await tasksAbout("Two mandates")).toEqual([{ done: true }])
    expect(await heldBy(adults)).toEqual([`${ben.name}, representative`])
    expect(await heldBy(children)).toEqual([`${ann.name}, representative`])
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, adults))
    expect(terms).toMatchObject([{ chosenBy: "election" }])
    await expect(w.asWorker((ctx) => confirmSubstitute(ctx, { id, seatId: null }))).rejects.toThrow(
      "Choose the seat",
    )
    // On whom of the last two a lot falls is settled by the papers.
    const { name } = await w.asWorker((ctx) => confirmSubstitute(ctx, { id, seatId: adults }))
    expect((await heldBy(adults)).sort()).toEqual([`${ben.name}, representative`, `${name}, substitute`])
  })

  it("also where nobody had to vote", async () => {
    const { id, seatIds } = await v.plan("Unopposed mandates", {}, DIFFERENT)
    await w.asWorker((ctx) => publishElection(ctx, { id }))
    for (const one of [ann, ben]) await v.putUp(id, one)
    await v.checkAll(id)
    await v.move(id, 22)
    await w.asWorker((ctx) => endWithoutVote(ctx, { id }))
    expect(await heldBy(seatIds[0])).toEqual([])
    const taking = [{ id: await nominationOf(id, ben), seatId: seatIds[0] ?? null }]
    await w.asWorker((ctx) => giveSeats(ctx, { id, taking }))
    expect(await w.asViewer((ctx) => getSeat(ctx, seatIds[0] ?? ""))).toMatchObject({
      terms: [{ name: ben.name, chosenBy: "unopposed" }],
    })
  })
})

describe("What is kept of those who weren’t elected", () => {
  it("goes a year after it ended, and the count has numbers in place of their names", async () => {
    const { id } = await held("Long ago", 2)
    await w.asWorker((ctx) => showResult(ctx, { id }))
    const before = await w.asPublic((ctx) => getResult(ctx, id))
    const { closedAt } = await w.asViewer((ctx) => getElection(ctx, id))
    const on = (days: number) => new Date((closedAt?.getTime() ?? 0) + days * 86_400_000)
    const clears = (days: number) =>
      w.system((ctx) =>
        Promise.all(
          retention.map((one) => one.clear(ctx, new Date(on(days).getTime() - one.days * 86_400_000))),
        ),
      )
    await clears(364)
    expect(await nominationsOf(id)).toHaveLength(4)
    await clears(366)
    expect((await nominationsOf(id)).map(({ name, email }) => [name, email]).sort()).toEqual([
      [ann.name, ""],
      [ben.name, ""],
    ])
    const left = await w.system((ctx) =>
      ctx.tx.execute(sql`select a.nomination_id from nomination_addresses a join nominations n on n.id = a.nomination_id
        where n.election_id = ${id}::uuid`),
    )
    expect(left, "those elected are people here").toEqual([])
    const after = await w.asPublic((ctx) => getResult(ctx, id))
    for (const read of [
      after,
      await w.asViewer((ctx) => getResult(ctx, id)),
      await w.asPublic((ctx) => getBlt(ctx, id)),
    ]) {
      expect(JSON.stringify(read)).not.toContain(cat.name)
      expect(JSON.stringify(read)).not.toContain(dot.name)
      expect(JSON.stringify(read)).toContain(ann.name)
      expect(JSON.stringify(read)).toMatch(/Candidate \d/)
    }
    const votes = (result: typeof before) =>
      result?.count.rounds.map((stage) => Object.values(stage.votes).toSorted((one, other) => one - other))
    expect(votes(after)).toEqual(votes(before))
    const { blt } = await w.asPublic((ctx) => getBlt(ctx, id))
    expect(
      count(readBlt(blt), "scottish-stv", after ? lotsIn(after.count) : []),
      "it’s the same count",
    ).toEqual(after?.count)
    expect((await w.asViewer((ctx) => listStanding(ctx, id))).map(({ name }) => name).sort()).toEqual([
      ann.name,
      ben.name,
    ])
  })

  it("isn’t waiting for a seat: whoever was elected keeps what they need for it; whoever never stood goes, too", async () => {
    const waiting = await held("Long ago, undecided", DIFFERENT)
    const off = await v.plan("Long ago, called off")
    await w.asWorker((ctx) => publishElection(ctx, { id: off.id }))
    await v.putUp(off.id, dot)
    await w.asWorker((ctx) => callOff(ctx, { id: off.id, reason: "The board is no more." }))
    const picture = crypto.randomUUID()
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into files (lio_id, id, on_kind, on_id, kind, audience, name, digest, added_at)
        select lio_id, ${picture}::uuid, 'nomination', id, 'picture', 'staff', 'me.jpg', 'none', now() from nominations where election_id = ${off.id}::uuid`),
    )
    const later = new Date(Date.now() + 60 * 86_400_000)
    await w.system((ctx) => Promise.all(retention.map((one) => one.clear(ctx, later))))
    expect((await nominationsOf(waiting.id)).map(({ name, email }) => `${name} ${email}`).sort()).toEqual([
      `${ann.name} seated-0@ribble.example`,
      `${ben.name} seated-1@ribble.example`,
    ])
    expect(await nominationsOf(off.id)).toEqual([])
    const gone = await w.system((ctx) =>
      ctx.tx.execute(sql`select removed_at is not null as gone from files where id = ${picture}::uuid`),
    )
    expect([...gone]).toEqual([{ gone: true }])
  })
})
