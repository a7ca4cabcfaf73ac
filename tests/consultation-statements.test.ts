import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { answerRevisions, answers, events, proposedStatements, tasks } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { firstUnanswered, openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { listQuestions, type Question, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { answerLines, tableLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { giveVote, judgeStatement, proposeStatement } from "@/lib/consultations/statements/commands"
import { judgeInput, proposeInput, voteInput } from "@/lib/consultations/statements/input"
import { countWaiting, listProposed, readVoting } from "@/lib/consultations/statements/queries"
import { answerInWords } from "@/lib/consultations/words"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { consulting } from "./support/consulting"

const { w, planned, sign, said, asAisha, postedFor } = await consulting()
const STATEMENTS = ["More buses after six", "Cheaper fares for volunteers", "A bus lane on the bridge"]

/** An open consultation with a question of statements and one of words. */
async function open(over: Record<string, unknown> = {}) {
  const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned(over)))
  const of = (said: Record<string, unknown>) =>
    addQuestionInput.parse({ consultationId: id, title: "Buses", ...said })
  await w.asWorker((ctx) => addQuestion(ctx, of({ kind: "statements", statements: STATEMENTS.join("\n") })))
  await w.asWorker((ctx) => addQuestion(ctx, of({ kind: "text" })))
  await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
  const questions = await w.asWorker((ctx) => listQuestions(ctx, id))
  return { id, questions, question: questions[0] as Question }
}
type Open = Awaited<ReturnType<typeof open>>
const at = (of: Open, group = w.foodbank.id) => ({ id: of.id, questionId: of.question.id, group })
const vote = (of: Open, statement: string, vote: string, over: Record<string, unknown> = {}) =>
  voteInput.parse({ ...at(of), statement, vote, ...over })
const propose = (of: Open, body: string, group = w.foodbank.id) =>
  proposeInput.parse({ ...at(of, group), body })
const judge = (id: string, verdict: string, reason?: string) => judgeInput.parse({ id, verdict, reason })
const voting = async (ctx: Ctx, of: Open, group = w.foodbank.id) => {
  const place = await openResponse(ctx, of.id, group)
  const question = place.questions[0] as Question
  return readVoting(ctx, of.id, place, question, { list: false })
}

describe("A question of statements", () => {
  it("is written by staff, a line each, up to 140 characters", () => {
    const parse = (statements: string) =>
      addQuestionInput.safeParse({
        consultationId: "0e5c3b1e-3c6f-4b55-9a0b-0c6f2f6f0a11",
        kind: "statements",
        title: "Buses",
        statements,
      })
    expect(parse("One\nTwo\n\nOne").data?.setting).toEqual({
      options: [
        { id: "o1", label: "One" },
        { id: "o2", label: "Two" },
      ],
    })
    expect(parse("One").error?.issues).toMatchObject([{ path: ["statements"] }])
    expect(parse(`One\n${"x".repeat(141)}`).success).toBe(false)
    expect(parse(`One\n${"x".repeat(140)}`).success).toBe(true)
  })

  it("shows one statement after the other, the same until it is voted on, and leads on after the last", async () => {
    const of = await open()
    const seen = new Set<string>()
    for (const number of [1, 2, 3]) {
      const next = await w.asLead((ctx) => voting(ctx, of))
      expect((await w.asLead((ctx) => voting(ctx, of))).statement?.id).toBe(next.statement?.id)
      seen.add(next.statement?.id ?? "")
      const done = await w.asLead((ctx) => giveVote(ctx, vote(of, next.statement?.id ?? "", "agree")))
      expect(done.next).toBe(number < 3 ? 1 : 2)
    }
    expect([...seen].sort()).toEqual(["o1", "o2", "o3"])
    expect((await w.asLead((ctx) => voting(ctx, of))).statement).toBeUndefined()
  })

  it("takes the votes of two people at once, and keeps a vote that was changed", async () => {
    const of = await open()
    await w.asLead((ctx) => giveVote(ctx, vote(of, "o1", "agree")))
    await asAisha((ctx) => giveVote(ctx, vote(of, "o2", "pass")))
    const place = await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    expect(place.answers.get(of.question.id)?.value).toEqual({ votes: { o1: "agree", o2: "pass" } })
    const kept = () =>
      w.system((ctx) =>
        ctx.tx.select().from(answerRevisions).where(eq(answerRevisions.questionId, of.question.id)),
      )
    expect(await kept()).toEqual([])
    await asAisha((ctx) => giveVote(ctx, vote(of, "o1", "disagree")))
    expect((await kept()).map(({ value }) => value.votes?.o1)).toEqual(["agree"])
    expect(answerInWords(of.question, { votes: { o1: "disagree", o2: "pass" } })).toBe(
      "Disagree: More buses after six\nPass: Cheaper fares for volunteers",
    )
  })

  it("needs a vote to go on, one of the three, on a statement that is there; later it may be left", async () => {
    const of = await open()
    await expect(w.asLead((ctx) => giveVote(ctx, vote(of, "o1", "")))).rejects.toThrow(
      "Choose agree, disagree or pass",
    )
    await expect(w.asLead((ctx) => giveVote(ctx, vote(of, "o9", "agree")))).rejects.toThrow(NotFound)
    expect(voteInput.safeParse({ ...at(of), statement: "o1", vote: "maybe" }).success).toBe(false)
    await w.asLead((ctx) => giveVote(ctx, vote(of, "o1", "", { button: "later" })))
    const place = await w.asLead((ctx) => openResponse(ctx, of.id, w.foodbank.id))
    expect(place.answers.size).toBe(0)
    expect(firstUnanswered(place)).toBe(1)
    await expect(w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))).rejects.toThrow(
      "one statement at a time",
    )
  })

  it("is voted on by groups that were asked, while it is open, and by nobody else", async () => {
    const of = await open()
    for (const as of [w.asOutsider, w.asOtherManager])
      await expect(as((ctx) => giveVote(ctx, vote(of, "o1", "agree")))).rejects.toThrow()
    await expect(w.asViewer((ctx) => giveVote(ctx, vote(of, "o1", "agree")))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    await expect(w.asLead((ctx) => giveVote(ctx, vote(of, "o1", "agree")))).rejects.toThrow("has closed")
    await expect(w.asLead((ctx) => proposeStatement(ctx, propose(of, "Late")))).rejects.toThrow("has closed")
    expect(
      await w.system((ctx) => ctx.tx.select().from(answers).where(eq(answers.questionId, of.question.id))),
    ).toEqual([])
  })
})

describe("Statements proposed by groups", () => {
  const proposedIn = (of: Open) =>
    w.system((ctx) =>
      ctx.tx.select().from(proposedStatements).where(eq(proposedStatements.questionId, of.question.id)),
    )
  const tasksOn = (of: Open) =>
    w.system(async (ctx) =>
      (await ctx.tx.select().from(tasks)).filter(({ what }) => what.includes(`/${of.id}/statements`)),
    )

  it("are seen by nobody else until staff show them, and then by all, without the group’s name", async () => {
    const of = await open()
    await w.asLead((ctx) => proposeStatement(ctx, propose(of, "  Night buses\nto the hospital ")))
    const labels = async (as: typeof w.asLead) =>
      (await as((ctx) => listQuestions(ctx, of.id)))[0]?.setting.options?.map(({ label }) => label)
    const [one] = await proposedIn(of)
    expect(one).toMatchObject({ body: "Night buses to the hospital", judgedAt: null, groupId: w.foodbank.id })
    for (const as of [w.asLead, w.asMember, w.asManager]) expect(await labels(as)).toEqual(STATEMENTS)
    await expect(
      w.asMember((ctx) => giveVote(ctx, vote(of, one?.id ?? "", "agree", { group: w.choir.id }))),
    ).rejects.toThrow(NotFound)
    const choir = (ctx: Ctx) => voting(ctx, of, w.choir.id)
    expect((await w.asMember(choir)).own).toEqual([])
    expect((await w.asLead((ctx) => voting(ctx, of))).own).toMatchObject([
      { body: "Night buses to the hospital" },
    ])

    await w.asWorker((ctx) => judgeStatement(ctx, judge(one?.id ?? "", "show")))
    const [question] = await w.asMember((ctx) => listQuestions(ctx, of.id))
    expect(question?.setting.options?.at(-1)).toEqual({
      id: one?.id,
      label: "Night buses to the hospital",
      proposed: true,
    })
    await w.asMember((ctx) => giveVote(ctx, vote(of, one?.id ?? "", "agree", { group: w.choir.id })))
    // The row says whose it is, so only that group and staff read it.
    expect(await w.asOutsider((ctx) => ctx.tx.select().from(proposedStatements))).toEqual([])
  })

  it("are turned down with a reason that the group reads; a statement taken down doesn’t count", async () => {
    const of = await open()
    await w.asLead((ctx) => proposeStatement(ctx, propose(of, "Councillor Smith is lazy")))
    const [one] = await proposedIn(of)
    const id = one?.id ?? ""
    expect(judgeInput.safeParse({ id, verdict: "turn-down", reason: " " }).error?.issues[0]?.path).toEqual([
      "reason",
    ])
    for (const as of [w.asLead, w.asViewer, w.asOutsider])
      await expect(as((ctx) => judgeStatement(ctx, judge(id, "show")))).rejects.toThrow(NotAllowed)
    await expect(w.asOtherManager((ctx) => judgeStatement(ctx, judge(id, "show")))).rejects.toThrow(NotFound)
    await w.asWorker((ctx) => judgeStatement(ctx, judge(id, "turn-down", "It names a person")))
    expect((await w.asLead((ctx) => voting(ctx, of))).own).toMatchObject([{ reason: "It names a person" }])
    expect((await w.asMember((ctx) => listQuestions(ctx, of.id)))[0]?.setting.options).toHaveLength(3)

    await w.asWorker((ctx) => judgeStatement(ctx, judge(id, "show")))
    await w.asLead((ctx) => giveVote(ctx, vote(of, id, "agree")))
    await w.asLead((ctx) => sign(ctx, of))
    await w.asWorker((ctx) => judgeStatement(ctx, judge(id, "turn-down", "Taken down after all")))
    const { questions } = await w.asWorker((ctx) => getResults(ctx, of.id))
    expect(questions[0]).toMatchObject({ answered: 0, statements: { each: [{}, {}, {}] } })
    const told = await w.system((ctx) => ctx.tx.select().from(events).where(eq(events.subjectId, of.id)))
    expect(told.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["statement.proposed", "statement.turned_down", "statement.shown"]),
    )
  })

  it("are a task for whoever began the consultation, once, and it is done when none waits", async () => {
    const of = await open()
    await w.asLead((ctx) => proposeStatement(ctx, propose(of, "One")))
    await asAisha((ctx) => proposeStatement(ctx, propose(of, "Two")))
    expect(await tasksOn(of)).toMatchObject([{ assigneeId: w.worker.id, doneAt: null }])
    const [one, two] = await proposedIn(of)
    await w.asManager((ctx) => judgeStatement(ctx, judge(one?.id ?? "", "show")))
    expect(await w.asWorker((ctx) => countWaiting(ctx, of.id))).toBe(1)
    expect((await tasksOn(of))[0]?.doneAt).toBeNull()
    await w.asManager((ctx) => judgeStatement(ctx, judge(two?.id ?? "", "turn-down", "Says two things")))
    expect((await tasksOn(of))[0]?.doneAt).not.toBeNull()
    expect((await w.asViewer((ctx) => listProposed(ctx, of.id))).map(({ group }) => group)).toEqual([
      w.foodbank.name,
      w.foodbank.name,
    ])
    await expect(w.asLead((ctx) => listProposed(ctx, of.id))).rejects.toThrow(NotAllowed)
  })

  it("come by the link to a group’s own address, too, and to that consultation only", async () => {
    const chess = await w.system((ctx) =>
      make.group(ctx, { name: "Chess", stage: "member", email: "chess@ribble.example" }),
    )
    const of = await open({ title: "By address", audience: "view:stage=member" })
    const sent = (await postedFor("By address")).find(({ toEmail }) => toEmail === "chess@ribble.example")
    const key = new URL(String(sent?.props?.url), "http://x").searchParams.get("key") ?? ""
    const guest = <T>(work: (ctx: Ctx) => Promise<T>) => asGuest("ribble", key, work)
    await guest((ctx) => giveVote(ctx, vote(of, "o1", "agree", { group: chess.id })))
    await guest((ctx) => proposeStatement(ctx, propose(of, "Night buses", chess.id)))
    expect(await proposedIn(of)).toMatchObject([{ groupId: chess.id, proposedBy: null }])
    expect(await tasksOn(of)).toHaveLength(1)
    const [one] = await proposedIn(of)
    await expect(guest((ctx) => judgeStatement(ctx, judge(one?.id ?? "", "show")))).rejects.toThrow(
      NotAllowed,
    )
    const another = await open({ title: "Another", audience: "view:stage=member" })
    await expect(
      guest((ctx) => giveVote(ctx, vote(another, "o1", "agree", { group: chess.id }))),
    ).rejects.toThrow(NotFound)
    await expect(guest((ctx) => proposeStatement(ctx, propose(of, "Mine", w.choir.id)))).rejects.toThrow(
      NotFound,
    )
  })

  it("are refused when they are already there, too long, or too many wait", async () => {
    const of = await open()
    await expect(
      w.asLead((ctx) => proposeStatement(ctx, propose(of, "more buses, after six!"))),
    ).rejects.toThrow("already there")
    expect(proposeInput.safeParse({ ...at(of), body: "x".repeat(141) }).success).toBe(false)
    for (const body of ["A", "B", "C", "D", "E"])
      await w.asLead((ctx) => proposeStatement(ctx, propose(of, body)))
    await expect(w.asLead((ctx) => proposeStatement(ctx, propose(of, "F")))).rejects.toThrow(RuleBroken)
    await expect(w.asOutsider((ctx) => proposeStatement(ctx, propose(of, "F")))).rejects.toThrow()
    expect(await proposedIn(of)).toHaveLength(5)
  })
})

describe("What groups said to statements", () => {
  it("counts once it is sent, stands in files, and is frozen at closing", async () => {
    const of = await open()
    await w.asLead((ctx) => giveVote(ctx, vote(of, "o1", "agree")))
    await w.asLead((ctx) => giveVote(ctx, vote(of, "o2", "disagree")))
    const each = async () =>
      (await w.asWorker((ctx) => getResults(ctx, of.id))).questions[0]?.statements?.each.map(
        ({ options, answered }) => [answered, ...options.map(({ count }) => count)],
      )
    expect(await each()).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    await w.asLead((ctx) => sign(ctx, of))
    const counted = [
      [1, 1, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ]
    expect(await each()).toEqual(counted)
    const lines = await w.asWorker(async (ctx) =>
      answerLines(await listQuestions(ctx, of.id), await signedOffAnswers(ctx, of.id)),
    )
    expect(lines.map((line) => line.slice(6, 9))).toEqual([
      STATEMENTS.map((statement) => `1. Buses: ${statement}`),
      ["Agree", "Disagree", ""],
    ])
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    expect(await each()).toEqual(counted)
    const results = await w.asLead((ctx) => getResults(ctx, of.id))
    expect(results.questions[0]?.opinions?.words).toContain("at least 50 groups vote")
    expect(tableLines(results)).toContainEqual([
      `1. Buses: ${STATEMENTS[0]}`,
      "All",
      "All groups",
      "1",
      "Agree",
      "1",
    ])
  })
})
