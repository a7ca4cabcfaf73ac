import { describe, expect, it } from "vitest"
import { addAsk, moveAsk } from "@/lib/representations/asks/commands"
import { getRepresentation } from "@/lib/representations/queries"
import { nextThing, type Standing } from "@/lib/representations/standing/words"
import { papers } from "./support/papers"

const ask = (position: number, evidence = 1, reply: "accepted" | null = null, pins = 0) => ({
  id: `ask-${position}`,
  ...{ position, pins },
  evidence: Array.from({ length: evidence }),
  reply,
})
type Over = Partial<Standing["whole"]> & { passages?: number }

/** Nothing is asked yet, and whatever differs from that. */
const standing = ({ passages = 3, ...over }: Over = {}): Standing => ({
  whole: {
    body: "the council",
    sentOn: null,
    replyDueOn: null,
    closedAt: null,
    asks: [],
    frozen: [],
    ...over,
  },
  passages: Array.from({ length: passages }),
  today: "2026-06-01",
})
const published = [{ version: 1, withdrawnAt: null }]
const sent = { sentOn: "2026-05-01", replyDueOn: "2026-05-29", frozen: published }

const STEPS: [step: string, page: string, of: Over][] = [
  ["ask", "#add", {}],
  ["evidence", "", { asks: [ask(1), ask(2, 0)] }],
  ["publish", "publish", { asks: [ask(1), ask(2)] }],
  ["publish", "publish", { asks: [ask(1, 0, null, 1)] }],
  ["publish", "publish", { asks: [ask(1, 0)], passages: 0 }],
  ["publish", "publish", { asks: [ask(1)], frozen: [{ version: 1, withdrawnAt: new Date() }] }],
  ["send", "sent", { asks: [ask(1)], frozen: published }],
  ["reply", "", { asks: [ask(1, 1, "accepted"), ask(2)], ...sent }],
  ["close", "close", { asks: [ask(1, 1, "accepted")], ...sent }],
]

describe("The next thing to do with a representation", () => {
  it.each(STEPS)("is %s, on the page /%s", (step, page, of) => {
    expect(nextThing(standing(of))).toMatchObject({ step, page })
  })

  it("is nothing once it is closed, and names the ask it is about", () => {
    expect(nextThing(standing({ ...sent, closedAt: new Date() }))).toBeNull()
    expect(nextThing(standing({ asks: [ask(1), ask(2, 0), ask(3, 0)] }))).toMatchObject({
      words: "Asks 2 and 3 have no evidence yet. Pin what groups said to them.",
      ask: "ask-2",
    })
    expect(nextThing(standing({ asks: [ask(1)], ...sent }))?.words).toBe(
      "Waiting for the council to reply to 1 ask. It was due on 29 May 2026.",
    )
  })
})

const { w, drafted, heard, publish, send } = await papers()

describe("The asks of a representation", () => {
  it("are put in order by a step or to a place, until it is sent", async () => {
    const { id, ask: first } = await drafted(await heard())

    for (const text of ["Second", "Third"])
      await w.asWorker((ctx) => addAsk(ctx, { representationId: id, text, why: null }))
    const order = async () =>
      (await w.asWorker((ctx) => getRepresentation(ctx, id))).asks.map((one) => one.id)
    const before = await order()
    expect(before[0]).toBe(first)
    const [, second = "", third = ""] = before
    await w.asWorker((ctx) => moveAsk(ctx, { id: third, way: "up" }))
    expect(await order()).toEqual([first, third, second])
    await w.asWorker((ctx) => moveAsk(ctx, { id: first, to: 3 }))
    expect(await order()).toEqual([third, second, first])
    await w.asWorker((ctx) => moveAsk(ctx, { id: first, way: "down" }))
    expect(await order(), "the last stays the last").toEqual([third, second, first])
    await expect(w.asViewer((ctx) => moveAsk(ctx, { id: first, way: "up" }))).rejects.toThrow()
    await publish(id, "They meet soon")
    await send(id, { despite: "They meet soon" })
    await expect(w.asWorker((ctx) => moveAsk(ctx, { id: first, way: "up" }))).rejects.toThrow(/been sent/)
  })
})
