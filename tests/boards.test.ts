import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { asPerson } from "@/lib/access/doors"
import { daysAfter } from "@/lib/days"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addFiles } from "@/lib/files/commands"
import { listFiles } from "@/lib/files/queries"
import { readUpload } from "@/lib/files/reading/content"
import { listAlarms } from "@/lib/partnerships/alarms/queries"
import { endBoard, openBoard, turnBoard } from "@/lib/partnerships/commands"
import { addDecision } from "@/lib/partnerships/decisions/commands"
import { listDecisions } from "@/lib/partnerships/decisions/queries"
import { declareInterests } from "@/lib/partnerships/declarations/commands"
import { listDeclared } from "@/lib/partnerships/declarations/queries"
import { writeHandover } from "@/lib/partnerships/handover/commands"
import { listHandovers } from "@/lib/partnerships/handover/queries"
import { openBoardInput } from "@/lib/partnerships/input"
import { getBoard, listBoards, listOwnBoards } from "@/lib/partnerships/queries"
import { addSeat, endTerm, startTerm } from "@/lib/partnerships/seats/commands"
import { addSeatInput, type StartTerm } from "@/lib/partnerships/seats/input"
import { getSeat } from "@/lib/partnerships/seats/queries"
import { getSpeaker, listSpokenFor } from "@/lib/partnerships/speaking/queries"
import { world } from "./support/world"

const w = await world()
const rita = await w.system((ctx) =>
  make.speaker(ctx, {
    name: "Rita Rep",
    email: "rita@ribble.example",
    groups: [w.choir],
    speaks: "member",
  }),
)

const opened = (name: string) =>
  w.asWorker((ctx) => openBoard(ctx, openBoardInput.parse({ name, bodyIds: [w.council.id] })))
const seated = async (name: string) => {
  const board = await opened(name)
  const seat = await w.asWorker((ctx) =>
    addSeat(ctx, addSeatInput.parse({ boardId: board.id, title: "Sector seat", termMonths: "36" })),
  )
  return { board: board.id, seat: seat.id }
}
const term = (seatId: string, over: Partial<StartTerm> = {}): StartTerm => ({
  seatId,
  groupIds: [w.choir.id],
  groupName: null,
  picks: [],
  newGroups: [],
  name: "Rita Rep",
  email: "rita@ribble.example",
  holds: "representative",
  chosenBy: "network",
  chosenNote: null,
  startsOn: null,
  endsOn: null,
  named: false,
  ...over,
})
const start = (seatId: string, over?: Partial<StartTerm>) =>
  w.asWorker((ctx) => startTerm(ctx, term(seatId, over)))
const asRita = <T>(work: Parameters<typeof asPerson<T>>[2], now?: Date) =>
  asPerson("ribble", { email: "rita@ribble.example" }, work, { now })

describe("A board", () => {
  it("is kept by workers, read by all staff and by no one of another LIO", async () => {
    await expect(w.asViewer((ctx) => openBoard(ctx, openBoardInput.parse({ name: "X" })))).rejects.toThrow(
      NotAllowed,
    )
    const { id } = await opened("Health and Wellbeing Board")
    const board = await w.asViewer((ctx) => getBoard(ctx, id))
    expect(board).toMatchObject({ name: "Health and Wellbeing Board", bodies: [{ id: w.council.id }] })
    await expect(w.asOtherManager((ctx) => getBoard(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => listBoards(ctx))).rejects.toThrow(NotAllowed)
  })

  it("counts a seat as vacant until somebody is chosen, and again where their term ended or never began", async () => {
    const { board, seat } = await seated("Transport Forum")
    const vacant = async () => (await w.asViewer(listBoards)).find(({ id }) => id === board)?.vacant
    expect(await vacant()).toBe(1)
    const today = await w.asWorker(async (ctx) => ctx.today)
    await start(seat, { startsOn: daysAfter(today, 7) })
    expect(await vacant(), "somebody was chosen, who begins next week").toBe(0)
    const alarms = await w.asWorker(listAlarms)
    expect(alarms.filter(({ boardId }) => boardId === board)).toEqual([])
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seat))
    const end = { ending: "stepped_down" as const, endedReason: null }
    await w.asWorker((ctx) =>
      endTerm(ctx, { id: terms[0]?.termId ?? "", ...end, endedOn: daysAfter(today, 7) }),
    )
    expect(await vacant()).toBe(1)
    await start(seat)
    expect(await vacant()).toBe(0)
  })

  it("has one representative a seat at a time, whoever is quicker", async () => {
    const { seat } = await seated("Housing Board")
    const both = await Promise.allSettled([
      start(seat),
      start(seat, { name: "Somebody Else", email: "else@ribble.example" }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    await expect(start(seat, { name: "A Third", email: null })).rejects.toThrow("End their term first.")
    await start(seat, { name: "A Third", email: null, holds: "substitute" })
  })

  it("works out when a term ends, and refuses one that ends before it begins", async () => {
    const { seat } = await seated("Skills Board")
    await expect(start(seat, { startsOn: "2026-03-01", endsOn: "2026-02-01" })).rejects.toThrow(RuleBroken)
    await start(seat, { startsOn: "2026-02-28" })
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seat))
    expect(terms[0]).toMatchObject({ from: "2026-02-28", until: "2029-02-28", name: "Rita Rep" })
  })

  it("ends with its seats and terms", async () => {
    const { board, seat } = await seated("Old Board")
    await start(seat)
    await w.asWorker((ctx) => endBoard(ctx, { id: board, reason: "Merged into the new one" }))
    expect((await w.asViewer((ctx) => getSeat(ctx, seat))).terms[0]).toMatchObject({
      ending: "board_ended",
      inOffice: false,
    })
    await expect(start(seat, { holds: "substitute" })).rejects.toThrow("This seat has ended.")
    await expect(asRita((ctx) => getBoard(ctx, board))).resolves.toMatchObject({ inside: false })
  })
})

describe("A representative", () => {
  it("has no place here before they hold a seat, sees just their boards then, and nothing from the day it ends", async () => {
    const lone = { name: "Lone Voice", email: "lone@ribble.example" }
    const asLone = <T>(work: Parameters<typeof asPerson<T>>[2]) =>
      asPerson("ribble", { email: lone.email }, work)
    const { board, seat } = await seated("Crime Board")
    const { board: elsewhere } = await seated("Another Board")
    await expect(asLone(listOwnBoards)).rejects.toThrow(NotFound)
    await start(seat, lone)
    expect(
      await asLone(async (ctx) => [ctx.actor.kind, (await listOwnBoards(ctx)).map(({ id }) => id)]),
    ).toEqual(["representative", [board]])
    expect((await asLone((ctx) => getBoard(ctx, board))).inside).toBe(true)
    expect((await asLone((ctx) => getBoard(ctx, elsewhere))).inside).toBe(false)
    await expect(asLone((ctx) => listDeclared(ctx, elsewhere))).rejects.toThrow(NotAllowed)
    await expect(asLone(listBoards)).rejects.toThrow(NotAllowed)
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seat))
    await w.asWorker((ctx) =>
      endTerm(ctx, { id: terms[0]?.termId ?? "", ending: "recalled", endedReason: "x", endedOn: null }),
    )
    await expect(asLone(listOwnBoards)).rejects.toThrow(NotFound)
  })

  it("reads the papers of their board, which no group and no other representative does", async () => {
    const { board, seat } = await seated("Papers Board")
    const { seat: elsewhere } = await seated("Other Papers Board")
    const lone = { name: "Paper Reader", email: "papers@ribble.example" }
    await start(seat, lone)
    await start(elsewhere)
    const bytes = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
    const put = async (name: string, audience: string) => {
      const uploads = [await readUpload({ name, bytes: Buffer.concat([bytes, Buffer.from(name)]) })]
      await w.asWorker((ctx) =>
        addFiles(ctx, { onKind: "board", onId: board, kind: "minutes", runsUntil: null, audience, uploads }),
      )
    }
    await put("Inside.pdf", `board:${board}`)
    await put("Staff.pdf", "staff")
    const asReader = <T>(work: Parameters<typeof asPerson<T>>[2]) =>
      asPerson("ribble", { email: lone.email }, work)
    const names = (list: { files: { name: string }[] }) => list.files.map(({ name }) => name).sort()
    expect(names(await asReader((ctx) => listFiles(ctx, "board", board)))).toEqual(["Inside.pdf"])
    expect(names(await w.asViewer((ctx) => listFiles(ctx, "board", board)))).toEqual([
      "Inside.pdf",
      "Staff.pdf",
    ])
    for (const as of [w.asLead, asRita]) {
      await expect(as((ctx) => listFiles(ctx, "board", board))).rejects.toThrow(NotFound)
      const seen = await as((ctx) => ctx.tx.execute(sql`select name from files where on_id = ${board}`))
      expect([...seen], "not by SQL either").toEqual([])
    }
  })

  it("keeps their group’s pages beside the board, and may put them aside", async () => {
    const { board, seat } = await seated("Culture Board")
    await start(seat, { groupIds: [w.foodbank.id], name: "Leila Lead", email: "lead@ribble.example" })
    expect(
      await w.asLead(async ({ actor }) => [actor.kind, "groups" in actor && actor.groups.length]),
    ).toEqual(["member", 1])
    const hat = { email: "lead@ribble.example", hat: "representative" as const }
    const worn = await asPerson("ribble", hat, async ({ actor }) => actor)
    expect(worn).toMatchObject({ kind: "representative", groups: [], seats: [{ boardId: board }] })
    const nothing = { email: "outsider@ribble.example", hat: "representative" as const }
    expect((await asPerson("ribble", nothing, async ({ actor }) => actor)).kind).toBe("member")
  })

  it("declares interests each year, themselves or through staff, and nobody else does it for them", async () => {
    const { board, seat } = await seated("Climate Board")
    await start(seat)
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seat))
    const said = { termId: terms[0]?.termId ?? "", interests: "some" as const, words: "My son works there." }
    expect((await asRita((ctx) => listDeclared(ctx, board)))[0]).toMatchObject({
      due: true,
      declaredOn: null,
    })
    await expect(w.asLead((ctx) => declareInterests(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(asRita((ctx) => declareInterests(ctx, { ...said, interests: "none" }))).rejects.toThrow(
      "Choose Yes, or empty the box",
    )
    await asRita((ctx) => declareInterests(ctx, said))
    expect((await w.asViewer((ctx) => listDeclared(ctx, board)))[0]).toMatchObject({
      words: "My son works there.",
      due: false,
    })
    const inAYear = new Date(Date.now() + 366 * 86_400_000)
    expect((await asRita((ctx) => listDeclared(ctx, board), inAYear))[0]?.due).toBe(true)
    await w.asWorker((ctx) => declareInterests(ctx, { ...said, interests: "none", words: null }))
    expect((await asRita((ctx) => listDeclared(ctx, board)))[0]?.words).toBeNull()
  })

  it("hands over to whoever comes next, who is written to and reads it; nobody else does", async () => {
    const { board, seat } = await seated("Handing Board")
    await start(seat)
    const [first] = (await w.asViewer((ctx) => getSeat(ctx, seat))).terms
    const left = { termId: first?.termId ?? "", words: "Ring Priya first." }
    await expect(w.asLead((ctx) => writeHandover(ctx, left))).rejects.toThrow(NotAllowed)
    await asRita((ctx) => writeHandover(ctx, left))
    const end = { ending: "completed" as const, endedReason: null, endedOn: null }
    await w.asWorker((ctx) => endTerm(ctx, { id: left.termId, ...end }))
    await start(seat, { groupIds: [w.foodbank.id], name: "Leila Lead", email: "lead@ribble.example" })
    const read = await w.asLead((ctx) => listHandovers(ctx, board))
    expect(read).toMatchObject([{ name: "Rita Rep", words: "Ring Priya first." }])
    await expect(w.asOutsider((ctx) => listHandovers(ctx, board))).rejects.toThrow(NotAllowed)
    await expect(
      asRita((ctx) => writeHandover(ctx, left)),
      "their term is over",
    ).rejects.toThrow(NotFound)
    const [welcomed] = await w.system((ctx) =>
      ctx.tx.execute<{ count: number }>(sql`
        select count(*)::int as count from letters where letter = 'board-welcome' and props ->> 'board' = 'Handing Board'`),
    )
    expect(welcomed?.count).toBe(2)
  })

  it("is the person of that group who is meant: by address, else by name, else somebody new", async () => {
    const { seat } = await seated("Sports Board")
    await start(seat, { name: "rita rep", email: null })
    expect((await w.asViewer((ctx) => getSeat(ctx, seat))).terms[0]?.personId).toBe(rita.id)
    await start(seat, { name: "Nia Newcomer", email: null, holds: "substitute" })
    const { terms } = await w.asViewer((ctx) => getSeat(ctx, seat))
    expect(terms.find(({ holds }) => holds === "substitute")).toMatchObject({
      name: "Nia Newcomer",
      group: "Côr Meibion Llanfair",
    })
  })
})

describe("Who speaks for groups", () => {
  it("is public for boards that are shown, with names only of those who agreed", async () => {
    const { board, seat } = await seated("Public Board")
    await start(seat)
    const shown = async () => (await w.asPublic(listSpokenFor)).find(({ id }) => id === board)
    expect(await shown()).toBeUndefined()
    expect(
      (await w.asOutsider(listSpokenFor)).find(({ id }) => id === board)?.seats[0]?.speakers,
    ).toHaveLength(1)
    await w.asWorker((ctx) => turnBoard(ctx, { id: board, to: "shown" }))
    expect((await shown())?.seats[0]).toMatchObject({ vacant: false, speakers: [] })
    await expect(w.asPublic((ctx) => getSpeaker(ctx, rita.id))).rejects.toThrow(NotFound)
    await start(seat, { name: "Sub Stitute", email: null, holds: "substitute", named: true })
    const substitute = (await shown())?.seats[0]?.speakers[0]
    expect(substitute?.name).toBe("Sub Stitute")
    const page = await w.asPublic((ctx) => getSpeaker(ctx, substitute?.personId ?? ""))
    expect(page.terms).toHaveLength(1)
  })

  it("shows what was decided to whom it is for", async () => {
    const { board } = await seated("Deciding Board")
    await w.asWorker((ctx) => turnBoard(ctx, { id: board, to: "shown" }))
    for (const audience of ["public", "members", "staff"] as const)
      await w.asWorker((ctx) =>
        addDecision(ctx, { boardId: board, on: null, words: audience, themeIds: [], needIds: [], audience }),
      )
    const read = async (rows: Promise<{ words: string }[]>) => (await rows).map(({ words }) => words).sort()
    expect(await read(w.asPublic((ctx) => listDecisions(ctx, board)))).toEqual(["public"])
    expect(await read(w.asLead((ctx) => listDecisions(ctx, board)))).toEqual(["members", "public"])
    expect(await read(w.asViewer((ctx) => listDecisions(ctx, board)))).toEqual(["members", "public", "staff"])
    await expect(
      w.asViewer((ctx) =>
        addDecision(ctx, {
          boardId: board,
          on: null,
          words: "x",
          themeIds: [],
          needIds: [],
          audience: "staff",
        }),
      ),
    ).rejects.toThrow(NotAllowed)
  })
})
