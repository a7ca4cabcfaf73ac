import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { severalFields, withSeveral } from "@/lib/consultations/answering/several/input"
import { publishEdition } from "@/lib/consultations/editions/commands"
import { editionPaper } from "@/lib/consultations/editions/paper"
import {
  byIndividualLink,
  countPeople,
  findClosedToPeople,
  listPeopleWrote,
} from "@/lib/consultations/individuals/queries"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { saidField } from "@/lib/consultations/questions/showing/input"
import { getResults } from "@/lib/consultations/results/queries"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { answeringForYourself } from "./support/individuals"

const {
  w,
  draft,
  asked,
  postedFor,
  allow,
  openToPeople,
  say,
  rowOf,
  keyOf,
  both,
  confirm,
  close,
  documentOf,
} = await answeringForYourself()

describe("People who answer for themselves", () => {
  it("are counted once they confirm it by email, once each, and apart from groups", async () => {
    const of = await openToPeople({ title: "Counted apart" })
    const daily = [{ answer: "o1" }, {}, {}, { answer: "I walk." }]
    await say(of, "Pia@Example.org", daily)
    expect(await w.asViewer((ctx) => countPeople(ctx, of.id)), "nothing is confirmed yet").toBe(0)
    const letters = (await postedFor("Counted apart")).filter(
      ({ letter }) => letter === "consultation-confirm",
    )
    expect(letters).toMatchObject([{ stream: "service", toEmail: "pia@example.org" }])
    await confirm(of, "pia@example.org", daily)
    await confirm(of, "pia@example.org", [{ answer: "o2" }])
    await say(of, "pia@example.org", daily)
    expect(await w.asViewer((ctx) => countPeople(ctx, of.id))).toBe(1)
    expect(
      (await rowOf(of, "pia@example.org"))?.answers,
      "what was confirmed counts, not what is typed",
    ).toEqual({
      [of.questions[0]?.id ?? ""]: { choice: "o2" },
    })
    await say(of, "never@example.org", daily)
    for (const at of [1, 2, 3, 4]) await both(of, `p${at}@example.org`, daily)
    await close(of.id)
    const results = await w.asViewer((ctx) => getResults(ctx, of.id))
    expect(results).toMatchObject({ asked: 2, answered: 0 })
    expect(results.questions.map(({ answered }) => answered)).toEqual([0, 0, 0, 0])
    expect(results.people).toMatchObject({ answered: 5 })
    expect(results.people?.questions[0]).toMatchObject({
      ...{ answered: 5, held: false, finding: "Most people chose “Daily”: 4 of 5 (80%)" },
      counts: [
        { label: "Daily", people: 4 },
        { label: "Weekly", people: 1 },
        { label: "Never", people: 0 },
      ],
    })
    expect(results.people?.questions[3], "four wrote something").toMatchObject({ answered: 4 })
    expect((await documentOf(of.id)).people).toEqual(results.people)
    const wrote = await w.asViewer((ctx) => listPeopleWrote(ctx, results.consultation))
    expect(wrote, "words of fewer than five are not shown").toEqual([])
  })

  it("lose their address when it closes, and what was never confirmed is deleted", async () => {
    const of = await openToPeople({ title: "Parted" })
    const key = async () => keyOf(of, "p@example.org")
    await both(of, "p@example.org", [{ answer: "o1" }])
    await say(of, "never@example.org", [{ answer: "o1" }])
    const link = { lio: "ribble", key: await key() }
    expect(await byIndividualLink(link, async (_, own) => own.open)).toBe(true)
    await close(of.id)
    await expect(byIndividualLink(link, async () => 1)).rejects.toThrow(SignedOut)
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ email: string | null; typed: object }>(
        sql`select email, typed from individual_answers where consultation_id = ${of.id}`,
      ),
    )
    expect([...rows]).toEqual([{ email: null, typed: {} }])
    const { people } = await w.asViewer((ctx) => getResults(ctx, of.id))
    expect(people, "of fewer than five nothing is shown but how many").toEqual({ answered: 1, questions: [] })
    await expect(say(of, "late@example.org", [{ answer: "o1" }])).rejects.toThrow(NotFound)
  })

  it("read on its page when it closed, and what came of it once that is published", async () => {
    const of = await openToPeople({ title: "Read later" })
    const later = () => w.asPublic((ctx) => findClosedToPeople(ctx, of.id))
    expect(await later()).toBeNull()
    await close(of.id)
    expect(await later()).toMatchObject({ title: "Read later", closedAt: expect.any(Date), edition: null })
    await w.asWorker((ctx) => publishEdition(ctx, { id: of.id, edition: 1 }))
    expect(await later()).toMatchObject({ edition: 1 })
    const groupsOnly = await draft({ title: "Not for people" })
    expect(await w.asPublic((ctx) => findClosedToPeople(ctx, groupsOnly.id))).toBeNull()
  })

  it("can answer every kind of question on one page, and only what they are asked", async () => {
    const made = await draft({ title: "Every kind" })
    const add = (over: Record<string, unknown>) => w.asWorker((ctx) => addQuestion(ctx, asked(made.id, over)))
    await add({ kind: "number", title: "How many trips?", least: "0", most: "50" })
    await add({ kind: "ranking", title: "What first?", options: "Evenings\nSundays\nFares" })
    await add({
      kind: "matrix",
      title: "How good are these?",
      things: "Stops\nSeats",
      steps: "5",
      required: "yes",
    })
    await add({
      kind: "statements",
      title: "What do you say?",
      statements: "Buses end too early\nFares are fair",
    })
    const questions = await w.asWorker((ctx) => listQuestions(ctx, made.id))
    await allow(made.id)
    await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))
    const of = { id: made.id, questions }
    const things = questions[6]?.setting.options?.map(({ id }) => id) ?? []
    const statements = questions[7]?.setting.options?.map(({ id }) => id) ?? []
    const all = (over: Record<number, Record<string, unknown>> = {}) =>
      [
        { answer: "o1" },
        { answer: ["o1", "o2"] },
        { answer: "4" },
        { answer: "I walk." },
        { answer: "12" },
        { rank: [{ place: "2" }, { place: "1" }, { place: "" }] },
        { rate: things.map((row, at) => ({ row, point: String(at + 3) })) },
        { vote: statements.map((row) => ({ row, point: "agree" })) },
      ].map((one, at) => over[at] ?? one)
    await both(of, "p0@example.org", all())
    const value = (await rowOf(of, "p0@example.org"))?.answers as Record<string, object>
    expect(questions.map(({ id }) => value[id])).toEqual([
      { choice: "o1" },
      { choices: ["o1", "o2"] },
      { scale: 4 },
      { text: "I walk." },
      { number: 12 },
      { ranking: ["o2", "o1"] },
      { ratings: { [things[0] ?? ""]: 3, [things[1] ?? ""]: 4 } },
      { votes: { [statements[0] ?? ""]: "agree", [statements[1] ?? ""]: "agree" } },
    ])
    const fields = severalFields(questions, value as never)
    const at = (name: string, place: number) => fields[name.replace("?", questions[place]?.id ?? "")]
    expect([
      at("answer-?", 0),
      at("rank-?.0.place", 5),
      at("rate-?.1.point", 6),
      at("vote-?.0.point", 7),
    ]).toEqual([...["o1", "2", "4", "agree"]])
    const refused = (over: Record<number, Record<string, unknown>>) =>
      say(of, "x@example.org", all(over)).then(
        () => null,
        (refusal: RuleBroken) => refusal.field,
      )
    expect(await refused({ 0: {} }), "it has to be answered").toBe(`answer-${questions[0]?.id}`)
    expect(await refused({ 0: { answer: "o9" } })).toBe(`answer-${questions[0]?.id}`)
    expect(await refused({ 4: { answer: "many" } })).toBe(`answer-${questions[4]?.id}`)
    expect(await refused({ 5: { rank: [{ place: "1" }, { place: "1" }] } })).toBe(
      `rank-${questions[5]?.id}.0.place`,
    )
    expect(await refused({ 6: { rate: [{ row: things[0] ?? "", point: "3" }] } })).toBe(
      `rate-${questions[6]?.id}.1.point`,
    )
    expect(await refused({ 7: { vote: [{ row: statements[0] ?? "", point: "maybe" }] } })).toBe(
      `answer-${questions[7]?.id}`,
    )
    const rows = { vote: [{ row: crypto.randomUUID(), point: "agree" }] }
    expect(await refused({ 7: rows }), "a statement that groups proposed has a long id").toBe(null)
    const long = withSeveral({}).safeParse({ [`answer-${questions[0]?.id}`]: ["a".repeat(300)] })
    expect(long.error?.issues[0]?.path).toEqual([`answer-${questions[0]?.id}`])
    for (const place of [1, 2, 3, 4]) await both(of, `p${place}@example.org`, all())
    await close(of.id)
    const { people, consultation } = await w.asViewer((ctx) => getResults(ctx, of.id))
    expect(people?.questions.map(({ title, answered }) => [title, answered])).toEqual(
      [
        ...["Do you use the bus?", "What is missing?", "How much does it matter?", "Tell us about one time."],
        ...["How many trips?", "What first?", "How good are these?: Stops", "How good are these?: Seats"],
        ...["What do you say?: Buses end too early", "What do you say?: Fares are fair"],
      ].map((title) => [title, 5]),
    )
    expect(JSON.stringify(people), "people are not called groups").not.toMatch(/groups?\b/)
    expect(await w.asViewer((ctx) => listPeopleWrote(ctx, consultation))).toEqual([
      { number: 4, title: "Tell us about one time.", texts: Array(5).fill("I walk.") },
    ])
    await expect(w.asLead((ctx) => listPeopleWrote(ctx, consultation))).rejects.toThrow(NotAllowed)
    const paper = JSON.stringify(
      editionPaper(await documentOf(of.id), {
        ...{ digest: "d", publishedAt: new Date(), address: "a", zone: "Europe/London", editions: [] },
        letterhead: { name: "Ribble", colour: null, lines: [] } as never,
      }),
    )
    expect(paper).toContain("5 people answered for themselves, not for a group.")
    expect(paper).toContain("Most people put “Sundays” first: 5 of 5 (100%)")
  })

  it("aren’t asked what hangs on an answer that they didn’t give", async () => {
    const made = await draft({ title: "Hangs" })
    await w.asWorker((ctx) =>
      addQuestion(
        ctx,
        asked(made.id, {
          title: "Why never?",
          onlyIf: [{ said: saidField(made.questions[0]?.id ?? "", "o3") }],
          required: "yes",
        }),
      ),
    )
    const questions = await w.asWorker((ctx) => listQuestions(ctx, made.id))
    expect(questions[4]?.setting.onlyIf?.options).toEqual(["o3"])
    await allow(made.id)
    await w.asWorker((ctx) => openConsultation(ctx, { id: made.id, periodReason: null }))
    const of = { id: made.id, questions }
    await both(of, "p@example.org", [{ answer: "o1" }, {}, {}, {}, { answer: "o2" }])
    expect(Object.keys((await rowOf(of, "p@example.org"))?.answers ?? {})).toEqual([questions[0]?.id])
    await expect(say(of, "q@example.org", [{ answer: "o3" }])).rejects.toThrow(RuleBroken)
  })
})
