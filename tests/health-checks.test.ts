import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { found, NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { giveAnswer, handIn, recordAnswers, shareCheck } from "@/lib/health-checks/answering/commands"
import { byCheckLink, listOwnChecks } from "@/lib/health-checks/answering/queries"
import { askAgain, askForCheck, planRecheck } from "@/lib/health-checks/commands"
import { checksAsTable } from "@/lib/health-checks/export/queries"
import { askForCheckInput } from "@/lib/health-checks/input"
import { checkList } from "@/lib/health-checks/list/filters"
import { listCheckRows } from "@/lib/health-checks/list/queries"
import { addStep } from "@/lib/health-checks/plan/commands"
import { getCheck, listChecks } from "@/lib/health-checks/queries"
import { offerSet, saveSet } from "@/lib/health-checks/sets/commands"
import { saveSetInput } from "@/lib/health-checks/sets/input"
import { listSets } from "@/lib/health-checks/sets/queries"
import { getTravelled } from "@/lib/health-checks/travelled/queries"
import type { HealthAnswer } from "@/lib/health-checks/words"
import { readList } from "@/lib/lists/input"
import { checking } from "./support/health-checks"
import { world } from "./support/world"

const w = await world()
const { keyFor, by, asked, start, answerAll, seenByStaff } = checking(w)

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
    await expect(other).rejects.toThrow("Leila Lead answered “Not yet” while this page was open")
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

describe("The people of a group", () => {
  it("find their own checks when they are signed in, and nobody else’s", async () => {
    const id = await start()
    expect((await w.asLead(listOwnChecks)).map((check) => check.id)).toContain(id)
    expect((await w.asOutsider(listOwnChecks)).map((check) => check.id)).not.toContain(id)
    expect((await w.asManager(listChecks)).map((check) => check.id)).toContain(id)
    await expect(w.asOutsider((ctx) => getCheck(ctx, id))).rejects.toThrow(NotFound)
  })
})

describe("The list of health checks", () => {
  const groupsOf = async (query: string) =>
    (await w.asViewer((ctx) => listCheckRows(ctx, readList(checkList, query)))).map(({ id }) => id)

  it("is narrowed by how far they are, whether they are shared, who asked, and when; and goes along as a file", async () => {
    const open = await start()
    const done = await start()
    await answerAll(done, w.lead, "in_place")
    await by(done, w.lead, (ctx) => handIn(ctx, done, true))
    expect(await groupsOf("show=open")).toContain(open)
    expect(await groupsOf("show=open")).not.toContain(done)
    expect(await groupsOf("show=done&shared=yes")).toContain(done)
    expect(await groupsOf("shared=yes")).not.toContain(open)
    expect(await groupsOf(`by=${w.worker.id}&q=clitheroe`)).toEqual(expect.arrayContaining([open, done]))
    expect(await groupsOf(`by=${w.viewer.id}`)).toEqual([])
    expect(await groupsOf("from=1 1 2040")).toEqual([])
    expect(await groupsOf("due=yes")).toEqual([])
    await w.asWorker((ctx) => planRecheck(ctx, { id: done, months: 6 }))
    await w.system((ctx) =>
      ctx.tx.execute(sql`update health_checks set recheck_on = ${ctx.today}::date where id = ${done}`),
    )
    expect(await groupsOf("due=yes")).toEqual([done])
    const again = await w.asWorker((ctx) => askAgain(ctx, { id: done }))
    expect([await groupsOf("due=yes"), await groupsOf("again=yes")]).toEqual([[], [again.id]])
    const table = await w.asViewer((ctx) => checksAsTable(ctx, readList(checkList, "again=yes")))
    const today = await w.asViewer(async (ctx) => ctx.today)
    expect(table.pieces).toEqual([
      [["Clitheroe Food Bank", "Asked again, not begun yet", today, "Wendy Worker", "Yes", "", "", "No", ""]],
    ])
    expect(JSON.stringify(table)).not.toContain("constitution")
    for (const as of [w.asLead, w.asOutsider])
      await expect(as((ctx) => listCheckRows(ctx, readList(checkList, "")))).rejects.toThrow(NotAllowed)
    expect(await w.asOtherManager((ctx) => listCheckRows(ctx, readList(checkList, "")))).toEqual([])
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
