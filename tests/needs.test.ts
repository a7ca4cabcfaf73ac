import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import { takePassage } from "@/lib/consultations/passages/commands"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { addEvidence, answerNeed, closeNeed, openNeed, putNeed, reopenNeed } from "@/lib/needs/commands"
import type { OpenNeed } from "@/lib/needs/input"
import { needList } from "@/lib/needs/list/filters"
import { listNeeds } from "@/lib/needs/list/queries"
import { countGaps, getNeed, listNeedsHeardIn } from "@/lib/needs/queries"
import { addAsk } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { world } from "./support/world"

const w = await world()
const need = (over: Partial<OpenNeed> = {}): OpenNeed => ({
  title: "A warm room in the evening",
  about: null,
  areaIds: [],
  themeIds: [],
  sessionId: null,
  responseId: null,
  passageId: null,
  topicId: null,
  enquiryId: null,
  affected: null,
  strength: null,
  strengthWhy: null,
  ...over,
})
const which = (groupId: string) => ({ groupIds: [groupId], groupName: null, picks: [], newGroups: [] })

const session = await w.asWorker((ctx) =>
  recordSession(
    ctx,
    recordSessionInput.parse({
      groupIds: [w.foodbank.id, w.choir.id],
      kind: "visit",
      note: "Cold hall, nobody stays after six.",
    }),
  ),
)
const asked = await w.system((ctx) =>
  make.answeredConsultation(ctx, {
    title: "Rooms",
    said: [{ group: w.loner, text: "We meet in a garage. It is cold." }],
  }),
)

describe("A need", () => {
  it("is raised from a session, and each knows of the other", async () => {
    const made = await w.asWorker((ctx) => openNeed(ctx, need({ sessionId: session.id })))
    const whole = await w.asViewer((ctx) => getNeed(ctx, made.id))
    expect(whole.heard).toHaveLength(1)
    expect(whole.heard[0]).toMatchObject({
      kind: "session",
      groups: ["Clitheroe Food Bank", "Côr Meibion Llanfair"],
    })
    expect(await w.asViewer((ctx) => listNeedsHeardIn(ctx, { sessionId: session.id }))).toEqual([
      { id: made.id, title: made.title },
    ])
  })

  it("is heard again in an answer and a passage, and counts each group once", async () => {
    const made = await w.asWorker((ctx) =>
      openNeed(ctx, need({ title: "A place to meet", responseId: asked.answers[0]?.responseId ?? null })),
    )
    const passage = await w.asWorker((ctx) =>
      takePassage(ctx, {
        consultationId: asked.id,
        responseId: asked.answers[0]?.responseId ?? "",
        questionId: asked.questionId,
        quote: "We meet in a garage.",
        codeIds: [],
        newCode: null,
        note: null,
      }),
    )
    const more = {
      id: made.id,
      sessionId: null,
      responseId: null,
      passageId: passage.id,
      topicId: null,
      enquiryId: null,
    }
    await w.asWorker((ctx) => addEvidence(ctx, more))
    await w.asWorker((ctx) => addEvidence(ctx, more))
    const [row] = await w.asViewer((ctx) =>
      listNeeds(ctx, readList(needList, { q: "place to meet", state: "all" })),
    )
    expect(row).toMatchObject({ heard: 2, groups: 1 })
  })

  it("is a gap until a group answers it", async () => {
    const before = (await w.asViewer((ctx) => countGaps(ctx, "area")))[0]?.unanswered ?? 0
    const [row] = await w.asViewer((ctx) =>
      listNeeds(ctx, readList(needList, { q: "place to meet", state: "all" })),
    )
    await w.asWorker((ctx) => answerNeed(ctx, { id: row?.id ?? "", ...which(w.choir.id) }))
    expect((await w.asViewer((ctx) => countGaps(ctx, "area")))[0]?.unanswered).toBe(before - 1)
  })

  it("is put to a body in an ask, and followed from there", async () => {
    const representation = await w.asWorker((ctx) =>
      startRepresentation(ctx, {
        title: "Rooms",
        bodyId: w.council.id,
        addressee: null,
        consultationId: asked.id,
        introduction: null,
      }),
    )
    const ask = await w.asWorker((ctx) =>
      addAsk(ctx, { representationId: representation.id, text: "Open the library on Tuesdays", why: null }),
    )
    const [row] = await w.asViewer((ctx) =>
      listNeeds(ctx, readList(needList, { q: "place to meet", state: "all" })),
    )
    await w.asWorker((ctx) => putNeed(ctx, { id: row?.id ?? "", askId: ask.id }))
    expect((await w.asViewer((ctx) => getNeed(ctx, row?.id ?? ""))).put[0]).toMatchObject({
      body: "Ribble Borough Council",
      text: "Open the library on Tuesdays",
    })
  })

  it("is closed once with its reason, and can be opened again", async () => {
    const made = await w.asWorker((ctx) => openNeed(ctx, need({ title: "A van" })))
    await w.asWorker((ctx) => closeNeed(ctx, { id: made.id, ending: "met", reason: "The Rotary gave one." }))
    await expect(
      w.asWorker((ctx) => closeNeed(ctx, { id: made.id, ending: "met", reason: "Again" })),
    ).rejects.toThrow(RuleBroken)
    expect(
      (await w.asViewer((ctx) => listNeeds(ctx, readList(needList, {})))).map((row) => row.title),
    ).not.toContain("A van")
    await w.asWorker((ctx) => reopenNeed(ctx, { id: made.id }))
    expect(
      (await w.asViewer((ctx) => listNeeds(ctx, readList(needList, {})))).map((row) => row.title),
    ).toContain("A van")
  })

  it("is kept by workers, read by staff, and nobody else's business", async () => {
    await expect(w.asViewer((ctx) => openNeed(ctx, need()))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => openNeed(ctx, need()))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => listNeeds(ctx, readList(needList, { state: "all" })))).rejects.toThrow(
      NotAllowed,
    )
    expect(await w.asOtherManager((ctx) => listNeeds(ctx, readList(needList, { state: "all" })))).toEqual([])
    const [row] = await w.asViewer((ctx) => listNeeds(ctx, readList(needList, { state: "all" })))
    await expect(w.asOtherManager((ctx) => getNeed(ctx, row?.id ?? ""))).rejects.toThrow(NotFound)
  })

  it("cannot point at a session of another LIO", async () => {
    await expect(w.asOtherManager((ctx) => openNeed(ctx, need({ sessionId: session.id })))).rejects.toThrow()
  })
})
