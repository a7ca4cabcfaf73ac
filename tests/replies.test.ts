import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { asPerson } from "@/lib/access/doors"
import { getDay } from "@/lib/daily-letter/queries"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { listCalendar } from "@/lib/home/calendar/queries"
import { putNeed } from "@/lib/needs/commands"
import { chaseReply } from "@/lib/representations/chasing/commands"
import { chaserOf } from "@/lib/representations/chasing/queries"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { getRepresentation } from "@/lib/representations/queries"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import type { ReplySaid } from "@/lib/representations/replies/input"
import { papers } from "./support/papers"

const { w, closedOne, sentOne, paper } = await papers()
const file = (ask: string, over: Partial<ReplySaid>) =>
  w.asWorker((ctx) =>
    recordReply(ctx, { id: ask, reply: "accepted", replyText: null, repliedOn: null, ...over }),
  )
const askOf = async (id: string) => (await w.asViewer((ctx) => getRepresentation(ctx, id))).asks[0]
const PROMISE = {
  reply: "promised",
  replyText: "A late bus.",
  promisedBy: "Head of transport",
  promisedFor: "2026-11-02",
} as const

describe("What a body says to an ask", () => {
  it("is filed beside what it said before, and the last counts", async () => {
    const { id, ask } = await sentOne()
    await file(ask, { reply: "acknowledged", sender: "The post room" })
    expect(await askOf(id)).toMatchObject({ reply: null, acknowledgedOn: expect.any(String) })
    await file(ask, { reply: "answered", replyText: "We will look at it." })
    await file(ask, { reply: "partly", replyText: "On Mondays.", sender: "Pat Officer" })
    const now = await askOf(id)
    expect(now).toMatchObject({ reply: "partly", replyText: "On Mondays." })
    expect(now?.replies.map(({ reply }) => reply)).toEqual(["partly", "answered", "acknowledged"])
    expect(now?.replies[0]).toMatchObject({ sender: "Pat Officer", enteredBy: "Wendy Worker" })
  })

  it("was acknowledged on the first day, whichever is filed first", async () => {
    const { id, ask } = await sentOne()
    const day = async () => (await w.asViewer((ctx) => getRepresentation(ctx, id))).acknowledgedOn
    await w.asWorker((ctx) =>
      ctx.tx.execute(sql`update representations set acknowledged_on = current_date + 5 where id = ${id}`),
    )
    await file(ask, { reply: "acknowledged" })
    expect(await day()).toBe((await askOf(id))?.acknowledgedOn)
  })

  it("stays as it was filed, whoever tries", async () => {
    const { ask } = await sentOne()
    await file(ask, {})
    for (const tried of [
      sql`update ask_replies set words = 'No.' where ask_id = ${ask}`,
      sql`delete from ask_replies where ask_id = ${ask}`,
      sql`update ask_outcomes set outcome = 'No.'`,
    ])
      await expect(w.asManager((ctx) => ctx.tx.execute(tried))).rejects.toThrow()
  })

  it("is no closing word as long as it only says that they have it", async () => {
    const { id, ask } = await sentOne()
    await file(ask, { reply: "acknowledged" })
    const close = () => w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Nothing yet." }))
    await expect(close()).rejects.toThrow(/no reply yet/)
    await file(ask, { reply: "no_reply" })
    await close()
  })

  it("has a reason when it is no, and says who keeps a promise and by when", async () => {
    const { ask } = await sentOne()
    await expect(file(ask, { reply: "rejected" })).rejects.toThrow(/reason/)
    await expect(file(ask, { reply: "promised", promisedFor: "2027-01-01" })).rejects.toThrow(/who promised/)
    await expect(file(ask, { reply: "accepted", promisedBy: "Somebody" })).rejects.toThrow(
      /date it’s promised/,
    )
    await expect(file(ask, { fileId: w.foodbank.id })).rejects.toThrow(/files of this representation/)
    await file(ask, { reply: "rejected", reason: "No money." })
  })

  it("is for workers and managers to file", async () => {
    const { ask } = await sentOne()
    const said = { id: ask, reply: "accepted" as const, replyText: null, repliedOn: null }
    for (const as of [w.asViewer, w.asLead])
      await expect(as((ctx) => recordReply(ctx, said))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => recordReply(ctx, said))).rejects.toThrow(NotFound)
  })
})

describe("A promise", () => {
  it("comes up on Today and in the daily email once its day is past, until it has ended", async () => {
    const { id, ask } = await sentOne()
    await file(ask, PROMISE)
    const seen = async () => ({
      today: (await w.asWorker((ctx) => listCalendar(ctx, []))).filter((one) => one.kind === "promise")
        .length,
      email: (await w.asWorker(getDay)).overdue.filter(({ title }) => title.includes("promised")).length,
    })
    expect(await seen()).toEqual({ today: 1, email: 1 })
    const [promise] = (await askOf(id))?.replies ?? []
    const end = (ending: "kept" | "not_kept") =>
      w.asWorker((ctx) =>
        recordAskOutcome(ctx, {
          ...{ id: ask, outcome: "The late bus runs.", outcomeOn: null },
          ...{ promiseId: promise?.id, ending },
        }),
      )
    await end("kept")
    expect(await seen()).toEqual({ today: 0, email: 0 })
    await expect(end("not_kept")).rejects.toThrow(/already said how/)
    expect((await paper(id)).replies[0]).toMatchObject({
      promise: { by: "Head of transport", on: "2026-11-02", ending: "kept" },
    })
  })

  it("is replaced by what they say later", async () => {
    const { ask } = await sentOne()
    await file(ask, PROMISE)
    await file(ask, { ...PROMISE, promisedFor: "2099-01-01" })
    const late = await w.asWorker(getDay)
    expect(late.overdue.filter(({ title }) => title.includes("promised"))).toEqual([])
  })

  it("is no outcome before the paper was sent", async () => {
    const { ask } = await closedOne()
    await expect(
      w.asWorker((ctx) => recordAskOutcome(ctx, { id: ask, outcome: "A bus.", outcomeOn: null })),
    ).rejects.toThrow(/Mark it as sent/)
  })

  it("ends years later, after closing too, and may have met a need", async () => {
    const { id, ask } = await sentOne()
    await file(ask, PROMISE)
    const [need] = await w.asWorker((ctx) =>
      ctx.tx.execute<{ id: string }>(
        sql`insert into needs (lio_id, title) values (${ctx.lio.id}, 'A late bus') returning id`,
      ),
    )
    const needId = need?.id ?? ""
    await w.asWorker((ctx) => putNeed(ctx, { id: needId, askId: ask }))
    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "A promise." }))
    const happened = { id: ask, outcome: "It runs.", outcomeOn: null }
    await w.asWorker((ctx) => recordAskOutcome(ctx, { ...happened, needIds: [needId] }))
    expect((await askOf(id))?.outcomes[0]).toMatchObject({
      outcome: "It runs.",
      needs: [{ title: "A late bus" }],
    })
    await expect(
      w.asWorker((ctx) => recordAskOutcome(ctx, { ...happened, needIds: [w.choir.id] })),
    ).rejects.toThrow(RuleBroken)
  })
})

describe("A reminder to the body", () => {
  const chase = (id: string, over = {}) =>
    w.asWorker((ctx) =>
      chaseReply(ctx, {
        id,
        toName: "Pat Officer",
        toEmail: "pat@council.example",
        words: "Please.",
        ...over,
      }),
    )
  const sent = () =>
    w.system((ctx) =>
      ctx.tx.execute<{ to: string; props: string }>(
        sql`select to_email as "to", props::text from letters where letter = 'representation-chaser' order by created_at`,
      ),
    )

  it("goes when staff press, once a day at most, and stands in the history", async () => {
    const { id } = await sentOne()
    await chase(id, { button: "try" })
    await chase(id)
    await expect(chase(id)).rejects.toThrow(/reminded today/)
    const letters = await sent()
    expect(letters.map(({ to }) => to)).toEqual(["worker@ribble.example", "pat@council.example"])
    expect(letters[1]?.props).toContain("Run a late bus.")
    const [event] = await w.asWorker((ctx) =>
      ctx.tx.execute<{ summary: string }>(
        sql`select summary from events where what = 'representation.chased'`,
      ),
    )
    expect(event?.summary).toContain("Pat Officer")
  })

  it("speaks of a promise once its day is past, not on that day", async () => {
    const { id, ask } = await sentOne()
    await file(ask, { ...PROMISE, promisedFor: "2026-11-02" })
    const late = (now: string) =>
      asPerson(
        "ribble",
        { email: "worker@ribble.example" },
        async (ctx) => {
          const whole = await getRepresentation(ctx, id)
          return (await chaserOf(ctx, whole, { toName: null, words: null })).promises.length
        },
        { now: new Date(now) },
      )
    expect([await late("2026-11-02T12:00:00Z"), await late("2026-11-03T12:00:00Z")]).toEqual([0, 1])
  })

  it("isn’t sent when nothing is awaited, nor by those who only read", async () => {
    const { id, ask } = await sentOne()
    await file(ask, {})
    await expect(chase(id)).rejects.toThrow(/nothing to remind/)
    const input = { id, toName: null, toEmail: "pat@council.example", words: null }
    await expect(w.asViewer((ctx) => chaseReply(ctx, input))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => chaseReply(ctx, input))).rejects.toThrow(NotFound)
  })
})
