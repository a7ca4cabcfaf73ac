import { readFile } from "node:fs/promises"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { enterEnquiry } from "@/lib/enquiries/commands"
import { enterInput } from "@/lib/enquiries/input"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { addEvidence, answerNeed, changeNeed, closeNeed, openNeed, reopenNeed } from "@/lib/needs/commands"
import {
  addEvidenceInput,
  addFigureInput,
  addNeedStepInput,
  closeNeedInput,
  noteReplyInput,
  openNeedInput,
  showNeedInput,
  tellBodyInput,
} from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { mergeNeed } from "@/lib/needs/merging/commands"
import { getNeed, listNeedsHeardIn } from "@/lib/needs/queries"
import { addFigure, dropFigure, hideNeed, noteReply, showNeed, tellBody } from "@/lib/needs/speaking/commands"
import { countNeedsOf, listFigures, listShownNeeds, listTellings } from "@/lib/needs/speaking/queries"
import { addNeedStep, dropNeedStep } from "@/lib/needs/steps/commands"
import { listNeedSteps } from "@/lib/needs/steps/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { undoAct } from "@/lib/undo/commands"
import { world } from "./support/world"

const w = await world()
type Said = Record<string, unknown>
const open = (title: string, more: Said = {}) =>
  w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title, ...more })))
const heard = (id: string, from: Said) =>
  w.asWorker((ctx) => addEvidence(ctx, addEvidenceInput.parse({ id, ...from })))
const session = () =>
  w.asWorker((ctx) =>
    recordSession(
      ctx,
      recordSessionInput.parse({ kind: "visit", note: "No bus", groupIds: [w.foodbank.id] }),
    ),
  )
const figure = (id: string, more: Said = {}, as = w.asWorker) =>
  as((ctx) =>
    addFigure(ctx, addFigureInput.parse({ id, words: "31 % live alone", source: "Census 2021", ...more })),
  )
const tell = (id: string, more: Said = {}, as = w.asWorker) =>
  as((ctx) =>
    tellBody(ctx, tellBodyInput.parse({ id, bodyId: w.council.id, words: "At the forum", ...more })),
  )
const close = (id: string, ending: string) =>
  w.asWorker((ctx) =>
    closeNeed(ctx, closeNeedInput.parse({ id, ending, reason: "The last bus goes at nine" })),
  )
const show = (id: string, as = w.asWorker) =>
  as((ctx) => showNeed(ctx, showNeedInput.parse({ id, publicWords: "After six nobody gets home" })))
const seen = (id: string) => w.asViewer((ctx) => getNeed(ctx, id))
const year = new Date().getFullYear()

describe("A need", () => {
  it("says who is affected and how strong the evidence is, and why", async () => {
    const { id } = await open("A late bus", {
      affected: "Cleaners",
      strength: "some",
      strengthWhy: "Three groups",
    })
    expect(await seen(id)).toMatchObject({
      affected: "Cleaners",
      strength: "some",
      strengthWhy: "Three groups",
    })
    const { change } = await w.asWorker((ctx) => changeNeed(ctx, { id, strength: "strong" }))
    await w.asWorker((ctx) => undoAct(ctx, { what: "need", id: change ?? "" }))
    expect(await seen(id)).toMatchObject({ strength: "some" })
    const listed = await w.asViewer((ctx) => listNeeds(ctx, readList(needList, "strength=some")))
    expect(listed.map((need) => need.id)).toEqual([id])
  })

  it("is heard in an enquiry, too, which leads back to it", async () => {
    const { id } = await open("A repair café")
    const enquiry = await w.asWorker((ctx) =>
      enterEnquiry(ctx, enterInput.parse({ source: "visit", name: "Jo", about: "Wants to mend things" })),
    )
    await heard(id, { enquiryId: enquiry.id })
    await heard(id, { enquiryId: enquiry.id })
    expect((await seen(id)).heard).toMatchObject([{ kind: "enquiry", href: `/enquiries/${enquiry.id}` }])
    expect(await w.asViewer((ctx) => listNeedsHeardIn(ctx, { enquiryId: enquiry.id }))).toMatchObject([
      { id },
    ])
  })

  it("has figures with their source and date, which can be taken off", async () => {
    const { id } = await open("Company for lunch")
    await figure(id, { on: "2021-03-21", website: "ons.example/census" })
    await expect(figure(id, { on: "2999-01-01" })).rejects.toMatchObject({ field: "on" })
    const [one] = await w.asViewer((ctx) => listFigures(ctx, id))
    expect(one).toMatchObject({
      source: "Census 2021",
      on: "2021-03-21",
      website: "https://ons.example/census",
    })
    for (const as of [w.asViewer, w.asLead]) await expect(figure(id, {}, as)).rejects.toThrow(NotAllowed)
    await expect(figure(id, {}, w.asOtherManager)).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => dropFigure(ctx, { id: one?.id ?? "" }))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => dropFigure(ctx, { id: one?.id ?? "" }))
    expect(await w.asViewer((ctx) => listFigures(ctx, id))).toEqual([])
  })

  it("stands where its last dated step says, whoever noted it when", async () => {
    const { id } = await open("A step at a time")
    const step = (status: string, on: string, more: Said = {}, as = w.asWorker) =>
      as((ctx) =>
        addNeedStep(ctx, addNeedStepInput.parse({ id, status, on, words: `It is ${status}`, ...more })),
      )
    const found = async (status: string) =>
      (await w.asViewer((ctx) => listNeeds(ctx, readList(needList, `status=${status}`)))).map((row) => row.id)
    expect(await found("working")).not.toContain(id)
    await step("working", "2026-03-02", { who: "The parish council" })
    await step("looking", "2026-02-01")
    expect(await found("working")).toContain(id)
    expect(await found("looking")).not.toContain(id)
    const steps = await w.asViewer((ctx) => listNeedSteps(ctx, id))
    expect(steps).toMatchObject([
      { status: "working", on: "2026-03-02", who: "The parish council", by: "Wendy Worker" },
      { status: "looking", on: "2026-02-01", who: null },
    ])
    await w.asWorker((ctx) => dropNeedStep(ctx, { id: steps[0]?.id ?? "" }))
    expect(await found("looking")).toContain(id)
    await expect(step("working", "2999-01-01")).rejects.toThrow(RuleBroken)
    expect(addNeedStepInput.safeParse({ id, words: "x" }).error?.issues[0]?.message).toBe(
      "Choose where it stands now",
    )
    for (const as of [w.asViewer, w.asLead]) {
      await expect(step("working", "2026-03-02", {}, as)).rejects.toThrow(NotAllowed)
      await expect(as((ctx) => dropNeedStep(ctx, { id: steps[1]?.id ?? "" }))).rejects.toThrow(NotAllowed)
    }
    await expect(w.asLead((ctx) => listNeedSteps(ctx, id))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => dropNeedStep(ctx, { id: steps[1]?.id ?? "" }))).rejects.toThrow(
      NotFound,
    )
  })

  it("was told to a body, whose reply is noted once, and not before it was told", async () => {
    const { id } = await open("A ramp at the station")
    await expect(tell(id, { bodyId: w.foodbank.id })).rejects.toMatchObject({ field: "bodyId" })
    await tell(id, { on: "2026-02-02" })
    const [telling] = await w.asViewer((ctx) => listTellings(ctx, id))
    const reply = (more: Said, as = w.asWorker) =>
      as((ctx) =>
        noteReply(ctx, noteReplyInput.parse({ id: telling?.id, reply: "In the plan for 2027", ...more })),
      )
    await expect(reply({ repliedOn: "2026-02-01" })).rejects.toMatchObject({ field: "repliedOn" })
    for (const as of [w.asViewer, w.asLead]) await expect(reply({}, as)).rejects.toThrow(NotAllowed)
    await reply({ repliedOn: "2026-02-20" })
    await expect(reply({})).rejects.toThrow(RuleBroken)
    expect(await w.asViewer((ctx) => listTellings(ctx, id))).toMatchObject([
      { body: "Ribble Borough Council", reply: "In the plan for 2027", repliedOn: "2026-02-20" },
    ])
  })

  it("is counted as new in the year it was written down, and as met when it was", async () => {
    const before = await w.asViewer((ctx) => countNeedsOf(ctx, year))
    const [met, gone] = [await open("A late tram"), await open("A stamp shop")]
    await close(met.id, "met")
    await close(gone.id, "gone")
    const after = await w.asViewer((ctx) => countNeedsOf(ctx, year))
    expect(after).toEqual({ opened: before.opened + 2, met: before.met + 1 })
    const rows = await w.asViewer((ctx) =>
      listNeeds(ctx, readList(needList, `state=closed&ending=met&closed=${year}-01-01`)),
    )
    expect(rows).toHaveLength(after.met)
  })
})

describe("Two needs that are one", () => {
  it("become one with all that hangs on either, once, and two again", async () => {
    const [kept, gone] = [await open("A bus after six"), await open("An evening bus")]
    const [one, both] = [await session(), await session()]
    await heard(gone.id, { sessionId: one.id })
    for (const { id } of [gone, kept]) await heard(id, { sessionId: both.id })
    await figure(gone.id)
    await tell(gone.id)
    const done = { id: gone.id, status: "working", words: "Asked the operator" }
    await w.asWorker((ctx) => addNeedStep(ctx, addNeedStepInput.parse(done)))
    const choir = { groupIds: [w.choir.id], groupName: null, picks: [], newGroups: [] }
    for (const { id } of [gone, kept]) await w.asWorker((ctx) => answerNeed(ctx, { id, ...choir }))
    const { merge } = await w.asWorker((ctx) => mergeNeed(ctx, { id: gone.id, intoId: kept.id }))
    const its = async (id: string) => [
      (await seen(id)).heard.length,
      (await seen(id)).answering.length,
      (await w.asViewer((ctx) => listFigures(ctx, id))).length,
      (await w.asViewer((ctx) => listTellings(ctx, id))).length,
      (await w.asViewer((ctx) => listNeedSteps(ctx, id))).length,
    ]
    expect(await its(kept.id)).toEqual([2, 1, 1, 1, 1])
    expect(await its(gone.id)).toEqual([1, 1, 0, 0, 0])
    expect(await seen(gone.id)).toMatchObject({ ending: "merged", mergedIntoId: kept.id })
    await expect(w.asWorker((ctx) => reopenNeed(ctx, { id: gone.id }))).rejects.toThrow("part of another")
    await expect(w.asWorker((ctx) => mergeNeed(ctx, { id: kept.id, intoId: gone.id }))).rejects.toThrow(
      RuleBroken,
    )
    await expect(w.asWorker((ctx) => mergeNeed(ctx, { id: kept.id, intoId: kept.id }))).rejects.toThrow(
      RuleBroken,
    )
    await w.asWorker((ctx) => undoAct(ctx, { what: "need-merge", id: merge }))
    expect(await its(kept.id)).toEqual([1, 1, 0, 0, 0])
    expect(await its(gone.id)).toEqual([2, 1, 1, 1, 1])
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => mergeNeed(ctx, { id: gone.id, intoId: kept.id }))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => mergeNeed(ctx, { id: gone.id, intoId: kept.id }))).rejects.toThrow(
      NotFound,
    )
  })
})

describe("The public page of needs", () => {
  it("shows what the LIO wants seen, in words of its own, and never the story or who said so", async () => {
    const { id } = await open("A way home at night", {
      about: "Mrs Pye of Mill Lane walks",
      affected: "Mrs Pye",
    })
    await heard(id, { sessionId: (await session()).id })
    const shown = (as = w.asPublic) => as(listShownNeeds)
    expect(await shown()).toEqual([])
    for (const as of [w.asViewer, w.asLead]) await expect(show(id, as)).rejects.toThrow(NotAllowed)
    await show(id)
    const rows = await shown()
    expect(rows).toMatchObject([
      { title: "A way home at night", words: "After six nobody gets home", met: false },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/Pye|Clitheroe|No bus/)
    expect(await w.asPublic((ctx) => ctx.tx.execute(sql`select * from needs`))).toEqual([])
    expect(await w.asOtherManager(listShownNeeds)).toEqual([])
    await close(id, "met")
    expect(await shown()).toMatchObject([{ met: true }])
    await w.asWorker((ctx) => hideNeed(ctx, { id }))
    expect(await shown()).toEqual([])
  })

  it("take along every row of every table that hangs on a need", async () => {
    const tables = await w.operator<{ name: string }[]>`
      select distinct c.conrelid::regclass::text as name from pg_constraint c join pg_attribute a
        on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname = 'need_id'
      where c.contype = 'f' and c.confrelid = 'needs'::regclass`
    const merging = await readFile("lib/needs/merging/commands.ts", "utf8")
    const stays = tables.filter(({ name }) => !merging.includes(`update ${name} t set need_id`))
    expect(tables.length).toBeGreaterThan(8)
    expect(stays).toEqual([])
  })
})
