import { describe, expect, it } from "vitest"
import { areas } from "@/db/schema"
import { changeCell } from "@/lib/cells/commands"
import { cellInput, changeCellInput } from "@/lib/cells/input"
import { changeCells } from "@/lib/cells/many/commands"
import { changeCellsInput } from "@/lib/cells/many/input"
import { openCells } from "@/lib/cells/many/queries"
import { openCell } from "@/lib/cells/queries"
import { found, NotAllowed, NotFound } from "@/lib/errors"
import { beginMembership, changeMembership } from "@/lib/memberships/commands"
import { listPeriods } from "@/lib/memberships/queries"
import { addType } from "@/lib/memberships/types/commands"
import { typeInput } from "@/lib/memberships/types/input"
import { openNeed } from "@/lib/needs/commands"
import { openNeedInput } from "@/lib/needs/input"
import { getNeed } from "@/lib/needs/queries"
import { addPerson } from "@/lib/people/commands"
import { getPerson } from "@/lib/people/queries"
import { CELLS } from "@/lib/rooms"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { getSession } from "@/lib/sessions/queries"
import { addTask } from "@/lib/tasks/commands"
import { getTask } from "@/lib/tasks/queries"
import { undoAct } from "@/lib/undo/commands"
import { undoInput } from "@/lib/undo/input"
import { world } from "./support/world"

const w = await world()
type As = typeof w.asWorker

const open = (of: string, id: string, column: string, as: As = w.asWorkerReading) =>
  as((ctx) => openCell(ctx, cellInput.parse({ of, id, column })))
const change = (of: string, id: string, column: string, value: string, as: As = w.asWorker, seen?: string) =>
  as((ctx) => changeCell(ctx, changeCellInput.parse({ of, id, column, value, seen })))
const undo = ({ undo: what, change: id }: { undo: string; change: string | null }, as: As = w.asWorker) =>
  as((ctx) => undoAct(ctx, undoInput.parse({ what, id })))

const [area] = await w.system((ctx) =>
  ctx.tx.insert(areas).values({ lioId: ctx.lio.id, kind: "neighbourhood", name: "Calderbank" }).returning(),
)
const person = await w.asWorker((ctx) =>
  addPerson(ctx, {
    name: "Nerys Pugh",
    email: "nerys@cells.example",
    phone: null,
    channel: null,
    about: "Keeps bees",
  }),
)
const need = await w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title: "A minibus at weekends" })))
const session = await w.asWorker((ctx) =>
  recordSession(
    ctx,
    recordSessionInput.parse({
      groupIds: [w.foodbank.id],
      kind: "phone",
      minutes: "30",
      note: "Talked about keys",
    }),
  ),
)
const task = await w.asWorker((ctx) =>
  addTask(ctx, { what: "Ring the hall", assigneeId: null, dueOn: "2031-05-06", groupId: w.foodbank.id }),
)
const type = await w.asManager((ctx) =>
  addType(
    ctx,
    typeInput.parse({
      name: "Cell member",
      fee: "25",
      standing: "member",
      period: "rolling",
      months: "12",
      renewalDays: "30",
      graceDays: "30",
    }),
  ),
)
const period = await w.asWorker((ctx) =>
  beginMembership(ctx, { groupId: w.foodbank.id, typeId: type.id, startsOn: ctx.today }),
)
const rows: Record<string, [id: string, column: string, value: string]> = {
  person: [person.id, "phone", "01282 555 010"],
  need: [need.id, "area", found(area).id],
  session: [session.id, "minutes", "45"],
  task: [task.id, "due", "2031-05-09"],
  membership: [period.id, "paid", "2026-01-02"],
}

describe("A cell of a list", () => {
  it("of a person is their phone or address, checked as on their page, and undone", async () => {
    const done = await change("person", person.id, "phone", "01282 555 009")
    expect(await w.asWorker((ctx) => getPerson(ctx, person.id))).toMatchObject({
      phone: "01282 555 009",
      email: "nerys@cells.example",
      about: "Keeps bees",
    })
    await expect(change("person", person.id, "email", "no address")).rejects.toMatchObject({
      field: "value",
      message: expect.stringContaining("name@example.org"),
    })
    await undo(done)
    expect((await open("person", person.id, "phone")).value).toEqual([])
  })

  it("of a need is its areas or themes, and changes nothing else", async () => {
    const done = await change("need", need.id, "area", found(area).id)
    expect(await w.asWorker((ctx) => getNeed(ctx, need.id))).toMatchObject({
      areas: [{ name: "Calderbank" }],
      title: "A minibus at weekends",
      themes: [],
    })
    await undo(done)
    expect((await w.asWorker((ctx) => getNeed(ctx, need.id))).areas).toEqual([])
  })

  it("of a session is what it counts for and how long it took", async () => {
    const counted = await change("session", session.id, "function", "liaison")
    const longer = await change("session", session.id, "minutes", "75")
    const now = () => w.asWorker((ctx) => getSession(ctx, session.id))
    expect(await now()).toMatchObject({ function: "liaison", minutes: 75, note: "Talked about keys" })
    await undo(counted)
    await undo(longer)
    expect(await now()).toMatchObject({ function: "support", minutes: 30 })
    for (const wrong of ["", "soon", "100000"])
      await expect(change("session", session.id, "minutes", wrong)).rejects.toMatchObject({ field: "value" })
  })

  it("of a task is its day and who does it", async () => {
    const moved = await change("task", task.id, "due", "2031-06-07")
    const given = await change("task", task.id, "who", w.worker.id)
    const now = () => w.asWorker((ctx) => getTask(ctx, task.id))
    expect(await now()).toMatchObject({ dueOn: "2031-06-07", assigneeId: w.worker.id })
    await undo(given)
    await undo(moved)
    expect(await now()).toMatchObject({ dueOn: "2031-05-06", assigneeId: null })
    await expect(change("task", task.id, "who", w.lead.id)).rejects.toMatchObject({ field: "value" })
  })

  it("of a membership is the day on which its fee was paid, once", async () => {
    const paid = await change("membership", period.id, "paid", "2026-02-03")
    const now = async () =>
      (await w.asWorker((ctx) => listPeriods(ctx, w.foodbank.id))).find(({ id }) => id === period.id)
    expect((await now())?.paidOn).toBe("2026-02-03")
    await expect(open("membership", period.id, "paid")).rejects.toThrow("This is paid")
    await undo(paid)
    expect((await now())?.paidOn).toBeNull()
    await w.asWorker((ctx) =>
      changeMembership(ctx, {
        ...{ groupId: w.foodbank.id, id: period.id, startsOn: null, endsOn: null },
        ...{ feePence: null, paidOn: null },
      }),
    )
    await expect(open("membership", period.id, "paid")).rejects.toThrow("no fee")
    await w.asWorker((ctx) =>
      changeMembership(ctx, {
        ...{ groupId: w.foodbank.id, id: period.id, startsOn: ctx.today, endsOn: null },
        ...{ feePence: 2500, paidOn: null },
      }),
    )
  })

  it("that somebody changed meanwhile is shown as they left it, and not undone over their heads", async () => {
    const { seen } = await open("need", need.id, "area")
    const theirs = await change("need", need.id, "area", found(area).id, w.asManager)
    await expect(change("need", need.id, "area", "", w.asWorker, seen)).rejects.toMatchObject({
      theirs: { value: "Calderbank" },
    })
    await change("need", need.id, "area", "")
    await expect(undo(theirs)).rejects.toThrow("changed again since")
    const phone = await open("person", person.id, "phone")
    await change("person", person.id, "phone", "01282 1", w.asManager)
    await expect(
      change("person", person.id, "phone", "01282 2", w.asWorker, phone.seen),
    ).rejects.toMatchObject({
      theirs: { value: "01282 1" },
    })
  })

  it("that is saved as it was changes nothing, and leaves no line in the log", async () => {
    const { value } = await open("session", session.id, "minutes")
    expect(await change("session", session.id, "minutes", found(value[0]))).toMatchObject({ change: null })
  })

  it("is for staff who may change it, in their own LIO, in every list that has cells", async () => {
    expect(Object.keys(rows).sort()).toEqual([...CELLS.keys()].filter((of) => of !== "group").sort())
    for (const [of, [id, column, value]] of Object.entries(rows)) {
      for (const as of [w.asViewer, w.asLead, w.asMember]) {
        await expect(open(of, id, column, as), of).rejects.toThrow(
          /NotAllowed|NotFound|may|only|Only|nothing/,
        )
        const refused = await change(of, id, column, value, as).catch((refusal) => refusal)
        expect(refused instanceof NotAllowed || refused instanceof NotFound, of).toBe(true)
      }
      await expect(open(of, id, column, w.asOtherManager), of).rejects.toThrow(NotFound)
      await expect(change(of, id, column, value, w.asOtherManager), of).rejects.toThrow(NotFound)
      const done = await change(of, id, column, value)
      for (const as of [w.asViewer, w.asLead]) {
        const refused = await undo(done, as).catch((refusal) => refusal)
        expect(refused instanceof NotAllowed || refused instanceof NotFound, of).toBe(true)
      }
      await expect(undo(done, w.asOtherManager), of).rejects.toThrow(NotFound)
      await undo(done)
      const other = { of, id, column: "name" }
      expect(cellInput.safeParse(other).success, of).toBe(false)
    }
    expect(cellInput.safeParse({ of: "lio", id: person.id, column: "name" }).success).toBe(false)
  })

  it("of several rows is set at once and undone at once; one that was changed since stays as it is", async () => {
    const more = await Promise.all(
      ["A hall with heating", "A van"].map((title) =>
        w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title }))),
      ),
    )
    const id = more.map((one) => one.id)
    const asked = { of: "need", column: "area", id, value: found(area).id, from: "state=open" }
    const set = (as: As = w.asWorker) => as((ctx) => changeCells(ctx, changeCellsInput.parse(asked)))
    const areas = async () =>
      (await Promise.all(id.map((one) => w.asWorker((ctx) => getNeed(ctx, one))))).map(
        (one) => one.areas[0]?.name ?? null,
      )
    for (const as of [w.asViewer, w.asLead]) await expect(set(as)).rejects.toThrow(NotAllowed)
    await expect(set(w.asOtherManager)).rejects.toThrow(NotFound)
    expect((await w.asWorkerReading((ctx) => openCells(ctx, asked))).rows.map(({ name }) => name)).toEqual([
      "“A hall with heating”",
      "“A van”",
    ])
    const first = await set()
    expect(first).toMatchObject({ rows: "2 needs", refused: [], from: "state=open" })
    expect(await areas()).toEqual(["Calderbank", "Calderbank"])
    expect(await set()).toMatchObject({ change: null })
    await change("need", found(id[1]), "area", "")
    const back = (as: As) => as((ctx) => undoAct(ctx, undoInput.parse({ what: "acts", id: first.change })))
    await expect(back(w.asViewer)).rejects.toThrow(NotAllowed)
    for (const as of [w.asLead, w.asOtherManager]) await expect(back(as)).rejects.toThrow(NotFound)
    expect(await back(w.asWorker)).toMatchObject({ text: expect.stringContaining("1 of 2") })
    expect(await areas()).toEqual([null, null])
    await expect(back(w.asWorker)).rejects.toThrow("changed again since")
    const none = { ...asked, id: [] }
    expect(changeCellsInput.safeParse(none).success).toBe(false)
    expect(changeCellsInput.safeParse({ ...asked, column: "title" }).success).toBe(false)
  })
})
