import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { answers, letters, rateLimits, responseVersions, unnamedAnswers } from "@/db/schema"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { getOurs } from "@/lib/consultations/answering/own/queries"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { numberLines } from "@/lib/consultations/editions/columns"
import type { EditionDocument } from "@/lib/consultations/editions/document"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listPassages } from "@/lib/consultations/passages/queries"
import { listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { getReach } from "@/lib/consultations/reach/queries"
import { getResults, readFrozen } from "@/lib/consultations/results/queries"
import { sealFrom, unsealed } from "@/lib/consultations/sealed"
import { copyAnswer, signOffResponse } from "@/lib/consultations/signing/commands"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { giveVote, proposeStatement } from "@/lib/consultations/statements/commands"
import { proposeInput, voteInput } from "@/lib/consultations/statements/input"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { consulting } from "./support/consulting"
import { silentGroups } from "./support/silent-groups"

const consulted = await consulting()
const { w, open, said, sign, planned } = consulted
const nobody = { naming: "nobody", partsBy: "sector" }

const { more, answer } = await silentGroups(consulted)

const WORDS = [
  "The last bus went at six",
  "Nothing",
  "We walk",
  "Half our people stay away",
  "The fare",
  "Evenings are worst",
]

describe("Answers that are named to nobody", async () => {
  const of = await open({ title: "In confidence", ...nobody })
  for (const [at, words] of WORDS.entries()) await answer(of, at, at % 2 ? "o1" : "o3", words, at !== 2)

  it("are locked while it is open: whoever reads the tables finds nothing in them, not even by their length", async () => {
    const tables = await w.system(async (ctx) => {
      const drafts = await ctx.tx.select().from(answers)
      const sent = await ctx.tx.select().from(responseVersions)
      const log = await ctx.tx.execute<{ all: string }>(
        sql`select coalesce(string_agg(e::text, ' '), '') || (select coalesce(string_agg(l::text, ' '), '') from letters l)
          || (select coalesce(string_agg(s::text, ' '), '') from submissions s) || (select coalesce(string_agg(d::text, ' '), '') from drafts d) as all from events e`,
      )
      return { drafts, sent, text: JSON.stringify([drafts, sent, log]) }
    })
    expect(WORDS.slice(2).filter((words) => tables.text.includes(words))).toEqual([])
    expect(tables.text.includes('"choice"')).toBe(false)
    const lengths = tables.drafts.map(({ value }) => JSON.stringify(value).length)
    expect(new Set(lengths).size).toBe(1)
    expect(tables.drafts).toHaveLength(12)
    const [first] = tables.drafts
    const raw = { responseId: first?.responseId ?? "", questionId: first?.questionId ?? "" }
    expect(() => unsealed(null, raw, first?.value ?? {})).toThrow(RuleBroken)
    expect(() => unsealed(sealFrom("anotherSalt"), raw, first?.value ?? {})).toThrow(RuleBroken)
  })

  it("are there for their group to read, change and send again, and for nobody else", async () => {
    const { id: group, email = "" } = more[0] ?? { id: "" }
    const mine = await w.as(email, (ctx) => openResponse(ctx, of.id, group))
    expect(mine.answers.get(of.questions[3]?.id ?? "")?.value).toEqual({ text: WORDS[0] })
    await expect(
      w.as(email, (ctx) => signOffResponse(ctx, { id: of.id, group, seen: mine.seen, quotes: "public" })),
    ).rejects.toThrow(/sent already/)
    const change = said(of, 3, "The last bus went at five", { group, version: 1 })
    await w.as(email, (ctx) => saveAnswer(ctx, change))
    const again = await w.as(email, (ctx) => getOurs(ctx, of.id, group))
    expect(again.ours?.unsent).toHaveLength(1)
    expect(again.ours?.earlier.map(({ value }) => value)).toEqual([{ text: WORDS[0] }])
    await w.as(email, (ctx) => sign(ctx, of, group))
    const twice = said(of, 3, "Too late", { group, version: 1 })
    await expect(w.as(email, (ctx) => saveAnswer(ctx, twice))).rejects.toThrow(/changed this answer/)
  })

  it("are shown to no staff, nor entered by them, and no email tells them", async () => {
    await expect(w.asManager((ctx) => signedOffAnswers(ctx, of.id))).rejects.toThrow(NotAllowed)
    expect((await w.asManager((ctx) => getResults(ctx, of.id))).questions).toEqual([])
    await expect(
      w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o1", { group: w.choir.id }))),
    ).rejects.toThrow(/anonymous/)
    const { id: group, email = "" } = more[0] ?? { id: "" }
    await expect(w.as(email, (ctx) => copyAnswer(ctx, { id: of.id, group }))).rejects.toThrow(RuleBroken)
    const reach = await w.asManager((ctx) => getReach(ctx, of.id))
    expect(reach.groups.filter(({ standing }) => standing === "answered")).toHaveLength(6)
  })

  it("are kept without their groups once it has closed, and counted as they were", async () => {
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    const left = await w.system(async (ctx) => ({
      drafts: await ctx.tx.execute(
        sql`select from answers a join responses r on r.id = a.response_id where r.consultation_id = ${of.id}::uuid`,
      ),
      earlier: await ctx.tx.execute(
        sql`select from answer_revisions a join responses r on r.id = a.response_id where r.consultation_id = ${of.id}::uuid`,
      ),
      sent: await ctx.tx.execute<{ answers: unknown }>(
        sql`select v.answers from response_versions v join responses r on r.id = v.response_id where r.consultation_id = ${of.id}::uuid`,
      ),
      salt: await ctx.tx.execute(sql`select seal_salt from consultations where id = ${of.id}::uuid`),
      words: await ctx.tx.select().from(unnamedAnswers),
      quotable: await ctx.tx.execute(
        sql`select from responses where consultation_id = ${of.id}::uuid and quotable is not null`,
      ),
    }))
    expect(left.drafts).toHaveLength(0)
    expect(left.earlier).toHaveLength(0)
    expect(left.quotable).toHaveLength(0)
    expect(left.sent.map((row) => row.answers)).toEqual(Array(7).fill({}))
    expect([...left.salt]).toEqual([{ seal_salt: null }])
    expect(left.words.map(({ value }) => value.text).sort()).toEqual(
      ["The last bus went at five", ...WORDS.slice(1)].sort(),
    )
    expect(left.words.filter(({ quotable }) => !quotable).map(({ value }) => value.text)).toEqual(["We walk"])
    const results = await w.as(more[1]?.email ?? "", (ctx) => getResults(ctx, of.id))
    expect(results).toMatchObject({ asked: 9, answered: 6 })
    expect(results.questions[0]?.options.map(({ count }) => count)).toEqual([3, 0, 3])
    expect(results.questions[3]?.written).toHaveLength(5)
    const document = (await w.system((ctx) => readFrozen(ctx, of.id)))?.document as EditionDocument
    expect(document.questions[0]?.parts, "one part only").toEqual([])
  })

  it("can’t be shown to their group afterwards, nor taken back: it was told so", async () => {
    const { id: group, email = "" } = more[0] ?? { id: "" }
    const { ours } = await w.as(email, (ctx) => getOurs(ctx, of.id, group))
    expect(ours?.sent?.answers).toEqual({})
    await expect(
      w.as(email, (ctx) => changeConsent(ctx, { id: of.id, group, quotes: "no" })),
    ).rejects.toThrow(/nobody can tell which words are yours/)
    expect(await w.asManager((ctx) => listPassages(ctx, of.id))).toEqual([])
  })

  it("can’t be parted before it closes, nor where groups were told otherwise", async () => {
    const other = await open({ title: "Still open", ...nobody })
    const part = (id: string) => w.system((ctx) => ctx.tx.execute(sql`select part_answers(${id}::uuid)`))
    await expect(part(other.id)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/closed/) },
    })
    const named = await open({ title: "Named" })
    await w.asWorker((ctx) => closeConsultation(ctx, { ...named, reason: "All have answered" }))
    await expect(part(named.id)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/nobody/) },
    })
  })

  it("of a question that fewer than five answered are never opened", async () => {
    const few = await open({ title: "Few", ...nobody })
    for (const at of [0, 1, 2, 3]) await answer(few, at, "o1", `Few words ${at}`)
    await w.asWorker((ctx) => closeConsultation(ctx, { ...few, reason: "All have answered" }))
    const kept = await w.system((ctx) =>
      ctx.tx.execute(sql`select from unnamed_answers where consultation_id = ${few.id}::uuid`),
    )
    expect(kept).toHaveLength(0)
    const results = await w.asManager((ctx) => getResults(ctx, few.id))
    expect(results.questions.every(({ held, kind }) => held || kind === "text")).toBe(true)
  })
})

describe("Votes on statements that are named to nobody", () => {
  it("are sealed as other answers are, counted at closing, and take no statements of groups", async () => {
    const of = await w.asWorker(async (ctx) => {
      const { id } = await planConsultation(ctx, planned({ title: "Sealed votes", ...nobody }))
      await addQuestion(
        ctx,
        addQuestionInput.parse({
          consultationId: id,
          kind: "statements",
          title: "What do you say?",
          statements: "Buses should run later\nFares should be lower",
        }),
      )
      const questions = await listQuestions(ctx, id)
      await openConsultation(ctx, { id, periodReason: null })
      return { id, questionId: questions[0]?.id ?? "" }
    })
    for (const [at, { id: group, email }] of more.slice(0, 5).entries())
      await w.as(email, async (ctx) => {
        for (const statement of ["o1", "o2"])
          await giveVote(
            ctx,
            voteInput.parse({ ...of, group, statement, vote: at === 0 ? "disagree" : "agree" }),
          )
        await giveVote(ctx, voteInput.parse({ ...of, group, statement: "o2", vote: "pass" }))
        await sign(ctx, of, group)
      })
    const sentNow = await w.system((ctx) =>
      ctx.tx.execute<{ answers: unknown }>(
        sql`select v.answers from response_versions v join responses r on r.id = v.response_id where r.consultation_id = ${of.id}::uuid`,
      ),
    )
    expect(JSON.stringify(sentNow)).not.toMatch(/agree|pass/)
    const [{ id: group, email } = { id: "", email: "" }] = more
    const propose = proposeInput.parse({ ...of, group, body: "Shelters, please" })
    await expect(w.as(email, (ctx) => proposeStatement(ctx, propose))).rejects.toThrow(/anonymous/)
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    const document = (await w.system((ctx) => readFrozen(ctx, of.id)))?.document as EditionDocument
    const votes = document.questions[0]?.statements?.each.map(({ options }) =>
      options.map(({ groups }) => groups),
    )
    expect(votes).toEqual([
      [4, 1, 0],
      [0, 0, 5],
    ])
    const columns = numberLines(document)[0]?.slice(2) ?? []
    expect(columns).toContain("q1_s1_a")
    expect(
      columns.filter((name) => name.endsWith("_unsure")),
      "nobody could say so",
    ).toEqual([])
  })
})

describe("Whoever has the whole database, in every state of it, and its letters", () => {
  /** What each row of kept words could be told by: where it lies, which transaction wrote it, its id. */
  const trail = (id: string) =>
    w.system((ctx) =>
      ctx.tx.execute<{ text: string; xmin: string; id: string }>(
        sql`select value->>'text' as text, xmin::text, id from unnamed_answers where consultation_id = ${id}::uuid order by ctid`,
      ),
    )

  it("ties words to groups no better than chance, by order, time, ids, sizes or place in the table", async () => {
    const rounds = 60
    const many = 6
    const hits = { ctid: 0, id: 0, again: 0 }
    const sizes = new Set<string>()
    const writers: number[] = []
    for (let round = 0; round < rounds; round++) {
      await authDatabase().delete(rateLimits)
      const of = await open({ title: `Round ${round}`, ...nobody })
      const order = [0, 1, 2, 3, 4, 5].sort(() => Math.random() - 0.5)
      for (const at of order) await answer(of, at, "o1", `words of ${at}${"x".repeat(at * 40)}`)
      const [size] = await w.system((ctx) =>
        ctx.tx.execute<{ sizes: string }>(
          sql`select string_agg(distinct pg_column_size(v.answers)::text, ',') as sizes from response_versions v join responses r on r.id = v.response_id where r.consultation_id = ${of.id}::uuid`,
        ),
      )
      sizes.add(size?.sizes ?? "")
      await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
      const rows = await trail(of.id)
      writers.push(new Set(rows.map(({ xmin }) => xmin)).size)
      const whose = rows.map(({ text }) => Number(text.match(/words of (\d)/)?.[1]))
      const byId = [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))
      for (let place = 0; place < many; place++) {
        if (whose[place] === order[place]) hits.ctid++
        if (whose[place] === place) hits.again++
        if (Number(byId[place]?.text.match(/words of (\d)/)?.[1]) === order[place]) hits.id++
      }
    }
    // By chance one in six is right: 60 of 360, with a deviation of 7.1. Five of those are never seen by chance.
    for (const [way, right] of Object.entries(hits)) expect(right, way).toBeGreaterThan(60 - 36)
    for (const [way, right] of Object.entries(hits)) expect(right, way).toBeLessThan(60 + 36)
    expect(new Set(writers), "one transaction wrote them all").toEqual(new Set([1]))
    expect([...sizes].join(), "every answer is as long as every other").toMatch(/^\d+$/)
  }, 240_000)
})

it("No letter of an answer that is named to nobody says what was answered", async () => {
  const posted = await w.system((ctx) => ctx.tx.select().from(letters))
  const copies = posted.filter(({ letter }) => letter === "consultation-copy")
  expect(copies.length).toBeGreaterThan(10)
  expect(copies.map(({ props }) => props?.answers)).toEqual(copies.map(() => []))
})
