import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { cases, sessionGroups, sessions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addAsk } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { publishRepresentation, withdrawVersion } from "@/lib/representations/publishing/commands"
import { recordAskOutcome, recordReply } from "@/lib/representations/replies/commands"
import type { ReplySaid } from "@/lib/representations/replies/input"
import { addBodyComment } from "@/lib/representations/scorecard/commands"
import type { FigureKey } from "@/lib/representations/scorecard/figures"
import { getPublicScorecard, getScorecard, type ScoredBody } from "@/lib/representations/scorecard/queries"
import { outOf } from "@/lib/representations/scorecard/words"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { choosePapers } from "@/lib/representations/signing/commands"
import { world } from "./support/world"

const w = await world()
/** As the worker, on a day that is over. */
const on = <T>(day: string, work: (ctx: Ctx) => Promise<T>) =>
  asPerson("ribble", { email: "worker@ribble.example" }, work, { now: new Date(`${day}T10:00:00Z`) })
const ALWAYS = { from: "2020-01-01", to: "2030-01-01" }

/** A paper with so many asks, sent on a day with a day to reply by; the ids of its asks in their order. */
const sent = (title: string, day: string, due: string, asks: number, body = w.council.id) =>
  on(day, async (ctx) => {
    const { id } = await startRepresentation(ctx, {
      ...{ title, bodyId: body, addressee: null, consultationId: null, introduction: null },
    })
    const made: string[] = []
    for (let at = 1; at <= asks; at++)
      made.push((await addAsk(ctx, { representationId: id, text: `${title} ${at}`, why: null })).id)
    await publishRepresentation(ctx, { id })
    await sendRepresentation(ctx, { id, sentOn: null, replyDueOn: due })
    return { id, asks: made }
  })
const says = (day: string, ask: string | undefined, over: Partial<ReplySaid> & Pick<ReplySaid, "reply">) =>
  on(day, (ctx) => recordReply(ctx, { id: ask ?? "", replyText: null, repliedOn: null, ...over }))
const ends = (ask: string | undefined, promiseId: string, ending: "kept" | "not_kept" | "changed") =>
  w.asWorker((ctx) =>
    recordAskOutcome(ctx, { id: ask ?? "", promiseId, ending, outcome: "So it went.", outcomeOn: null }),
  )
const promise = (on: string) => ({ reply: "promised", promisedBy: "Transport", promisedFor: on }) as const

const card = async (between = ALWAYS) =>
  (await w.asViewer((ctx) => getScorecard(ctx, between))).find(({ id }) => id === w.council.id)
const figure = (of: ScoredBody | undefined, key: FigureKey) => of?.figures.find((one) => one.key === key)

// By hand: nine asks in three papers of the council. Days allowed 28, 14, 7; first answers after 10 and 30 days.
const first = await sent("Buses", "2026-01-01", "2026-01-29", 6)
const second = await sent("Halls", "2026-02-01", "2026-02-15", 2)
const third = await sent("Parks", "2026-03-01", "2026-03-08", 1)
await says("2026-01-05", first.asks[0], { reply: "acknowledged" })
await says("2026-01-11", first.asks[0], { reply: "rejected", reason: "No money." })
await says("2026-01-20", first.asks[0], { reply: "accepted" })
await says("2026-01-12", first.asks[1], { reply: "partly" })
const kept = await says("2026-01-13", first.asks[2], promise("2026-02-01"))
const broken = await says("2026-01-13", first.asks[3], promise("2026-02-01"))
await says("2026-01-13", first.asks[4], promise("2026-02-01"))
await says("2026-01-13", first.asks[5], promise("2099-01-01"))
await ends(first.asks[2], kept.replyId, "kept")
await ends(first.asks[3], broken.replyId, "not_kept")
await says("2026-03-03", second.asks[0], { reply: "rejected", reason: "No hall." })
await says("2026-03-03", second.asks[1], { reply: "no_reply" })
await says("2026-03-02", third.asks[0], { reply: "acknowledged" })

describe("How a body replies", () => {
  it.each([
    ["papers", 3, 3],
    ["allowed", 14, 3],
    ["taken", 20, 2],
    ["put", 9, 9],
    ["acknowledged", 8, 9],
    ["answered", 7, 9],
    ["accepted", 1, 7],
    ["partly", 1, 7],
    ["rejected", 1, 7],
    ["promised", 4, 7],
    ["undecided", 0, 7],
    ["promises", 4, 7],
    ["kept", 1, 4],
    ["not_kept", 1, 4],
    ["changed", 0, 4],
    ["open", 1, 4],
    ["overdue", 1, 4],
  ] as const)("counts %s: %i of %i, as by hand, and the rows are as many", async (key, value, of) => {
    const one = figure(await card(), key)
    expect(one).toMatchObject({ value, of })
    expect(one?.rows.length).toBe(["allowed", "taken"].includes(key) ? of : value)
  })

  it("says what each number is out of", async () => {
    const of = await card()
    const said = (key: FigureKey) =>
      outOf(figure(of, key) as ScoredBody["figures"][number], of?.figures ?? [])
    expect(said("accepted")).toBe("of 7 asks answered, out of 9 put to them")
    expect(said("answered")).toBe("of 9 asks put to them")
    expect(said("kept")).toBe("of 4 promises")
    expect(said("taken")).toBe("median for the 2 of 3 papers with an answer")
  })

  it("opens just the rows that it counted", async () => {
    const texts = figure(await card(), "overdue")?.rows.map(({ ask }) => ask?.text)
    expect(texts).toEqual(["Buses 5"])
    expect(figure(await card(), "taken")?.rows.map(({ paper }) => paper.daysTaken)).toEqual([10, 30])
  })

  it("is of the papers sent in the period, the first and the last day included", async () => {
    const put = async (from: string, to: string) => figure(await card({ from, to }), "put")?.value
    expect(await put("2026-02-01", "2026-03-01")).toBe(3)
    expect(await put("2026-02-02", "2026-02-28")).toBeUndefined()
  })

  it("counts the meetings that staff recorded in the period, of all contact with the body, and no confidential case", async () => {
    const meet = (kind: "meeting" | "phone", on: string, over: Partial<typeof sessions.$inferInsert> = {}) =>
      w.system(async (ctx) => {
        const lioId = ctx.lio.id
        const [made] = await ctx.tx
          .insert(sessions)
          .values({ ...{ lioId, on, kind, note: "Talked", byPersonId: w.worker.id }, ...over })
          .returning({ id: sessions.id })
        await ctx.tx
          .insert(sessionGroups)
          .values(
            [w.council.id, w.choir.id].map((groupId) => ({ lioId, sessionId: made?.id ?? "", groupId })),
          )
      })
    await meet("meeting", "2026-01-10")
    await meet("meeting", "2026-02-10")
    await meet("phone", "2026-02-11")
    await meet("meeting", "2031-02-11")
    await meet("meeting", "2026-02-12", { undoneAt: new Date() })
    const [kase] = await w.system((ctx) =>
      ctx.tx
        .insert(cases)
        .values({
          lioId: ctx.lio.id,
          title: "Quiet",
          openedOn: "2026-01-01",
          openedBy: w.worker.id,
          changedAt: ctx.now,
        })
        .returning(),
    )
    await meet("meeting", "2026-02-13", { caseId: kase?.id })
    const met = figure(await card(), "meetings")
    expect(met).toMatchObject({ value: 2, of: 3, rows: [] })
    expect(met && outOf(met, [])).toBe(
      "of 3 times we recorded contact with them: meetings, calls, emails and visits",
    )
  })

  it("leaves out a paper that was withdrawn whole", async () => {
    const gone = await sent("Gone", "2026-04-01", "2026-04-29", 1)
    expect(figure(await card(), "papers")?.value).toBe(4)
    await w.asWorker((ctx) => withdrawVersion(ctx, { id: gone.id, version: 1, reason: "A mistake." }))
    expect(figure(await card(), "papers")?.value).toBe(3)
  })
})

describe("What a body says of its figures", () => {
  const words = { words: "We had no staff in January.", sender: "Pat Officer", saidOn: "2026-05-01" }
  const add = (over: Record<string, unknown> = {}) =>
    w.asWorker((ctx) => addBodyComment(ctx, { bodyId: w.council.id, ...words, ...over }))

  it("stands beside them, the last that it said, and stays as it was entered", async () => {
    await add({ words: "Wait." })
    await add()
    expect((await card())?.comment).toMatchObject(words)
    for (const tried of [sql`update body_comments set words = 'No.'`, sql`delete from body_comments`])
      await expect(w.asManager((ctx) => ctx.tx.execute(tried))).rejects.toThrow()
  })

  it("is of a public body, and not of a day to come", async () => {
    await expect(add({ bodyId: w.choir.id })).rejects.toThrow(RuleBroken)
    await expect(add({ saidOn: "2099-01-01" })).rejects.toMatchObject({ field: "saidOn" })
  })

  it("is for workers to enter, in their own LIO", async () => {
    const entered = { bodyId: w.council.id, ...words }
    await expect(w.asViewer((ctx) => addBodyComment(ctx, entered))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => addBodyComment(ctx, entered))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => addBodyComment(ctx, entered))).rejects.toThrow(NotFound)
  })
})

describe("Who reads it", () => {
  const choose = (scorecardPublic: boolean) =>
    w.asManager((ctx) => choosePapers(ctx, { papersSignedOff: false, scorecardPublic }))
  const read = () => w.asPublic((ctx) => getPublicScorecard(ctx, ALWAYS))

  it("is staff, and nobody of another LIO", async () => {
    await expect(w.asLead((ctx) => getScorecard(ctx, ALWAYS))).rejects.toThrow(NotAllowed)
    await expect(w.asPublic((ctx) => getScorecard(ctx, ALWAYS))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => getScorecard(ctx, ALWAYS))).toEqual([])
  })

  it("is anybody only while the LIO says so, which only a manager can", async () => {
    await expect(read()).rejects.toThrow(NotFound)
    await expect(
      w.asWorker((ctx) => choosePapers(ctx, { papersSignedOff: false, scorecardPublic: true })),
    ).rejects.toThrow(NotAllowed)
    await choose(true)
    const [body] = await read()
    expect(body?.figures).toEqual((await card())?.figures)
    expect(body?.comment).toMatchObject({ sender: "Pat Officer" })
    await choose(false)
    await expect(read()).rejects.toThrow(NotFound)
  })

  it("counts each body by itself", async () => {
    const other = await w.system((ctx) => make.group(ctx, { name: "NHS Board", sector: "statutory" }))
    await sent("Nurses", "2026-05-01", "2026-05-29", 2, other.id)
    const all = await w.asViewer((ctx) => getScorecard(ctx, ALWAYS))
    expect(
      all.map(({ name, figures }) => [name, figures.find(({ key }) => key === "put")?.value]),
    ).toContainEqual(["NHS Board", 2])
    expect(figure(await card(), "put")?.value).toBe(9)
    expect(await w.asViewer((ctx) => getScorecard(ctx, { ...ALWAYS, body: other.id }))).toHaveLength(1)
  })
})
