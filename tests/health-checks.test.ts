import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { healthCheckPath } from "@/lib/access/links"
import { writeForm } from "@/lib/documents/making/write"
import { found, NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { giveAnswer, handIn, recordAnswers, shareCheck } from "@/lib/health-checks/answering/commands"
import { byCheckLink, fileByCheckLink, listOwnChecks } from "@/lib/health-checks/answering/queries"
import { askAgain, askForCheck, planRecheck, sendAgain } from "@/lib/health-checks/commands"
import { askForCheckInput } from "@/lib/health-checks/input"
import { addStep, finishStep } from "@/lib/health-checks/plan/commands"
import { getCheck, listChecks } from "@/lib/health-checks/queries"
import { readReport } from "@/lib/health-checks/report/queries"
import { offerSet, saveSet } from "@/lib/health-checks/sets/commands"
import { saveSetInput } from "@/lib/health-checks/sets/input"
import { listSets } from "@/lib/health-checks/sets/queries"
import { getTravelled } from "@/lib/health-checks/travelled/queries"
import { type HealthAnswer, scoreOf } from "@/lib/health-checks/words"
import { world } from "./support/world"

const w = await world()
const FAR = new Date("2040-01-01T00:00:00Z")
const keyFor = (id: string, who: { id: string } | null, address?: string) =>
  healthCheckPath(w.ribble, id, { personId: who?.id ?? null, address }, FAR).split("key=")[1] ?? ""
const by = <T>(id: string, who: { id: string }, work: (ctx: Ctx, checkId: string) => Promise<T>) =>
  byCheckLink({ lio: "ribble", key: keyFor(id, who) }, work)
const asked = (sets = ["governance"], more: object = {}) =>
  askForCheckInput.parse({ groupIds: [w.foodbank.id], sets, way: "link", ...more })
const start = async (sets?: string[], more?: object) =>
  (await w.asWorker((ctx) => askForCheck(ctx, asked(sets, more)))).id
const answerAll = (id: string, who: { id: string }, answer: HealthAnswer, from = 0, to?: number) =>
  by(id, who, async (ctx) => {
    for (const { id: questionId, version } of (await getCheck(ctx, id)).questions.slice(from, to))
      await giveAnswer(ctx, id, { questionId, version, answer })
  })
const seenByStaff = (id: string) => w.asManager((ctx) => getCheck(ctx, id))

describe("A health check", () => {
  it("of all four sets has 30 questions; its link goes to everybody who speaks for the group", async () => {
    const id = await start(["governance", "finance", "safeguarding", "volunteers"])
    expect(await by(id, w.lead, async (ctx) => (await getCheck(ctx, id)).questions.length)).toBe(30)
    const letters = await w.system((ctx) =>
      ctx.tx.execute<{ to: string }>(
        sql`select to_email as to from letters where letter = 'health-check' order by 1`,
      ),
    )
    expect(letters.map(({ to }) => to)).toEqual(["lead@ribble.example", "member@ribble.example"])
  })

  it("is answered by two people, in two sittings, and shows who answered last", async () => {
    const id = await start()
    await answerAll(id, w.lead, "in_place", 0, 3)
    await answerAll(id, w.member, "partly", 3)
    const { questions } = await by(id, w.lead, (ctx) => getCheck(ctx, id))
    expect(questions.map(({ answer, answeredBy }) => `${answer} ${answeredBy}`)).toEqual([
      ...Array.from({ length: 3 }, () => "in_place Leila Lead"),
      ...Array.from({ length: 5 }, () => "partly Mo Member"),
    ])
  })

  it("refuses an answer to a question that somebody else has just answered otherwise", async () => {
    const id = await start()
    const [first] = (await by(id, w.lead, (ctx) => getCheck(ctx, id))).questions
    const given = (answer: HealthAnswer) => ({ questionId: first?.id ?? "", version: 0, answer })
    await by(id, w.lead, (ctx) => giveAnswer(ctx, id, given("not_yet")))
    const other = by(id, w.member, (ctx) => giveAnswer(ctx, id, given("in_place")))
    await expect(other).rejects.toThrow("Leila Lead has just answered “Not yet”")
    await by(id, w.member, (ctx) => giveAnswer(ctx, id, given("not_yet")))
    await by(id, w.member, (ctx) => giveAnswer(ctx, id, { ...given("in_place"), version: 1 }))
  })

  it("is handed in only when every question has an answer, once, and stays as it is", async () => {
    const id = await start()
    await answerAll(id, w.lead, "in_place", 1)
    await expect(by(id, w.lead, (ctx) => handIn(ctx, id, true))).rejects.toThrow("no answer yet")
    await answerAll(id, w.lead, "unsure", 0, 1)
    await by(id, w.lead, (ctx) => handIn(ctx, id, false))
    await expect(by(id, w.lead, (ctx) => handIn(ctx, id, true))).rejects.toThrow(RuleBroken)
    await expect(answerAll(id, w.lead, "partly")).rejects.toThrow("has been handed in")
  })

  it("opens for nobody who doesn’t speak for the group", async () => {
    const id = await start()
    const look = (key: string) => byCheckLink({ lio: "ribble", key }, (ctx) => getCheck(ctx, id))
    await expect(look(keyFor(id, w.outsider))).rejects.toThrow(SignedOut)
    await expect(look(keyFor(id, null, "somebody@else.example"))).rejects.toThrow(SignedOut)
    await expect(look(`${keyFor(id, w.lead)}x`)).rejects.toThrow(SignedOut)
    await w.system((ctx) =>
      ctx.tx.execute(sql`update groups set email = 'Own@Foodbank.example' where id = ${w.foodbank.id}`),
    )
    expect((await look(keyFor(id, null, "own@foodbank.example"))).questions).toHaveLength(8)
  })

  it("is asked for by workers and managers, of one group that can be written to", async () => {
    await expect(w.asViewer((ctx) => askForCheck(ctx, asked()))).rejects.toThrow(NotAllowed)
    await expect(w.asLead((ctx) => askForCheck(ctx, asked()))).rejects.toThrow(NotAllowed)
    const both = { groupIds: [w.foodbank.id, w.choir.id] }
    await expect(start(undefined, both)).rejects.toThrow("Choose one group")
    await expect(start(undefined, { groupIds: [w.council.id] })).rejects.toThrow("no email address")
    expect(askForCheckInput.safeParse({ groupIds: [], sets: [], way: "link" }).success).toBe(false)
    const unasked = { groupIds: [w.foodbank.id], sets: ["finance"], way: "together" }
    expect(askForCheckInput.safeParse(unasked).success).toBe(false)
  })
})

describe("Consent", () => {
  const handedIn = async (share: boolean) => {
    const id = await start()
    await answerAll(id, w.lead, "not_yet")
    await by(id, w.lead, (ctx) => handIn(ctx, id, share))
    return id
  }

  it("is what staff need to read an answer or a plan, by the rules of the database", async () => {
    const id = await handedIn(false)
    await by(id, w.lead, (ctx) =>
      addStep(ctx, id, { what: "Write it", who: "Leila", dueOn: null, questionId: null }),
    )
    const rows = (ctx: Ctx) =>
      ctx.tx.execute(sql`select id from health_check_questions where check_id = ${id}
        union all select id from health_check_steps where check_id = ${id}`)
    expect(await w.asManager(rows)).toHaveLength(0)
    expect(await w.asLead(rows)).toHaveLength(9)
    expect(await w.asOutsider(rows)).toHaveLength(0)
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, true))
    expect(await w.asManager(rows)).toHaveLength(9)
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, false))
    expect(await w.asManager(rows)).toHaveLength(0)
  })

  it("is the group’s: staff can’t share what it keeps to itself, nor plan on it", async () => {
    const id = await handedIn(false)
    await expect(w.asManager((ctx) => shareCheck(ctx, id, true))).rejects.toThrow(NotAllowed)
    const step = { what: "Write it", who: null, dueOn: null, questionId: null }
    await expect(w.asManager((ctx) => addStep(ctx, id, step))).rejects.toThrow("doesn’t share")
    expect((await seenByStaff(id)).questions).toEqual([])
  })

  it("taken back makes the LIO’s figures fall by one", async () => {
    const id = await w.asWorker(async (ctx) => {
      const input = asked(["finance"], { groupIds: [w.loner.id] })
      return (await askForCheck(ctx, input)).id
    })
    await answerAll(id, w.outsider, "in_place")
    const sharing = async () => (await w.asManager(getTravelled)).sharing
    const before = await sharing()
    await by(id, w.outsider, (ctx) => handIn(ctx, id, true))
    expect(await sharing()).toBe(before + 1)
    await by(id, w.outsider, (ctx) => shareCheck(ctx, id, false))
    expect(await sharing()).toBe(before)
  })

  it("is asked there and then when staff write the answers down", async () => {
    const id = await start(undefined, { way: "together", agreed: "on" })
    const { questions } = await seenByStaff(id)
    const answers = questions.map(({ id: questionId }) => ({
      questionId,
      version: 0,
      answer: "partly" as const,
    }))
    await w.asWorker((ctx) => recordAnswers(ctx, { id, answers: answers.slice(0, 2), button: "later" }))
    await expect(
      w.asWorker((ctx) => recordAnswers(ctx, { id, answers: [], button: "done" })),
    ).rejects.toThrow("no answer yet")
    await by(id, w.lead, (ctx) => giveAnswer(ctx, id, { ...found(answers[2]), answer: "not_yet" }))
    await expect(
      w.asWorker((ctx) => recordAnswers(ctx, { id, answers, button: "later" })),
    ).rejects.toMatchObject({ field: "answers.2.answer" })
    const third = { ...found(answers[2]), version: 1 }
    answers.splice(2, 1, third)
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, false))
    await expect(w.asWorker((ctx) => recordAnswers(ctx, { id, answers, button: "done" }))).rejects.toThrow(
      "only while it agrees",
    )
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, true))
    await w.asWorker((ctx) => recordAnswers(ctx, { id, answers, button: "done" }))
    expect((await seenByStaff(id)).handedInBy).toBe("Wendy Worker")
    const own = start()
    await expect(
      own.then((other) =>
        w.asWorker((ctx) => recordAnswers(ctx, { id: other, answers: [], button: "later" })),
      ),
    ).rejects.toThrow(RuleBroken)
  })
})

describe("The plan and the re-check", () => {
  it("names who does what by when, and is ticked off once", async () => {
    const id = await start()
    await answerAll(id, w.lead, "not_yet")
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const [question] = (await seenByStaff(id)).questions
    const step = {
      what: "Write a constitution",
      who: "Leila and Mo",
      dueOn: "2027-03-01",
      questionId: question?.id ?? null,
    }
    await by(id, w.member, (ctx) => addStep(ctx, id, step))
    const [kept] = (await seenByStaff(id)).steps
    expect(kept).toMatchObject(step)
    await w.asWorker((ctx) => finishStep(ctx, id, kept?.id ?? ""))
    await expect(by(id, w.lead, (ctx) => finishStep(ctx, id, kept?.id ?? ""))).rejects.toThrow("already")
    await expect(w.asViewer((ctx) => addStep(ctx, id, step))).rejects.toThrow(NotAllowed)
    const other = await start()
    await expect(by(id, w.lead, (ctx) => finishStep(ctx, other, kept?.id ?? ""))).rejects.toThrow(NotAllowed)
  })

  it("is a task on its day, asks the same questions and shows how far the group came", async () => {
    const id = await start()
    await expect(w.asWorker((ctx) => planRecheck(ctx, { id, months: 6 }))).rejects.toThrow(
      "hasn’t been handed in",
    )
    await answerAll(id, w.lead, "not_yet")
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const { recheckOn } = await w.asWorker((ctx) => planRecheck(ctx, { id, months: 6 }))
    const [task] = await w.system((ctx) =>
      ctx.tx.execute(sql`select due_on::text as due from tasks where what like 'Ask Clitheroe Food Bank%'`),
    )
    expect(task).toEqual({ due: recheckOn })
    const again = await w.asWorker((ctx) => askAgain(ctx, { id }))
    await expect(w.asWorker((ctx) => askAgain(ctx, { id }))).rejects.toThrow("asked again already")
    await answerAll(again.id, w.lead, "in_place")
    await by(again.id, w.lead, (ctx) => handIn(ctx, again.id, true))
    const later = await seenByStaff(again.id)
    expect([scoreOf(later.earlier?.questions ?? []), scoreOf(later.questions)]).toEqual([0, 100])
    const [set] = (await w.asManager(getTravelled)).sets
    expect(set).toMatchObject({ name: "Governance basics", groups: 1, change: null })
  })

  it("shows an average over all groups from five groups on, with their number", async () => {
    const pairs = async (name: string) => {
      const group = await w.system((ctx) => make.group(ctx, { name, stage: "member" }))
      const lead = await w.system((ctx) =>
        make.speaker(ctx, {
          name,
          email: `${name.toLowerCase()}@five.example`,
          groups: [group],
          speaks: "lead",
        }),
      )
      const id = await start(["volunteers"], { groupIds: [group.id] })
      await answerAll(id, lead, "not_yet")
      await by(id, lead, (ctx) => handIn(ctx, id, true))
      const again = (await w.asWorker((ctx) => askAgain(ctx, { id }))).id
      await answerAll(again, lead, "partly")
      await by(again, lead, (ctx) => handIn(ctx, again, true))
      return () => by(id, lead, (ctx) => shareCheck(ctx, id, false))
    }
    const volunteers = async () =>
      (await w.asViewer(getTravelled)).sets.find(({ key }) => key === "volunteers")
    for (const name of ["Ash", "Birch", "Cedar", "Elm"]) await pairs(name)
    expect(await volunteers()).toMatchObject({ groups: 4, change: null })
    const takeBack = await pairs("Fir")
    expect(await volunteers()).toMatchObject({ groups: 5, change: 50 })
    await takeBack()
    expect(await volunteers()).toMatchObject({ groups: 4, change: null })
    await expect(w.asLead(getTravelled)).rejects.toThrow(NotAllowed)
  })

  it("can be asked for once more by email, by those who keep checks", async () => {
    const id = await start()
    expect((await w.asWorker((ctx) => sendAgain(ctx, { id }))).sent).toBeGreaterThan(0)
    await expect(w.asViewer((ctx) => sendAgain(ctx, { id }))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => planRecheck(ctx, { id, months: 6 }))).rejects.toThrow(NotAllowed)
    await expect(w.asViewer((ctx) => askAgain(ctx, { id }))).rejects.toThrow(NotAllowed)
  })

  it("counts “partly” as half and leaves out what doesn’t apply", () => {
    const of = (...answers: HealthAnswer[]) => scoreOf(answers.map((answer) => ({ answer })))
    expect(of("in_place", "partly", "not_apply")).toBe(75)
    expect(of("unsure", "not_yet")).toBe(0)
    expect(of("not_apply")).toBeNull()
  })
})

describe("The report", () => {
  it("says what was answered, as PDF and for Word, to the group and to staff only while it shares", async () => {
    const id = await start()
    await expect(by(id, w.lead, readReport)).rejects.toThrow("once the health check is handed in")
    await answerAll(id, w.lead, "partly")
    await by(id, w.lead, (ctx) => handIn(ctx, id, false))
    await expect(w.asManager((ctx) => readReport(ctx, id))).rejects.toThrow("doesn’t share")
    const report = await by(id, w.lead, readReport)
    expect(report.title).toBe("Health check: Clitheroe Food Bank")
    expect((await writeForm(report, "pdf")).subarray(0, 5).toString()).toBe("%PDF-")
    expect((await writeForm(report, "docx")).subarray(0, 2).toString()).toBe("PK")
    await expect(fileByCheckLink({ lio: "ribble", key: keyFor(id, w.outsider) }, readReport)).rejects.toThrow(
      NotFound,
    )
  })
})

describe("The people of a group", () => {
  it("find their own checks when they are signed in, and nobody else’s", async () => {
    const id = await start()
    expect((await w.asLead(listOwnChecks)).map((check) => check.id)).toContain(id)
    expect((await w.asOutsider(listOwnChecks)).map((check) => check.id)).not.toContain(id)
    expect((await w.asManager(listChecks)).map((check) => check.id)).toContain(id)
    await expect(w.asOutsider((ctx) => getCheck(ctx, id))).rejects.toThrow(NotFound)
  })
})

describe("A set of questions", () => {
  const set = (name: string, more: object = {}) =>
    saveSetInput.parse({
      key: "finance",
      name,
      questions: [{ question: "Is it?", hint: "", guide: "" }, { question: "" }],
      ...more,
    })

  it("is changed by managers, in the place of the one that came with Trellis", async () => {
    await expect(w.asWorker((ctx) => saveSet(ctx, set("Money")))).rejects.toThrow(NotAllowed)
    await w.asManager((ctx) => saveSet(ctx, set("Money")))
    const names = async () => (await w.asWorker(listSets)).map(({ name }) => name)
    expect(await names()).toEqual(["Governance basics", "Money", "Safeguarding", "Volunteers"])
    await expect(w.asManager((ctx) => saveSet(ctx, set("Cash")))).rejects.toThrow("while you were typing")
    await w.asManager((ctx) => saveSet(ctx, set("Premises", { key: "" })))
    expect((await names()).at(-1)).toBe("Premises")
    await expect(w.asLead(listSets)).rejects.toThrow(NotAllowed)
  })

  it("is taken off the list and offered again, also one that came with Trellis", async () => {
    const names = async () => (await w.asWorker(listSets)).map(({ name }) => name)
    await expect(w.asWorker((ctx) => offerSet(ctx, { key: "volunteers", offered: "no" }))).rejects.toThrow(
      NotAllowed,
    )
    await w.asManager((ctx) => offerSet(ctx, { key: "volunteers", offered: "no" }))
    expect(await names()).not.toContain("Volunteers")
    await expect(start(["volunteers"])).rejects.toThrow("isn’t here any more")
    await expect(w.asManager((ctx) => offerSet(ctx, { key: "volunteers", offered: "no" }))).rejects.toThrow(
      "already",
    )
    await w.asManager((ctx) => offerSet(ctx, { key: "volunteers", offered: "yes" }))
    const [set] = (await w.asWorker(listSets)).filter(({ key }) => key === "volunteers")
    expect(set?.questions).toHaveLength(7)
  })

  it("is for a sitting: no more than 20 questions, and at least one", () => {
    const many = Array.from({ length: 21 }, () => ({ question: "Is it?" }))
    const tried = (questions: object[]) => saveSetInput.safeParse({ name: "Long", questions }).success
    expect([tried(many), tried([]), tried(many.slice(1))]).toEqual([false, false, true])
  })
})
