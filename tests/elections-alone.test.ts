import { sql } from "drizzle-orm"
import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { Notice } from "@/app/[lio]/elections/_parts/notice"
import { asPerson } from "@/lib/access/doors"
import { listAlarms } from "@/lib/partnerships/alarms/queries"
import { alarmInWords } from "@/lib/partnerships/alarms/words"
import { callOff, changeElection, planElection, publishElection } from "@/lib/partnerships/elections/commands"
import { changeElectionInput, planElectionInput } from "@/lib/partnerships/elections/input"
import { getElection } from "@/lib/partnerships/elections/queries"
import { startTerm } from "@/lib/partnerships/seats/commands"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { formatDate } from "@/lib/words"
import { voting } from "./support/election"
import { world } from "./support/world"

const w = await world()
const v = voting(w)
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const said = (seatIds: string[], title: string) => ({
  ...{ seatIds, title, ruleAsked: "usual", endorsements: "0" },
  ...{ nominationsUntil: dayIn(21), votingFrom: dayIn(28), votingUntil: dayIn(42) },
})
const plans = (boardId: string, seatIds: string[], title: string) =>
  w.asWorker((ctx) => planElection(ctx, planElectionInput.parse({ boardId, ...said(seatIds, title) })))
const fills = (seatId: string, holds: "representative" | "substitute") =>
  w.asWorker((ctx) =>
    startTerm(ctx, {
      ...{ seatId, groupIds: [w.choir.id], groupName: null, picks: [], newGroups: [], name: "Hand Picked" },
      ...{
        email: null,
        holds,
        chosenBy: "network",
        chosenNote: null,
        startsOn: null,
        endsOn: null,
        named: false,
      },
    }),
  )

describe("A seat for which groups choose", () => {
  it("has one vote at a time, from when it is planned until it has ended or is called off", async () => {
    const { id, boardId, seatIds } = await v.plan("Only vote", {}, 3)
    const [one = "", two = ""] = seatIds
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "Too many seats at once." }))
    const first = await plans(boardId, [one], "First")
    await expect(plans(boardId, [one, two], "Second")).rejects.toThrow(
      "A vote about Seat 1 is planned already: “First”.",
    )
    const other = await plans(boardId, [two], "Other")
    const changes = (seats: string[]) =>
      w.asWorker((ctx) =>
        changeElection(ctx, changeElectionInput.parse({ id: other.id, ...said(seats, "Other") })),
      )
    await changes([two])
    await expect(changes([one, two])).rejects.toThrow("is planned already")
    await w.asWorker((ctx) => publishElection(ctx, { id: first.id }))
    await expect(plans(boardId, [one], "Second")).rejects.toThrow(
      "Groups are choosing for Seat 1 already: “First”. Call that vote off first.",
    )
    await w.asWorker((ctx) => callOff(ctx, { id: first.id, reason: "Anew." }))
    await plans(boardId, [one], "Second")
  })

  it("is voted for after nominations: a day before them is refused at that day, also where the roll’s is left empty", async () => {
    const early = { votingFrom: dayIn(20) }
    await expect(v.plan("Too early", early)).rejects.toMatchObject({
      ...{ message: "Voting must open after nominations have closed.", field: "votingFrom" },
    })
    await expect(v.plan("Late roll", { rollOn: dayIn(30) })).rejects.toMatchObject({ field: "rollOn" })
  })

  it("is refused at each of its days that can’t be meant, all in one round, when it is planned and when it is changed", async () => {
    const troubles = (over: Record<string, string>) =>
      v.plan("Odd days", over).then(
        () => ({}),
        ({ field, message, also }) => ({ [field]: message, ...also }),
      )
    const far = "Check the year: this is more than 2 years ahead."
    const roll = "Enter today or a later day, or leave it empty."
    const early = "Enter a day after voting has closed, or leave it empty."
    expect(
      await troubles({ rollOn: "1999-09-09", startsOn: "2020-04-01", votingUntil: "2999-01-01" }),
    ).toEqual({ votingUntil: far, rollOn: roll, startsOn: early })
    expect(await troubles({ rollOn: dayIn(-1), startsOn: dayIn(42) })).toEqual({
      rollOn: roll,
      startsOn: early,
    })
    expect(await troubles({ nominationsUntil: dayIn(-1), startsOn: "2999-01-01" })).toEqual({
      nominationsUntil: "Enter a day that is still to come.",
      startsOn: far,
    })
    const { id, seatIds } = await v.plan("Even days", { rollOn: dayIn(0), startsOn: dayIn(43) })
    const changes = (over: Record<string, string>, now?: Date) =>
      asPerson(
        "ribble",
        { email: "worker@ribble.example" },
        (ctx) =>
          changeElection(ctx, changeElectionInput.parse({ id, ...said(seatIds, "Even days"), ...over })),
        { now },
      )
    await expect(changes({ rollOn: dayIn(-1) })).rejects.toMatchObject({ field: "rollOn", message: roll })
    await expect(changes({ startsOn: dayIn(41) })).rejects.toMatchObject({
      field: "startsOn",
      message: early,
    })
    const later = new Date(Date.now() + 3 * 86_400_000)
    await changes({ rollOn: dayIn(0) }, later)
    await expect(changes({ rollOn: dayIn(1) }, later)).rejects.toMatchObject({ field: "rollOn" })
  })

  it("says on its page when the term begins", async () => {
    const shown = async (over: Record<string, string>) => {
      const { id } = await v.plan("Its page", over)
      const election = await w.asViewer((ctx) => getElection(ctx, id))
      return renderToStaticMarkup(Notice({ election, zone: "Europe/London" }))
    }
    const first = "First day of the term"
    expect(await shown({ startsOn: dayIn(50) })).toMatch(new RegExp(`${first}.*${formatDate(dayIn(50))}`))
    expect(await shown({})).toMatch(new RegExp(`${first}.*The day after the count`))
  })

  it("is announced for once, also where two were planned before this was a rule", async () => {
    const { id, boardId, seatIds } = await v.plan("Twins", {}, 2)
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "Anew." }))
    const [one, two] = [
      await plans(boardId, [seatIds[0] ?? ""], "Twin 1"),
      await plans(boardId, [seatIds[1] ?? ""], "Twin 2"),
    ]
    await w.asWorker((ctx) => publishElection(ctx, { id: one.id }))
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into election_seats (lio_id, election_id, seat_id)
      values (${ctx.lio.id}, ${two.id}::uuid, ${seatIds[0]}::uuid)`),
    )
    await expect(w.asWorker((ctx) => publishElection(ctx, { id: two.id }))).rejects.toThrow("Twin 1")
  })

  it("isn’t filled by hand while they do; somebody may stand in meanwhile", async () => {
    const { id, seatIds } = await v.plan("Not by hand")
    const seatId = seatIds[0] ?? ""
    await w.asWorker((ctx) => publishElection(ctx, { id }))
    await expect(fills(seatId, "representative")).rejects.toThrow(
      "Groups are choosing for this seat: “Not by hand”. Call that vote off first.",
    )
    await fills(seatId, "substitute")
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "Nobody could meet." }))
    await fills(seatId, "representative")
    expect((await w.asViewer((ctx) => getSeat(ctx, seatId))).terms).toHaveLength(2)
  })

  it("isn’t merely vacant to staff: they read that a vote is running, and go to it", async () => {
    const { id, boardId, seatIds } = await v.plan("Alarmed seat")
    const alarm = async () =>
      (await w.asViewer(listAlarms))
        .filter((one) => one.boardId === boardId)
        .map((one) => [alarmInWords(one), one.path])
    const vacant = [["Seat 1 on Alarmed seat is vacant", `partnerships/${boardId}/seats/${seatIds[0]}`]]
    expect(await alarm()).toEqual(vacant)
    await w.asWorker((ctx) => publishElection(ctx, { id }))
    const [[words, path] = []] = await alarm()
    expect(words).toMatch(/^Seat 1 on Alarmed seat is vacant, and groups are choosing: voting closes on /)
    expect(path).toBe(`partnerships/elections/${id}`)
    await w.asWorker((ctx) => callOff(ctx, { id, reason: "Anew." }))
    expect(await alarm()).toEqual(vacant)
  })
})
