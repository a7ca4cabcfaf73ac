import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { becomeGroup } from "@/lib/enquiries/becoming/commands"
import { answerEnquiry, endEnquiry, enterEnquiry, reopenEnquiry } from "@/lib/enquiries/commands"
import { becomeInput, endEnquiryInput, enterInput } from "@/lib/enquiries/input"
import { addPathway, changePathway, retirePathway } from "@/lib/enquiries/pathways/commands"
import { addPathwayInput, changePathwayInput } from "@/lib/enquiries/pathways/input"
import { asFile, getPathway, listPathways } from "@/lib/enquiries/pathways/queries"
import { STARTER } from "@/lib/enquiries/pathways/words"
import {
  countEnquiriesOf,
  getEnquiry,
  listDoneEnquiries,
  listOnTheirWay,
  listSteps,
  listWaitingEnquiries,
} from "@/lib/enquiries/queries"
import { addStep, beginPathway, changeStep, tickStep } from "@/lib/enquiries/steps/commands"
import { beginInput, changeStepInput } from "@/lib/enquiries/steps/input"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { getGroup } from "@/lib/groups/queries"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { changeSession } from "@/lib/sessions/change/commands"
import { recordSession } from "@/lib/sessions/commands"
import { changeSessionInput, recordSessionInput } from "@/lib/sessions/input"
import { listSessionsOfEnquiry } from "@/lib/sessions/list/queries"
import { getSession } from "@/lib/sessions/queries"
import { world } from "./support/world"

const w = await world()
type Said = Record<string, unknown>
const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)

const enter = (more: Said = {}, as = w.asWorker) =>
  as((ctx) =>
    enterEnquiry(
      ctx,
      enterInput.parse({
        source: "phone",
        name: "Iola Idea",
        phone: "01632 960 111",
        about: "A choir",
        ...more,
      }),
    ),
  )
const begin = (id: string, more: Said = {}, as = w.asWorker) =>
  as((ctx) => beginPathway(ctx, beginInput.parse({ id, ...more })))
const begun = async (more: Said = {}) => {
  const { id } = await enter(more)
  await begin(id)
  return id
}
const steps = (id: string) => w.asWorker((ctx) => listSteps(ctx, id))
const tick = (id: string, done = true, as = w.asWorker) => as((ctx) => tickStep(ctx, { id, done }))
const become = (id: string, more: Said = {}, as = w.asWorker) =>
  as((ctx) =>
    becomeGroup(ctx, becomeInput.parse({ id, name: `Côr ${id.slice(0, 4)}`, contact: "yes", ...more })),
  )
const record = (more: Said) =>
  w.asWorker((ctx) =>
    recordSession(ctx, recordSessionInput.parse({ kind: "phone", note: "A talk", ...more })),
  )

describe("Somebody with an idea", () => {
  it("is written down from the telephone, and waits apart from the groups", async () => {
    const { id } = await enter()
    expect(await w.asViewer((ctx) => getEnquiry(ctx, id))).toMatchObject({
      source: "phone",
      helper: "Wendy Worker",
    })
    expect((await w.asWorker((ctx) => listWaitingEnquiries(ctx))).map((one) => one.id)).toContain(id)
    const [groups] = await w.system((ctx) =>
      ctx.tx.execute<{ count: number }>(
        sql`select count(*)::int as count from groups where name like 'Iola%'`,
      ),
    )
    expect(groups?.count).toBe(0)
    for (const as of [w.asLead, w.asPublic, w.asViewer])
      await expect(enter({}, as)).rejects.toThrow(NotAllowed)
  })

  it("is begun on the steps to a group, each with a guide, once", async () => {
    const { id } = await enter()
    await expect(begin(id, { helperId: w.viewer.id })).rejects.toMatchObject({ field: "helperId" })
    await begin(id)
    await expect(begin(id)).rejects.toThrow("on its way already")
    const its = await steps(id)
    expect(its.map(({ title, guide }) => ({ title, guide }))).toEqual(
      STARTER.steps.map(({ title, guide }) => ({ title, guide })),
    )
    const [row] = (await w.asManager(listOnTheirWay)).filter((one) => one.id === id)
    expect(row).toMatchObject({ steps: its.length, stepsDone: 0, next: its[0]?.title, quiet: false })
    expect((await w.asWorker((ctx) => listWaitingEnquiries(ctx))).map((one) => one.id)).not.toContain(id)
  })

  it("ticks steps off in any order, with who helps and until when", async () => {
    const id = await begun()
    const [first, second, third] = await steps(id)
    await tick(third?.id ?? "")
    await tick(third?.id ?? "")
    await tick(first?.id ?? "")
    await tick(first?.id ?? "", false)
    const said = { id: second?.id, title: "Talk to two choirs", helperId: w.worker.id, dueOn: "2027-01-09" }
    await w.asWorker((ctx) => changeStep(ctx, changeStepInput.parse(said)))
    await w.asWorker((ctx) => addStep(ctx, { id, title: "Find a piano" }))
    const now = await steps(id)
    expect(now[2]?.doneOn).not.toBeNull()
    expect(now[0]?.doneOn).toBeNull()
    expect(now[1]).toMatchObject({ title: "Talk to two choirs", helper: "Wendy Worker", dueOn: "2027-01-09" })
    expect(now.at(-1)?.title).toBe("Find a piano")
    const done = await w.system((ctx) =>
      ctx.tx.execute(sql`select 1 from events where what = 'enquiry.step_done' and subject_id = ${id}::uuid`),
    )
    expect(done).toHaveLength(2)
    for (const as of [w.asViewer, w.asLead])
      await expect(tick(first?.id ?? "", true, as)).rejects.toThrow(NotAllowed)
    await expect(tick(first?.id ?? "", true, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(begin(id, {}, w.asOtherManager)).rejects.toThrow(NotFound)
  })

  it("comes up when nothing has been done for sixty days, until there is a session", async () => {
    const id = await w.system(async () => begun())
    await w.system((ctx) =>
      ctx.tx.execute(sql`update enquiries set asked_at = ${ago(90).toISOString()}::timestamptz,
        begun_at = ${ago(80).toISOString()}::timestamptz, touched_at = ${ago(61).toISOString()}::timestamptz where id = ${id}::uuid`),
    )
    const quiet = async () => (await w.asViewer((ctx) => getEnquiry(ctx, id))).quiet
    expect(await quiet()).toBe(true)
    await record({ enquiryIds: [id] })
    expect(await quiet()).toBe(false)
  })

  it("has sessions without a group, which nobody else may have", async () => {
    const { id } = await enter()
    await expect(record({})).rejects.toMatchObject({ field: "groupName" })
    const { id: session } = await record({ enquiryIds: [id], minutes: "60" })
    const seen = await w.asViewer((ctx) => getSession(ctx, session))
    expect(seen).toMatchObject({ groups: [], enquiries: [{ id, name: "Iola Idea" }] })
    expect(await w.asViewer((ctx) => listSessionsOfEnquiry(ctx, id))).toMatchObject({ minutes: 60 })
    const said = { id: session, kind: "phone", note: "A longer talk", seen: "" }
    await w.asWorker((ctx) => changeSession(ctx, changeSessionInput.parse(said)))
    await w.asWorker((ctx) => answerEnquiry(ctx, { id }))
    await expect(record({ enquiryIds: [id] })).rejects.toThrow("closed")
  })

  it("goes no further, with a reason, and comes back", async () => {
    const id = await begun()
    await w.asWorker((ctx) =>
      endEnquiry(ctx, endEnquiryInput.parse({ id, because: "Joined the town choir" })),
    )
    expect(await w.asViewer((ctx) => getEnquiry(ctx, id))).toMatchObject({
      endedBecause: "Joined the town choir",
    })
    const [first] = await steps(id)
    await expect(tick(first?.id ?? "")).rejects.toThrow("Open it again first")
    await w.asWorker((ctx) => reopenEnquiry(ctx, { id }))
    expect(await w.asViewer((ctx) => getEnquiry(ctx, id))).toMatchObject({ endedBecause: null, doneAt: null })
  })
})

describe("A group that grew out of an enquiry", () => {
  it("has its contact, its sessions with their hours, and its history, and is counted as new", async () => {
    const id = await begun({ email: "iola@idea.example" })
    const [first] = await steps(id)
    await tick(first?.id ?? "")
    const { id: session } = await record({ enquiryIds: [id], minutes: "60", note: "Chose a name" })
    const year = new Date().getFullYear()
    const before = await w.asViewer((ctx) => countEnquiriesOf(ctx, year))
    const { groupId, name } = await become(id)
    const after = await w.asViewer((ctx) => countEnquiriesOf(ctx, year))
    expect(after).toEqual({ ...before, onTheWay: before.onTheWay - 1, became: before.became + 1 })
    const group = await w.asViewer((ctx) => getGroup(ctx, groupId))
    expect(group).toMatchObject({ name, stage: "forming", about: "A choir" })
    expect((await w.asViewer((ctx) => getSession(ctx, session))).groups).toEqual([{ id: groupId, name }])
    const { rows } = await w.asViewer((ctx) => listTimeline(ctx, groupId, {}))
    const told = rows.map(({ summary }) => summary).join("\n")
    for (const part of [
      "Chose a name",
      "Grew out of an enquiry",
      `Step done: ${first?.title}`,
      "Began an enquiry",
    ])
      expect(told).toContain(part)
    const people = await w.system((ctx) =>
      ctx.tx.execute(
        sql`select p.name, p.email from roles r join people p on p.id = r.person_id where r.group_id = ${groupId}::uuid`,
      ),
    )
    expect(people).toEqual([{ name: "Iola Idea", email: "iola@idea.example" }])
    expect((await w.asViewer(listDoneEnquiries))[0]).toMatchObject({ id, group: name })
    await expect(become(id)).rejects.toThrow("already")
    await expect(w.asWorker((ctx) => reopenEnquiry(ctx, { id }))).rejects.toThrow("has become a group")
  })

  it("keeps the way to reach it where nobody is its contact yet", async () => {
    const { id } = await enter({ phone: "01632 960 112" })
    const { groupId } = await become(id, { contact: "" })
    expect(await w.asViewer((ctx) => getGroup(ctx, groupId))).toMatchObject({
      phone: expect.stringContaining("960"),
    })
  })

  it("is made by workers and managers of the LIO alone, and not on a day to come", async () => {
    const { id } = await enter()
    for (const as of [w.asViewer, w.asLead, w.asPublic])
      await expect(become(id, {}, as)).rejects.toThrow(NotAllowed)
    await expect(become(id, {}, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(become(id, { becameOn: "2999-01-01" })).rejects.toMatchObject({ field: "becameOn" })
  })
})

describe("A pathway", () => {
  const add = (as = w.asWorker, more: Said = {}) =>
    as((ctx) =>
      addPathway(
        ctx,
        addPathwayInput.parse({
          name: "Quick start",
          steps: [
            { title: "Meet", guide: "" },
            { title: "", guide: "" },
          ],
          ...more,
        }),
      ),
    )

  it("is an LIO’s own, and what is under way keeps the steps that it began with", async () => {
    const { id } = await add()
    expect((await w.asViewer(listPathways)).map(({ name }) => name)).toEqual(["Quick start"])
    const { id: enquiry } = await enter()
    await begin(enquiry, { pathwayId: id })
    const change = (seen: string) =>
      w.asWorker((ctx) =>
        changePathway(
          ctx,
          changePathwayInput.parse({
            id,
            seen,
            name: "Quicker start",
            steps: [{ title: "Ring", guide: "insurance" }],
          }),
        ),
      )
    await change("")
    await expect(change("")).rejects.toThrow(RuleBroken)
    expect((await steps(enquiry)).map(({ title }) => title)).toEqual(["Meet"])
    const file = JSON.parse(asFile(await w.asViewer((ctx) => getPathway(ctx, id))))
    expect(file).toEqual({
      ...{ trellis: "pathway", version: 1, name: "Quicker start" },
      steps: [{ title: "Ring", about: null, guide: "insurance" }],
    })
    await w.asWorker((ctx) => retirePathway(ctx, { id }))
    expect(await w.asViewer(listPathways)).toEqual([])
  })

  it("is kept by workers and managers, and has a step at least", async () => {
    for (const as of [w.asViewer, w.asLead]) await expect(add(as)).rejects.toThrow(NotAllowed)
    expect(addPathwayInput.safeParse({ name: "None", steps: [{ title: "", guide: "" }] }).success).toBe(false)
    const { id } = await add()
    await expect(w.asOtherManager((ctx) => getPathway(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => retirePathway(ctx, { id }))).rejects.toThrow(NotFound)
  })
})
