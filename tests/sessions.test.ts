import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, groups } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound, type RuleBroken } from "@/lib/errors"
import { listQuery, readList } from "@/lib/lists/input"
import { unreadIn } from "@/lib/lists/words"
import { changeSession } from "@/lib/sessions/change/commands"
import { recordSession, restoreSession, undoSession } from "@/lib/sessions/commands"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { sessionList } from "@/lib/sessions/list/filters"
import { listSessions } from "@/lib/sessions/list/queries"
import { getLastKind, getSession } from "@/lib/sessions/queries"
import { listTasksOfSession } from "@/lib/tasks/queries"
import { world } from "./support/world"

const w = await world()
const NOON = new Date("2026-06-04T11:00:00Z")

type Said = Record<string, string | string[]>
const input = (more: Said) =>
  recordSessionInput.parse({ kind: "phone", note: "Talked about the lease", ...more })
const at = <T>(now: Date, work: (ctx: Ctx) => Promise<T>, email = "worker@ribble.example") =>
  asPerson("ribble", { email }, work, { now })
const recordAt = (now: Date, more: Said, email?: string) =>
  at(now, (ctx) => recordSession(ctx, input(more)), email)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as RuleBroken,
  )
const contactOf = async (id: string) => {
  const [row] = await w.system((ctx) =>
    ctx.tx
      .select({ on: groups.lastContactOn, by: groups.lastContactBy })
      .from(groups)
      .where(eq(groups.id, id)),
  )
  return row
}
const newGroup = (name: string) =>
  recordAt(NOON, { newGroups: [name] }).then(({ groups: [group] }) => group ?? { id: "", name })

describe("Recording a session", () => {
  it("needs a group and a note, and the rest has a usual value", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    const session = await w.asWorker((ctx) => getSession(ctx, made.id))
    expect(session).toMatchObject({
      on: "2026-06-04",
      minutes: 30,
      kind: "phone",
      function: "support",
      by: "Wendy Worker",
    })
    expect(session.groups).toEqual([w.foodbank])
    expect(await contactOf(w.foodbank.id)).toEqual({ on: "2026-06-04", by: "Wendy Worker" })
    expect(await w.asWorker(getLastKind)).toBe("phone")
  })

  it("counts today by the LIO's clock, not Greenwich's", async () => {
    const made = await recordAt(new Date("2026-07-01T23:30:00Z"), { groupIds: [w.loner.id] })
    expect((await w.asWorker((ctx) => getSession(ctx, made.id))).on).toBe("2026-07-02")
  })

  it("stands on the timeline of each of its groups, and counts once in the hours", async () => {
    const made = await recordAt(NOON, {
      groupIds: [w.foodbank.id, w.choir.id],
      minutes: "90",
      note: "Joint bid",
    })
    const rows = await w.system((ctx) => ctx.tx.select().from(events).where(eq(events.subjectId, made.id)))
    expect(rows.map((row) => row.groupId).sort()).toEqual([w.foodbank.id, w.choir.id].sort())
    expect(rows[0]?.summary).toBe("Phone call, 1 hour 30 minutes: Joint bid")
    const list = await w.asWorker((ctx) =>
      listSessions(ctx, readList(sessionList, { whose: "team", q: "joint bid" })),
    )
    expect(list).toMatchObject({ total: 1, minutes: 90 })
    expect(list.rows[0]?.groups.map((group) => group.name)).toEqual([
      "Clitheroe Food Bank",
      "Côr Meibion Llanfair",
    ])
  })

  it("keeps the task in the same save", async () => {
    const made = await recordAt(NOON, {
      groupIds: [w.foodbank.id],
      stepWhat: "Send the lease guide",
      stepWho: w.worker.id,
      stepDue: "2026-06-11",
    })
    const [step] = await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))
    expect(step).toMatchObject({
      what: "Send the lease guide",
      dueOn: "2026-06-11",
      assignee: "Wendy Worker",
      groupId: w.foodbank.id,
    })
  })

  it("refuses a task for somebody who does not work here, and then keeps nothing", async () => {
    const before = await w.asWorker((ctx) => listSessions(ctx, readList(sessionList, { whose: "team" })))
    const error = await refusal(
      recordAt(NOON, { groupIds: [w.foodbank.id], stepWhat: "Ring", stepWho: w.lead.id }),
    )
    expect(error).toMatchObject({ field: "stepWho" })
    const after = await w.asWorker((ctx) => listSessions(ctx, readList(sessionList, { whose: "team" })))
    expect(after.total).toBe(before.total)
  })

  it("says what is missing", () => {
    const missing = recordSessionInput.safeParse({
      kind: "phone",
      note: " ",
      minutes: "other",
      stepDue: "2026-06-11",
    })
    const messages = missing.error?.issues.map((issue) => issue.message)
    expect(messages).toContain("Enter what you did or talked about")
    const unfinished = recordSessionInput.safeParse({
      kind: "phone",
      note: "x",
      minutes: "other",
      stepDue: "2026-06-11",
    })
    expect(unfinished.error?.issues.map((issue) => issue.path.join("."))).toEqual(["minutesOther"])
  })

  it("refuses a day that is still to come", async () => {
    expect(await refusal(recordAt(NOON, { groupIds: [w.foodbank.id], on: "2026-06-05" }))).toMatchObject({
      field: "on",
    })
  })
})

describe("Who may record", () => {
  it.each([
    ["a trustee who looks on", w.asViewer],
    ["a member", w.asMember],
    ["a lead", w.asLead],
  ])("not %s", async (_who, as) => {
    await expect(as((ctx) => recordSession(ctx, input({ groupIds: [w.foodbank.id] })))).rejects.toThrow(
      NotAllowed,
    )
  })

  it("a trustee may look, a member may not, another LIO sees nothing", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    expect((await w.asViewer((ctx) => getSession(ctx, made.id))).id).toBe(made.id)
    await expect(w.asLead((ctx) => getSession(ctx, made.id))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listSessions(ctx, readList(sessionList, {})))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => getSession(ctx, made.id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => undoSession(ctx, made))).rejects.toThrow(NotFound)
    expect(
      (await w.asOtherManager((ctx) => listSessions(ctx, readList(sessionList, { whose: "team" })))).total,
    ).toBe(0)
  })
})

describe("Taking a session back", () => {
  it("takes its hours, tasks and last contact with it, and putting it back brings them again", async () => {
    const { id: group } = await newGroup("Undoers United")
    const made = await recordAt(new Date("2026-06-06T09:00:00Z"), {
      groupIds: [group],
      stepWhat: "Ring back",
      stepWho: w.worker.id,
    })
    await at(new Date("2026-06-06T10:00:00Z"), (ctx) => undoSession(ctx, made))
    expect(await contactOf(group)).toEqual({ on: "2026-06-04", by: "Wendy Worker" })
    const list = () => w.asWorker((ctx) => listSessions(ctx, readList(sessionList, { group })))
    expect((await list()).total).toBe(1)
    expect(await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))).toEqual([])
    await expect(at(NOON, (ctx) => undoSession(ctx, made))).rejects.toThrow("already")
    await w.asWorker((ctx) => restoreSession(ctx, made))
    expect((await list()).total).toBe(2)
    expect(await contactOf(group)).toEqual({ on: "2026-06-06", by: "Wendy Worker" })
    expect(await w.asWorker((ctx) => listTasksOfSession(ctx, made.id))).toHaveLength(1)
  })

  it("remembers a contact that was known before the first session", async () => {
    await w.system((ctx) =>
      ctx.tx
        .update(groups)
        .set({ lastContactOn: "2026-01-09", lastContactBy: "Old list" })
        .where(eq(groups.id, w.council.id)),
    )
    const first = await recordAt(new Date("2026-06-02T12:00:00Z"), { groupIds: [w.council.id] })
    const second = await recordAt(new Date("2026-06-03T09:00:00Z"), { groupIds: [w.council.id] })
    await at(new Date("2026-06-03T09:01:00Z"), (ctx) => undoSession(ctx, first))
    expect(await contactOf(w.council.id)).toMatchObject({ on: "2026-06-03" })
    await at(new Date("2026-06-03T09:02:00Z"), (ctx) => undoSession(ctx, second))
    expect(await contactOf(w.council.id)).toEqual({ on: "2026-01-09", by: "Old list" })
  })

  it("is for a day, for who recorded it and for managers", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] }, "manager@ribble.example")
    const soon = new Date(NOON.getTime() + 3_600_000)
    await expect(at(soon, (ctx) => undoSession(ctx, made))).rejects.toThrow(NotAllowed)
    await expect(
      at(
        new Date(NOON.getTime() + 25 * 3_600_000),
        (ctx) => undoSession(ctx, made),
        "manager@ribble.example",
      ),
    ).rejects.toThrow("for a day")
    await at(soon, (ctx) => undoSession(ctx, made), "manager@ribble.example")
  })
})

describe("Changing a session", () => {
  const changed = (id: string, seen: string, more: Said) =>
    changeSessionInput.parse({
      id,
      seen,
      kind: "visit",
      note: "Talked about the roof",
      groupIds: [w.foodbank.id],
      on: "2026-06-04",
      ...more,
    })

  it("marks it as edited and keeps what it said before", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    await w.asManager((ctx) => changeSession(ctx, changed(made.id, "", { groupIds: [w.choir.id] })))
    const session = await w.asWorker((ctx) => getSession(ctx, made.id))
    expect(session.editedAt).not.toBeNull()
    expect(session).toMatchObject({ kind: "visit", note: "Talked about the roof", groups: [w.choir] })
    const last = session.history.at(-1)
    expect(last).toMatchObject({ what: "session.changed", who: "Maureen Pye" })
    expect(last?.from).toMatchObject({
      kind: "phone",
      note: "Talked about the lease",
      groupIds: [w.foodbank.id],
    })
  })

  it("refuses the second of two people, and shows both versions", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    await w.asManager((ctx) => changeSession(ctx, changed(made.id, "", { note: "Hers" })))
    const error = await refusal(
      w.asWorker((ctx) => changeSession(ctx, changed(made.id, "", { note: "His" }))),
    )
    expect(error?.theirs).toMatchObject({ note: "Hers" })
    await w.asWorker((ctx) =>
      changeSession(ctx, changed(made.id, error?.theirs?.seen ?? "", { note: "His" })),
    )
    await expect(w.asViewer((ctx) => changeSession(ctx, changed(made.id, "", {})))).rejects.toThrow(
      NotAllowed,
    )
  })

  it("changes nothing when nothing differs", async () => {
    const made = await recordAt(NOON, { groupIds: [w.foodbank.id] })
    const same = changed(made.id, "", { kind: "phone", note: "Talked about the lease" })
    expect(await w.asWorker((ctx) => changeSession(ctx, same))).toMatchObject({ changed: false })
  })
})

describe("The list's address", () => {
  it("says the same to a colleague, and tells what makes no sense", () => {
    const filter = readList(sessionList, {
      whose: "team",
      kind: "visit",
      "from.day": "1",
      "from.month": "4",
      "from.year": "2026",
      page: "2",
    })
    expect(listQuery(sessionList, filter)).toBe("whose=team&kind=visit&from=2026-04-01&page=2")
    const typed = { whose: "team", kind: "séance", group: "1", to: "2026-02-31x", page: "-1" }
    expect(unreadIn(sessionList.filters, readList(sessionList, typed))).toHaveLength(3)
  })
})
