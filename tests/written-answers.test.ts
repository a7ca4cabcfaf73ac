import { describe, expect, it } from "vitest"
import { consultations, invitations, questions, responses, responseVersions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { getResults, getWritten, WRITTEN_PAGE } from "@/lib/consultations/results/queries"
import { FIRST_WRITTEN } from "@/lib/consultations/results/written/queries"
import { NotFound } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()
const MANY = 130

/** A consultation with two questions that 130 groups have answered in writing; every other one may be quoted. */
const asking = (named: boolean) =>
  w.system(async (ctx) => {
    const lioId = ctx.lio.id
    const [made] = await ctx.tx
      .insert(consultations)
      .values({ lioId, title: "Buses", naming: named ? "body" : "lio", openedAt: ctx.now })
      .returning({ id: consultations.id })
    const consultationId = made?.id ?? ""
    const [first, second] = await ctx.tx
      .insert(questions)
      .values([
        { lioId, consultationId, position: 1, kind: "text", title: "What do you lose?" },
        { lioId, consultationId, position: 2, kind: "text", title: "What would help?" },
      ])
      .returning({ id: questions.id })
    const who = [w.foodbank.id]
    for (let at = 1; at < MANY; at++)
      who.push(
        (await make.group(ctx, { name: `Group ${named ? "N" : "U"} ${String(at).padStart(3, "0")}` })).id,
      )
    await ctx.tx
      .insert(invitations)
      .values(who.map((groupId) => ({ lioId, consultationId, groupId, invitedAt: ctx.now })))
    const sent = await ctx.tx
      .insert(responses)
      .values(
        who.map((groupId, at) => ({
          ...{ lioId, consultationId, groupId, startedAt: ctx.now, signedOffAt: ctx.now, version: 1 },
          reference: `W-${named}-${at}`,
          quotable: at % 2 === 0,
          quotableToGroups: at % 2 === 0,
        })),
      )
      .returning({ id: responses.id })
    await ctx.tx.insert(responseVersions).values(
      sent.map(({ id }, at) => ({
        ...{ lioId, responseId: id, version: 1, signedOffAt: ctx.now, signedOffName: "Somebody" },
        answers: {
          [first?.id ?? ""]: { text: `Bus ${at}` },
          ...(at < 3 ? { [second?.id ?? ""]: { text: `Help ${at}` } } : {}),
        },
      })),
    )
    return consultationId
  })

const everyPage = async (id: string, as: typeof w.asLead) => {
  const all: { key: string; by: string | null; text: string }[] = []
  for (let page = 1; page < 9; page++) {
    const { written, total } = await as((ctx) => getWritten(ctx, id, { number: 1, page }))
    all.push(...written)
    if (all.length >= total) return { all, total }
  }
  throw new Error("There is no end to them.")
}

describe("Written answers", () => {
  it("stand ten under a question, and all of them on pages of their own, each once", async () => {
    const id = await asking(true)
    await w.asWorker((ctx) => closeConsultation(ctx, { id, reason: "All have answered" }))
    const { questions: shown } = await w.asWorker((ctx) => getResults(ctx, id))
    expect(shown[0]).toMatchObject({ total: MANY })
    expect(shown[0]?.written).toHaveLength(FIRST_WRITTEN)
    expect(shown[1]?.written.map(({ text }) => text)).toEqual(["Help 0", "Help 1", "Help 2"])
    const { all, total } = await everyPage(id, w.asWorker)
    expect(total).toBe(MANY)
    expect(new Set(all.map(({ text }) => text)).size).toBe(MANY)
    const { written } = await w.asWorker((ctx) => getWritten(ctx, id, { number: 1, page: 3 }))
    expect(written).toHaveLength(MANY - 2 * WRITTEN_PAGE)
  })

  it("are for groups only those that may be quoted, without names and not in the order of names where answers have none", async () => {
    const id = await asking(false)
    await w.asWorker((ctx) => closeConsultation(ctx, { id, reason: "All have answered" }))
    const { all, total } = await everyPage(id, w.asLead)
    expect(total).toBe(MANY / 2)
    expect(all.every(({ by }) => by === null)).toBe(true)
    const order = all.map(({ text }) => Number(text.slice(4)))
    expect(order.every((at) => at % 2 === 0)).toBe(true)
    expect(order).not.toEqual([...order].sort((one, other) => one - other))
    const second = await w.asLead((ctx) => getWritten(ctx, id, { number: 2, page: 1 }))
    const keys = new Set(all.map(({ key }) => key))
    expect(
      second.written.every(({ key }) => !keys.has(key)),
      "one group has another key in each question",
    ).toBe(true)
  })

  it("are shut to the groups until it has closed, to strangers always, and have no fourth question", async () => {
    const id = await asking(true)
    const first = { number: 1, page: 1 }
    await expect(w.asLead((ctx) => getWritten(ctx, id, first))).rejects.toThrow(
      /once the consultation has closed/,
    )
    await w.asWorker((ctx) => closeConsultation(ctx, { id, reason: "All have answered" }))
    await expect(w.asOutsider((ctx) => getWritten(ctx, id, first))).rejects.toThrow(NotFound)
    await expect(w.asLead((ctx) => getWritten(ctx, id, { number: 4, page: 1 }))).rejects.toThrow(NotFound)
  })
})
