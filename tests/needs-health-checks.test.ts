import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound } from "@/lib/errors"
import { openSearch } from "@/lib/funding/searches/commands"
import { openSearchInput } from "@/lib/funding/searches/input"
import { handIn, shareCheck } from "@/lib/health-checks/answering/commands"
import { addStep } from "@/lib/health-checks/plan/commands"
import { getCheck } from "@/lib/health-checks/queries"
import { readList } from "@/lib/lists/input"
import { addEvidence, openNeed } from "@/lib/needs/commands"
import { addEvidenceInput, openNeedInput } from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { mergeNeed } from "@/lib/needs/merging/commands"
import { getNeed, listNeedsHeardIn, listNeedsOfCheck } from "@/lib/needs/queries"
import { checking } from "./support/health-checks"
import { world } from "./support/world"

const w = await world()
const { by, start, answerAll } = checking(w)
const open = (title: string, from: object = {}, as = w.asWorker) =>
  as((ctx) => openNeed(ctx, openNeedInput.parse({ title, ...from })))
const pin = (id: string, from: object, as = w.asWorker) =>
  as((ctx) => addEvidence(ctx, addEvidenceInput.parse({ id, ...from })))

/** A check of the food bank with two weak answers and a step of its plan. */
async function checked(share: boolean) {
  const id = await start()
  await answerAll(id, w.lead, "not_yet", 0, 2)
  await answerAll(id, w.lead, "in_place", 2)
  await by(id, w.lead, (ctx) => handIn(ctx, id, share))
  await by(id, w.lead, (ctx) =>
    addStep(ctx, id, { what: "Find a third trustee", who: null, dueOn: null, questionId: null }),
  )
  const { questions, steps } = await by(id, w.lead, (ctx) => getCheck(ctx, id))
  return { id, healthQuestionId: questions[0]?.id ?? "", healthStepId: steps[0]?.id ?? "" }
}
const heard = async (id: string, as: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T> = w.asViewer) =>
  (await as((ctx) => getNeed(ctx, id))).heard.map(({ kind, words, groups, href }) => ({
    kind,
    words,
    groups,
    href,
  }))
const listed = async (id: string) =>
  (await w.asViewer((ctx) => listNeeds(ctx, readList(needList, {})))).find((need) => need.id === id)

describe("A need heard in a health check", () => {
  it("shows the answer and the step while the group shares them; then only that they were there", async () => {
    const { id, healthQuestionId, healthStepId } = await checked(true)
    const need = await open("People who’d be trustees", { healthQuestionId })
    await pin(need.id, { healthStepId })
    await pin(need.id, { healthStepId })
    const shared = {
      groups: ["Clitheroe Food Bank"],
      href: `/health-checks/${id}`,
    }
    expect(await heard(need.id)).toHaveLength(2)
    expect(await heard(need.id)).toEqual(
      expect.arrayContaining([
        { kind: "check", words: "Do you have a written constitution or governing document?", ...shared },
        { kind: "plan", words: "Find a third trustee", ...shared },
      ]),
    )
    expect(await listed(need.id)).toMatchObject({ heard: 2, groups: 1 })
    expect(await w.asViewer((ctx) => listNeedsOfCheck(ctx, id))).toMatchObject([
      { id: need.id },
      { id: need.id },
    ])
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, false))
    const gone = { words: null, groups: [], href: null }
    for (const as of [w.asViewer, w.asManager])
      expect(await heard(need.id, as)).toEqual(
        expect.arrayContaining([
          { kind: "check", ...gone },
          { kind: "plan", ...gone },
        ]),
      )
    expect(await listed(need.id)).toMatchObject({ heard: 0, groups: 0 })
    expect(await w.asViewer((ctx) => listNeedsOfCheck(ctx, id))).toEqual([])
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, true))
    expect(await listed(need.id)).toMatchObject({ heard: 2, groups: 1 })
  })

  it("is pinned by those who keep needs, and never from what the group keeps to itself", async () => {
    const kept = await checked(false)
    const { id } = await open("A need")
    const where = [{ healthQuestionId: kept.healthQuestionId }, { healthStepId: kept.healthStepId }]
    for (const one of where) {
      await expect(pin(id, one)).rejects.toThrow(NotFound)
      await expect(open("Another", one)).rejects.toThrow(NotFound)
      await expect(pin(id, one, w.asOtherManager)).rejects.toThrow(NotFound)
      for (const as of [w.asViewer, w.asLead]) await expect(pin(id, one, as)).rejects.toThrow(NotAllowed)
    }
    expect(await heard(id)).toEqual([])
  })

  it("goes along where two needs are made one", async () => {
    const { healthQuestionId } = await checked(true)
    const [gone, stays] = [await open("Trustees", { healthQuestionId }), await open("More trustees")]
    await w.asWorker((ctx) => mergeNeed(ctx, { id: gone.id, intoId: stays.id }))
    expect(await heard(stays.id)).toMatchObject([{ kind: "check" }])
  })
})

describe("A need heard in what a group needs money for", () => {
  it("leads there and back, and counts its group", async () => {
    const { id: searchId } = await w.asWorker((ctx) =>
      openSearch(ctx, openSearchInput.parse({ groupIds: [w.choir.id], what: "A new roof for the hall" })),
    )
    const need = await open("Halls that don’t leak", { searchId })
    expect(await heard(need.id)).toEqual([
      {
        kind: "search",
        words: "A new roof for the hall",
        groups: [w.choir.name],
        href: `/funding/searches/${searchId}`,
      },
    ])
    expect(await w.asViewer((ctx) => listNeedsHeardIn(ctx, { searchId }))).toMatchObject([{ id: need.id }])
    expect(await listed(need.id)).toMatchObject({ heard: 1, groups: 1 })
  })
})
