import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { invitations } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest, asPerson, asSystem } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { getOpenResponse } from "@/lib/consultations/answering/queries"
import { closeWhenDue } from "@/lib/consultations/closing/commands"
import { changePlan, extendConsultation, planConsultation } from "@/lib/consultations/commands"
import { changePlanInput, extendInput } from "@/lib/consultations/input"
import { chooseAudience, openConsultation, writeEmail } from "@/lib/consultations/invitations/commands"
import {
  getConsultation,
  listConsultations,
  listQuestions,
  listWaitingFor,
  listYours,
} from "@/lib/consultations/queries"
import {
  addQuestion,
  addQuestions,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "@/lib/consultations/questions/commands"
import { addQuestionInput, addQuestionsInput } from "@/lib/consultations/questions/input"
import { remindNow, remindWhenDue } from "@/lib/consultations/reminders/commands"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { consulting, day, inDays } from "./support/consulting"

const { w, network, planned, asked, draft, open, said, sign, postedFor } = await consulting()
type Work<T> = (ctx: Ctx) => Promise<T>

describe("Building a consultation", () => {
  it("is for workers and managers", async () => {
    for (const as of [w.asViewer, w.asLead]) {
      await expect(as((ctx) => planConsultation(ctx, planned()))).rejects.toThrow(NotAllowed)
    }
  })

  it("keeps questions in their order, moved, changed and removed while it is a draft", async () => {
    const { id, questions } = await draft()
    const titles = () => w.asWorker(async (ctx) => (await listQuestions(ctx, id)).map(({ title }) => title))
    const [first, , third] = questions
    await w.asWorker((ctx) => moveQuestion(ctx, { id: third?.id ?? "", consultationId: id, way: "up" }))
    await w.asWorker((ctx) => removeQuestion(ctx, { id: first?.id ?? "", consultationId: id }))
    expect(await titles()).toEqual([
      "How much does it matter?",
      "What is missing?",
      "Tell us about one time.",
    ])
  })

  it("takes several questions as they are written down, and moves one to a place", async () => {
    const { id } = await w.asWorker((ctx) => planConsultation(ctx, planned()))
    const lines = "1. How many came?\n\nDo you own a van?\n- Yes\n• No\r\nWhat would help?"
    await w.asWorker((ctx) => addQuestions(ctx, addQuestionsInput.parse({ consultationId: id, lines })))
    const list = () => w.asWorker((ctx) => listQuestions(ctx, id))
    expect((await list()).map(({ kind, title, setting }) => [kind, title, setting.options?.length])).toEqual([
      ["text", "How many came?", undefined],
      ["single", "Do you own a van?", 2],
      ["text", "What would help?", undefined],
    ])
    const last = (await list()).at(-1)?.id ?? ""
    const moved = await w.asWorker((ctx) => moveQuestion(ctx, { id: last, consultationId: id, to: 1 }))
    expect(moved.number).toBe(1)
    expect((await list()).map(({ title }) => title)).toEqual([
      "What would help?",
      "How many came?",
      "Do you own a van?",
    ])
    const one = addQuestionsInput.safeParse({ consultationId: id, lines: "Which?\n- Only one" })
    expect(one.error?.issues[0]?.path).toEqual(["lines"])
  })

  it("keeps who is asked and what the email says apart from the plan, until it opens", async () => {
    const { id } = await draft({ title: "Kept apart" })
    const { version } = await w.asWorker((ctx) => getConsultation(ctx, id))
    const audience = { networkId: null, viewQuery: "" }
    await w.asWorker((ctx) => chooseAudience(ctx, { id, audience }))
    const said = { emailSubject: "Have your say", emailWords: "Dear all" }
    await w.asManager((ctx) => writeEmail(ctx, { id, ...said, button: "save" }))
    const plan = changePlanInput.parse({ id, version, title: "Kept apart", closesOn: day(90) })
    await w.asWorker((ctx) => changePlan(ctx, plan))
    expect(await w.asWorker((ctx) => getConsultation(ctx, id))).toMatchObject({ ...audience, ...said })
    await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))
    const [sent] = await postedFor("Kept apart")
    expect(sent?.props).toMatchObject({ subject: "Have your say", words: "Dear all" })
    for (const late of [
      () => w.asWorker((ctx) => chooseAudience(ctx, { id, audience })),
      () => w.asWorker((ctx) => writeEmail(ctx, { id, ...said, button: "save" })),
    ])
      await expect(late()).rejects.toThrow(RuleBroken)
  })

  it.each([
    [{ options: "Only one" }, "options"],
    [{ kind: "scale", steps: "1" }, "steps"],
    [{ title: " " }, "title"],
  ])("refuses a question that makes no sense: %o", (over, field) => {
    const parsed = addQuestionInput.safeParse({
      consultationId: crypto.randomUUID(),
      kind: "single",
      title: "Q",
      options: "a\nb",
      ...over,
    })
    expect(parsed.error?.issues[0]?.path).toEqual([field])
  })

  it("shows the second of two editors what the first saved", async () => {
    const { id } = await draft()
    const change = (title: string) =>
      changePlanInput.parse({
        ...planned(),
        audience: `network:${network}`,
        naming: "body",
        id,
        version: 1,
        title,
      })
    await w.asManager((ctx) => changePlan(ctx, change("Hers")))
    await expect(w.asWorker((ctx) => changePlan(ctx, change("His")))).rejects.toMatchObject({
      theirs: { title: "Hers", version: "2" },
    })
  })

  it("opens once, with a reason when groups get less than 12 weeks, and freezes its questions", async () => {
    const { id, questions } = await draft({ closesOn: day(20) })
    const opening = (periodReason: string | null) =>
      w.asWorker((ctx) => openConsultation(ctx, { id, periodReason }))
    await expect(opening(null)).rejects.toMatchObject({ field: "periodReason" })
    expect(await opening("The council decides in January")).toMatchObject({ asked: 2 })
    await expect(opening("Again")).rejects.toThrow(RuleBroken)
    await expect(w.asWorker((ctx) => addQuestion(ctx, asked(id)))).rejects.toThrow(/open/)
    const change = { ...asked(id), id: questions[0]?.id ?? "" }
    await expect(w.asWorker((ctx) => changeQuestion(ctx, change))).rejects.toThrow(RuleBroken)
  })

  it("writes to everybody who speaks for a group, once a person, each with a link of their own", async () => {
    await open({ title: "Who is written to?" })
    const posted = await postedFor("Who is written to?")
    expect(posted.map(({ toEmail }) => toEmail).sort()).toEqual([
      "aisha@ribble.example",
      "lead@ribble.example",
      "member@ribble.example",
    ])
    const mo = posted.find(({ toEmail }) => toEmail === "member@ribble.example")
    expect(mo?.props?.groups).toEqual(["Clitheroe Food Bank", "Côr Meibion Llanfair"])
    expect(new Set(posted.map(({ props }) => props?.url)).size).toBe(3)
  })
})

describe("The clock", () => {
  const at = <T>(when: Date, work: Work<T>) => asSystem("ribble", work, { now: when })

  const atTen = (days: number) => new Date(`${day(days)}T10:00:00Z`)

  it("reminds once, and only those who have not finished", async () => {
    const of = await open({ title: "Remember" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asLead((ctx) => sign(ctx, of))
    expect(await at(atTen(87), (ctx) => remindWhenDue(ctx, of.id))).toBe(1)
    expect(await at(atTen(87), (ctx) => remindWhenDue(ctx, of.id))).toBe(0)
    await expect(w.asWorker((ctx) => remindNow(ctx, of))).rejects.toThrow(RuleBroken)
    const reminders = (await postedFor("Remember")).filter(({ letter }) => letter === "consultation-reminder")
    expect(reminders.map(({ toEmail, props }) => [toEmail, props?.groups])).toEqual([
      ["member@ribble.example", ["Côr Meibion Llanfair"]],
    ])
  })

  it("closes on its day and not before, also when it was given more time", async () => {
    const of = await open({ title: "On its day" })
    const longer = extendInput.parse({ id: of.id, closesOn: day(100) })
    await w.asWorker((ctx) => extendConsultation(ctx, longer))
    expect(await at(inDays(91), (ctx) => closeWhenDue(ctx, of.id))).toBe(false)
    const late = asPerson(
      "ribble",
      { email: "lead@ribble.example" },
      (ctx) => saveAnswer(ctx, said(of, 0, "o1")),
      { now: inDays(101) },
    )
    await expect(late, "even if the job is late").rejects.toThrow(/has closed/)
    expect(await at(inDays(101), (ctx) => closeWhenDue(ctx, of.id))).toBe(true)
    expect(await at(inDays(102), (ctx) => remindWhenDue(ctx, of.id))).toBe(0)
  })
})

describe("An emailed link", async () => {
  const of = await open({ title: "By link" })
  const link = (over: Record<string, unknown> = {}) =>
    signLink({
      purpose: "answer",
      lio: w.ribble.id,
      person: w.lead.id,
      about: of.id,
      expires: Date.now() + 86_400_000,
      ...over,
    })
  const read = (token: string, id = of.id, lio = "ribble") =>
    asGuest(lio, token, (ctx) => getOpenResponse(ctx, id, null))

  it("opens the one consultation it is for, and the lead signs by it", async () => {
    expect((await read(link())).answering).toMatchObject({
      lead: true,
      group: { name: "Clitheroe Food Bank" },
    })
    await asGuest("ribble", link(), (ctx) => saveAnswer(ctx, said(of, 0, "o1", { group: "" })))
    await asGuest("ribble", link(), (ctx) => sign(ctx, of))
    await expect(asGuest("ribble", link(), listConsultations)).rejects.toThrow(NotAllowed)
    expect((await asGuest("ribble", link(), listYours)).map(({ id }) => id)).toEqual([of.id])
  })

  it("opens no other consultation, no other LIO, and nothing once it has run out or was made up", async () => {
    const another = await open({ title: "Another" })
    await expect(read(link(), another.id)).rejects.toThrow(NotFound)
    await expect(asGuest("ribble", link(), (ctx) => saveAnswer(ctx, said(another, 0, "o1")))).rejects.toThrow(
      NotFound,
    )
    await expect(read(link(), of.id, "other")).rejects.toThrow(SignedOut)
    await expect(read(link({ expires: Date.now() - 1 }))).rejects.toThrow(SignedOut)
    await expect(read(`${link().slice(0, -3)}abc`)).rejects.toThrow(SignedOut)
    await expect(read(link({ purpose: "unsubscribe" }))).rejects.toThrow(SignedOut)
  })

  it("leaves nothing waiting for those who answered", async () => {
    const titles = async (personId: string) =>
      (await w.system((ctx) => listWaitingFor(ctx, personId))).map(({ title }) => title)
    expect(await titles(w.lead.id)).not.toContain("By link")
    expect(await titles(w.member.id)).toContain("By link")
    const left = await w.system((ctx) =>
      ctx.tx.select().from(invitations).where(eq(invitations.consultationId, of.id)),
    )
    expect(left).toHaveLength(2)
  })
})
