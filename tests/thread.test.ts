import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { takePassage } from "@/lib/consultations/passages/commands"
import { NotFound } from "@/lib/errors"
import { addEvidence, openNeed, putNeed } from "@/lib/needs/commands"
import { addEvidenceInput, openNeedInput } from "@/lib/needs/input"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { getThread } from "@/lib/thread/queries"
import { world } from "./support/world"

const w = await world()
const asked = await w.system((ctx) =>
  make.answeredConsultation(ctx, {
    title: "Buses",
    bodyId: w.council.id,
    said: [
      { group: w.foodbank, text: "The last bus goes at six." },
      { group: w.choir, text: "Nobody comes from the moor." },
    ],
  }),
)
const [first, second] = asked.answers
const take = (responseId = "", quote = "") =>
  w.asWorker((ctx) =>
    takePassage(ctx, {
      ...{ consultationId: asked.id, responseId, questionId: asked.questionId, quote },
      ...{ codeIds: [], newCode: null, note: null },
    }),
  )
const bus = await take(first?.responseId, "The last bus goes at six.")
const moor = await take(second?.responseId, "Nobody comes from the moor.")
const paper = await w.asWorker((ctx) =>
  startRepresentation(ctx, {
    ...{ title: "Buses after six", bodyId: w.council.id, addressee: null },
    ...{ consultationId: asked.id, introduction: null },
  }),
)
const [evening, stop] = await w.asWorker(async (ctx) => [
  await addAsk(ctx, { representationId: paper.id, text: "Run a bus at nine.", why: null }),
  await addAsk(ctx, { representationId: paper.id, text: "Build a shelter.", why: null }),
])
await w.asWorker(async (ctx) => {
  await pinPassage(ctx, { askId: evening.id, passageId: bus.id })
  await pinPassage(ctx, { askId: stop.id, passageId: moor.id })
  await publishRepresentation(ctx, { id: paper.id })
  await sendRepresentation(ctx, { id: paper.id, sentOn: null, replyDueOn: null })
  await recordReply(ctx, { id: evening.id, reply: "accepted", replyText: "From May.", repliedOn: null })
  await recordAskOutcome(ctx, { id: evening.id, outcome: "It runs.", outcomeOn: null })
})
const [happened = { id: "" }] = await w.system((ctx) =>
  ctx.tx.execute<{ id: string }>(sql`select id from ask_outcomes where ask_id = ${evening.id}::uuid`),
)

const keys = (nodes: { kind: string; words: string }[]) => nodes.map(({ kind, words }) => `${kind}: ${words}`)
const read = (as: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>, kind: string, id: string) =>
  as((ctx) => getThread(ctx, kind, id))

describe("The thread", () => {
  it("leads from one answer to its own words, ask, reply and outcome, and to nobody else’s", async () => {
    const { here, up, down } = await read(w.asViewer, "response", first?.responseId ?? "")
    expect(here).toMatchObject({ kind: "response", words: "Clitheroe Food Bank", about: "Buses" })
    expect(keys(up)).toEqual(["consultation: Buses"])
    expect(keys(down)).toEqual([
      "passage: The last bus goes at six.",
      "ask: Run a bus at nine.",
      "reply: Accepted",
      "outcome: It runs.",
    ])
  })

  it("leads back from an outcome to what it began with", async () => {
    const { up, down, links } = await read(w.asViewer, "outcome", happened.id)
    expect(keys(up)).toEqual([
      "consultation: Buses",
      "response: Clitheroe Food Bank",
      "passage: The last bus goes at six.",
      "paper: Buses after six",
      "ask: Run a bus at nine.",
      "reply: Accepted",
    ])
    expect(down).toEqual([])
    const reply = up.find(({ kind }) => kind === "reply")
    expect(links).toContainEqual({ from: reply?.key, to: `outcome:${happened.id}` })
  })

  it("goes through needs, from what was heard to the ask", async () => {
    const need = await w.asWorker(async (ctx) => {
      const made = await openNeed(ctx, openNeedInput.parse({ title: "Getting home at night" }))
      await addEvidence(ctx, addEvidenceInput.parse({ id: made.id, passageId: moor.id }))
      return made
    })
    await w.asWorker((ctx) => putNeed(ctx, { id: need.id, askId: stop.id }))
    const { up, down } = await read(w.asViewer, "need", need.id)
    expect(keys(up)).toContain("passage: Nobody comes from the moor.")
    expect(keys(up)).toContain("response: Côr Meibion Llanfair")
    expect(keys(down)).toEqual(["ask: Build a shelter."])
  })

  it("is for members as far as it is theirs: their answer and what came of it, never another group’s", async () => {
    const mine = await read(w.asLead, "response", first?.responseId ?? "")
    expect(keys(mine.down)).toEqual([
      "passage: The last bus goes at six.",
      "ask: Run a bus at nine.",
      "reply: Accepted",
      "outcome: It runs.",
    ])
    expect(mine.here.path).toBe(`consultations/${asked.id}/ours`)
    const back = await read(w.asLead, "ask", stop.id)
    expect(keys(back.up), "words of another group are not theirs").toEqual(["paper: Buses after six"])
    await expect(read(w.asLead, "response", second?.responseId ?? "")).rejects.toThrow(NotFound)
    await expect(read(w.asLead, "passage", moor.id)).rejects.toThrow(NotFound)
  })

  it("goes on from an outcome to the need that it met, round and no further", async () => {
    const need = await w.asWorker((ctx) => openNeed(ctx, openNeedInput.parse({ title: "An evening bus" })))
    await w.asWorker((ctx) => putNeed(ctx, { id: need.id, askId: evening.id }))
    await w.asWorker((ctx) =>
      recordAskOutcome(ctx, {
        id: evening.id,
        outcome: "Every day now.",
        outcomeOn: null,
        needIds: [need.id],
      }),
    )
    const { here, down } = await read(w.asViewer, "need", need.id)
    expect(here.words).toBe("An evening bus")
    expect(new Set(keys(down))).toEqual(
      new Set(["ask: Run a bus at nine.", "reply: Accepted", "outcome: It runs.", "outcome: Every day now."]),
    )
    expect((await read(w.asViewer, "need", need.id)).up).toEqual([])
    const { down: met } = await read(w.asViewer, "ask", evening.id)
    expect(keys(met)).toContain("outcome: Every day now.")
  })

  it("is of no other LIO’s, and of nothing that is no part of it", async () => {
    await expect(read(w.asOtherManager, "ask", evening.id)).rejects.toThrow(NotFound)
    await expect(read(w.asViewer, "person", evening.id)).rejects.toThrow(NotFound)
    await expect(read(w.asViewer, "ask", asked.id)).rejects.toThrow(NotFound)
  })
})
