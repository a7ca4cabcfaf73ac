import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import type { Ctx } from "@/lib/access/ctx"
import { asSystem } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { addEvent, publishEvent } from "@/lib/events/commands"
import { addEventInput } from "@/lib/events/input"
import { getEvent } from "@/lib/events/queries"
import { giveAnswer, handIn, shareCheck } from "@/lib/health-checks/answering/commands"
import { askAgain } from "@/lib/health-checks/commands"
import { askForSession } from "@/lib/health-checks/helping/commands"
import { listHelp, listHelpToChoose } from "@/lib/health-checks/helping/queries"
import { getCheck } from "@/lib/health-checks/queries"
import { remindOfChecks } from "@/lib/health-checks/reminding/commands"
import { saveSet } from "@/lib/health-checks/sets/commands"
import { saveSetInput } from "@/lib/health-checks/sets/input"
import { getSet } from "@/lib/health-checks/sets/queries"
import type { HealthAnswer } from "@/lib/health-checks/words"
import { addResource, retireResource } from "@/lib/resources/commands"
import { addResourceInput } from "@/lib/resources/input"
import { mergeTerm } from "@/lib/word-lists/commands"
import { checking } from "./support/health-checks"
import { world } from "./support/world"

const w = await world()
const { by, start, answerAll, seenByStaff } = checking(w)
const DAY = 86_400_000

const theme = (name: string) =>
  w.system(async (ctx) => {
    const [row] = await ctx.tx.execute<{ id: string }>(
      sql`insert into terms (lio_id, list, name) values (${ctx.lio.id}::uuid, 'theme', ${name}) returning id`,
    )
    return row?.id ?? ""
  })
const resource = (title: string, openTo = "public") =>
  w.asWorker((ctx) =>
    addResource(
      ctx,
      addResourceInput.parse({ title, kind: "template", openTo, link: "https://www.example.org/x" }),
    ),
  )
const event = async (title: string, termIds: string[], published = true) => {
  const about = { title, on: "2027-11-20", at: "10:00", ends: "12:00", audience: "public", termIds }
  const { id } = await w.asWorker((ctx) => addEvent(ctx, addEventInput.parse(about)))
  if (published) await w.asWorker((ctx) => publishEvent(ctx, { id }))
  return id
}
const ownSet = async (questions: object[], name = "Premises") => {
  const { key } = await w.asManager((ctx) => saveSet(ctx, saveSetInput.parse({ key: "", name, questions })))
  return key
}

describe("A weak answer", () => {
  it("opens a guide, a resource, the next events of a theme and a session; a good one opens nothing", async () => {
    const [money, other] = [await theme("Money"), await theme("Cash")]
    const [ledger, inside] = [await resource("Cash book"), await resource("For us", "staff")]
    const coming = await event("Bookkeeping for beginners", [other])
    await event("Not published", [money], false)
    await event("About something else", [await theme("Trees")])
    await w.asManager((ctx) => mergeTerm(ctx, { id: other, into: money }))
    expect((await w.asViewer((ctx) => getEvent(ctx, coming))).themes).toEqual([{ id: money, name: "Money" }])
    const offered = await w.asManager(listHelpToChoose)
    expect(offered.resources.map(({ label }) => label)).toContain("Cash book")
    expect(offered.resources.map(({ label }) => label)).not.toContain("For us")
    const helps = { guide: "trustees-duties", resourceId: ledger.id, themeId: money, offersSession: "yes" }
    const key = await ownSet([
      { question: "A cash book?", ...helps },
      { question: "A key?", ...helps },
      { question: "Inside?", resourceId: inside.id },
    ])
    const id = await start([key])
    await answerAll(id, w.lead, "not_yet", 0, 1)
    await answerAll(id, w.lead, "in_place", 1, 2)
    await answerAll(id, w.lead, "unsure", 2)
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const help = async (as: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>) => {
      const { check, help } = await as(async (ctx) => {
        const check = await getCheck(ctx, id)
        return { check, help: await listHelp(ctx, check) }
      })
      return check.questions.map(({ id }) => help[id])
    }
    const byLead = await help((work) => by(id, w.lead, work))
    expect(byLead).toMatchObject([
      { resource: { title: "Cash book" }, events: [{ title: "Bookkeeping for beginners" }] },
      undefined,
      { guide: null, resource: null, events: [] },
    ])
    await w.asWorker((ctx) => retireResource(ctx, { id: ledger.id }))
    expect(await help((work) => w.asViewer(work))).toMatchObject([{ resource: null }, undefined, {}])
    const again = await w.asWorker((ctx) => askAgain(ctx, { id }))
    expect(
      await by(again.id, w.lead, async (ctx) => (await getCheck(ctx, again.id)).questions),
    ).toMatchObject([
      { resourceId: ledger.id, themeId: money, offersSession: true },
      {},
      { offersSession: false },
    ])
  })

  it("opens what its set still knows, also of sets that were saved before there was more than a guide", async () => {
    const key = await ownSet([{ question: "Keys?" }], "Old")
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`update question_sets set questions = '[{"question": "Keys?", "hint": null, "guide": "insurance"}]' where id::text = ${key}`,
      ),
    )
    expect((await w.asViewer((ctx) => getSet(ctx, key))).questions).toEqual([
      {
        ...{ question: "Keys?", hint: null, guide: "insurance" },
        ...{ resourceId: null, themeId: null, offersSession: false },
      },
    ])
    const gone = await ownSet([{ question: "Gone?", resourceId: "00000000-0000-4000-8000-000000000000" }])
    const id = await start([gone])
    expect(await by(id, w.lead, async (ctx) => (await getCheck(ctx, id)).questions)).toMatchObject([
      { resourceId: null },
    ])
  })
})

describe("A session that a group asks for", () => {
  const asked = async () => {
    const id = await start()
    await answerAll(id, w.lead, "not_yet", 0, 2)
    await answerAll(id, w.lead, "in_place", 2)
    await by(id, w.lead, (ctx) => handIn(ctx, id, false))
    const { questions } = await by(id, w.lead, (ctx) => getCheck(ctx, id))
    return { id, ids: questions.map((question) => question.id) }
  }
  const tasks = () =>
    w.asWorker((ctx) =>
      ctx.tx.execute<{ what: string; who: string }>(
        sql`select what, assignee_id as who from tasks where what like '%asks for a session%'`,
      ),
    )

  it("is one task for whoever asked for the check, which tells the question and not the answer", async () => {
    const { id, ids } = await asked()
    const ask = (at: number) => by(id, w.member, (ctx) => askForSession(ctx, id, ids[at] ?? ""))
    await ask(0)
    await expect(ask(0)).rejects.toThrow("asked for this already")
    await expect(ask(5)).rejects.toThrow(RuleBroken)
    expect([...(await tasks())]).toEqual([
      {
        what: "Clitheroe Food Bank asks for a session about: Do you have a written constitution or governing document?",
        who: w.worker.id,
      },
    ])
    const { questions } = await by(id, w.lead, (ctx) => getCheck(ctx, id))
    expect(questions[0]?.sessionAskedAt).not.toBeNull()
    expect((await seenByStaff(id)).questions).toEqual([])
  })

  it("is for the group to ask for, about its own check, once it is handed in", async () => {
    const { id, ids } = await asked()
    for (const as of [w.asManager, w.asLead, w.asOutsider])
      await expect(as((ctx) => askForSession(ctx, id, ids[0] ?? ""))).rejects.toThrow(NotAllowed)
    const other = await start()
    await expect(by(other, w.lead, (ctx) => askForSession(ctx, id, ids[0] ?? ""))).rejects.toThrow(NotAllowed)
    await expect(by(other, w.lead, (ctx) => askForSession(ctx, other, ids[0] ?? ""))).rejects.toThrow(
      NotFound,
    )
    await answerAll(other, w.lead, "not_yet")
    const [first] = await by(other, w.lead, async (ctx) => (await getCheck(ctx, other)).questions)
    await expect(by(other, w.lead, (ctx) => askForSession(ctx, other, first?.id ?? ""))).rejects.toThrow(
      RuleBroken,
    )
  })
})

describe("Answers that were given before", () => {
  it("are kept with who gave them, for whoever may read the check, and go with it", async () => {
    const id = await start()
    const [first] = (await by(id, w.lead, (ctx) => getCheck(ctx, id))).questions
    const give = (who: { id: string }, answer: HealthAnswer, version: number) =>
      by(id, who, (ctx) => giveAnswer(ctx, id, { questionId: first?.id ?? "", version, answer }))
    await give(w.lead, "not_yet", 0)
    const late = give(w.member, "in_place", 0)
    await expect(late).rejects.toMatchObject({ field: "answer", theirs: { version: "1" } })
    await give(w.member, "in_place", 1)
    await give(w.lead, "in_place", 2)
    await give(w.lead, "partly", 2)
    const its = async () =>
      (await by(id, w.lead, (ctx) => getCheck(ctx, id))).questions[0]?.earlier.map(
        ({ answer, by: name }) => `${answer} ${name}`,
      )
    expect(await its()).toEqual(["in_place Mo Member", "not_yet Leila Lead"])
    await answerAll(id, w.lead, "unsure", 1)
    await by(id, w.lead, (ctx) => handIn(ctx, id, true))
    const kept = (ctx: Ctx) => ctx.tx.execute(sql`select id from health_check_answers where check_id = ${id}`)
    expect(await w.asViewer(kept)).toHaveLength(10)
    expect(await w.asLead(kept)).toHaveLength(10)
    expect(await w.asOutsider(kept)).toHaveLength(0)
    expect(await w.asOtherManager(kept)).toHaveLength(0)
    await by(id, w.lead, (ctx) => shareCheck(ctx, id, false))
    expect(await w.asViewer(kept)).toHaveLength(0)
    await w.system((ctx) => ctx.tx.execute(sql`delete from health_checks where id = ${id}`))
    expect(await w.system(kept)).toHaveLength(0)
  })
})

describe("A health check that isn’t finished", () => {
  const daysOn = (days: number) =>
    asSystem("ribble", remindOfChecks, { now: new Date(Date.now() + days * DAY) })
  const letters = () =>
    w.system((ctx) =>
      ctx.tx.execute<{ to: string; left: number }>(
        sql`select to_email as to, (props ->> 'left')::int as left from letters where letter = 'health-check-open' order by 1`,
      ),
    )
  const tasks = () =>
    w.system((ctx) =>
      ctx.tx.execute<{ who: string }>(
        sql`select assignee_id as who from tasks where what like '%hasn’t finished its health check%'`,
      ),
    )
  it("is remembered once, two weeks after the last answer, by email and as a task for whoever asked", async () => {
    await w.system((ctx) => ctx.tx.execute(sql`update health_checks set reminded_at = now()`))
    const id = await start(["governance"])
    await answerAll(id, w.lead, "in_place", 0, 3)
    const done = await start(["finance"])
    await answerAll(done, w.lead, "in_place")
    await by(done, w.lead, (ctx) => handIn(ctx, done, false))
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`insert into preferences (lio_id, person_id, digest, stopped, changed_at) values (${ctx.lio.id}::uuid, ${w.member.id}::uuid, 'weekly', '{healthChecks}', now())
          on conflict (lio_id, person_id) do update set stopped = '{healthChecks}'`,
      ),
    )
    expect(await daysOn(13)).toBe(0)
    expect(await daysOn(15)).toBe(1)
    expect(await daysOn(16)).toBe(0)
    expect([...(await letters())]).toEqual([{ to: "lead@ribble.example", left: 5 }])
    expect([...(await tasks())]).toEqual([{ who: w.worker.id }])
    await start(["volunteers"])
    expect(await daysOn(100)).toBe(0)
    await expect(w.asManager(remindOfChecks)).rejects.toThrow(NotAllowed)
  })
})
