import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import {
  areas,
  consultations,
  groupTerms,
  invitations,
  questions,
  responses,
  responseVersions,
  terms,
} from "@/db/schema"
import type { AnswerValue } from "@/db/schema/asking"
import * as make from "@/db/seed/factories"
import { INCOME_BANDS, type PARTS } from "@/db/vocabulary"
import type { Ctx } from "@/lib/access/ctx"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { listQuestions } from "@/lib/consultations/queries"
import { tableLines } from "@/lib/consultations/results/columns"
import { getResults } from "@/lib/consultations/results/queries"
import { grainOf, listFacts } from "@/lib/consultations/segments/queries"
import { partsTogether } from "@/lib/consultations/small-numbers"
import { aboutNumbers } from "@/lib/consultations/words"
import { pinned } from "./support/attacker"
import { dice } from "./support/merging"
import { world } from "./support/world"

const w = await world()
const roll = dice(23)
const one = <T>(list: readonly T[]) => list[roll(list.length)] as T
const AREAS = ["E1", "E2", "E3", "E4", "E5", "E6"]
const THEMES = ["Food", "Health", "Music", "Sport"]

/** Sixty groups of all kinds, some of which say little of themselves. */
const ids = await w.system(async (ctx) => {
  const lioId = ctx.lio.id
  await ctx.tx
    .insert(areas)
    .values(AREAS.map((code, at) => ({ lioId, kind: "ward" as const, code, name: `${"ABCDEF"[at]}fold` })))
  const themes = await ctx.tx
    .insert(terms)
    .values(THEMES.map((name) => ({ lioId, list: "theme" as const, name })))
    .returning({ id: terms.id })
  const made = [w.foodbank.id]
  for (let at = 1; at < 60; at++) {
    const { id } = await make.group(ctx, {
      name: `Group ${at}`,
      stage: "member",
      sector: one(["voluntary", "voluntary", "voluntary", "residents", "education", "private"] as const),
      incomeBand: roll(8) === 0 ? null : one(Object.keys(INCOME_BANDS) as (keyof typeof INCOME_BANDS)[]),
      districtCode: "D1",
      wardCode: roll(9) === 0 ? null : one(AREAS),
    })
    made.push(id)
    const mine = themes.filter(() => roll(3) === 0)
    if (mine.length > 0)
      await ctx.tx.insert(groupTerms).values(mine.map((term) => ({ lioId, groupId: id, termId: term.id })))
  }
  return made
})

const options = { options: [1, 2, 3].map((at) => ({ id: `o${at}`, label: `Option ${at}` })) }
const ASKED = [
  { kind: "single", setting: options },
  { kind: "multiple", setting: options },
  { kind: "scale", setting: { steps: 4 } },
] as const

/** Groups lean to one side, so that small parts are often of one mind. */
function said(kind: (typeof ASKED)[number]["kind"], lean: number): AnswerValue | null {
  if (roll(6) === 0) return null
  if (roll(8) === 0) return { unsure: true }
  const pick = roll(3) === 0 ? roll(3) + 1 : lean
  if (kind === "scale") return { scale: pick }
  if (kind === "single") return { choice: `o${pick}` }
  return { choices: [...new Set([`o${pick}`, `o${roll(3) + 1}`])] }
}

/** An open consultation with what so many groups sent, put straight into the tables. */
async function asking(ctx: Ctx, named: boolean, partsBy: keyof typeof PARTS, many = 3 + roll(38)) {
  const lioId = ctx.lio.id
  const [made] = await ctx.tx
    .insert(consultations)
    .values({
      lioId,
      title: "Random",
      naming: named ? "body" : "lio",
      partsBy,
      openedAt: ctx.now,
      closesAt: new Date(2099, 1),
    })
    .returning({ id: consultations.id })
  const consultationId = made?.id ?? ""
  const asked = await ctx.tx
    .insert(questions)
    .values(ASKED.map((of, at) => ({ lioId, consultationId, position: at + 1, title: of.kind, ...of })))
    .returning({ id: questions.id, kind: questions.kind })
  const who = [w.foodbank.id, ...ids.filter((id) => id !== w.foodbank.id && roll(60) < many)]
  const row = (groupId: string) => ({ lioId, consultationId, groupId })
  await ctx.tx.insert(invitations).values(who.map((id) => ({ ...row(id), invitedAt: ctx.now })))
  const sent = await ctx.tx
    .insert(responses)
    .values(
      who.map((id, at) => ({
        ...row(id),
        reference: `R${at}`,
        startedAt: ctx.now,
        signedOffAt: ctx.now,
        version: 1,
      })),
    )
    .returning({ id: responses.id })
  const lean = roll(3) + 1
  const answers = sent.map(() =>
    Object.fromEntries(
      asked.flatMap(({ id, kind }) => {
        const value = said(kind as (typeof ASKED)[number]["kind"], lean)
        return value ? [[id, value]] : []
      }),
    ),
  )
  await ctx.tx.insert(responseVersions).values(
    sent.map(({ id }, at) => ({
      lioId,
      responseId: id,
      version: 1,
      answers: answers[at] ?? {},
      signedOffAt: ctx.now,
      signedOffName: "Somebody",
    })),
  )
  return { id: consultationId, who, answers }
}

/** Closes it, and sends the attacker after it: what they found out, of how many things they could have. */
async function attack(named: boolean, partsBy: keyof typeof PARTS) {
  const of = await w.system((ctx) => asking(ctx, named, partsBy))
  await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
  const { results, asked } = await w.asLead(async (ctx) => ({
    results: await getResults(ctx, of.id),
    asked: await listQuestions(ctx, of.id),
  }))
  const facts = await w.system(async (ctx) => listFacts(ctx, of.who, await grainOf(ctx, of.id)))
  const found = results.questions.flatMap((question) => {
    const answered = of.who.filter((_, at) => of.answers[at]?.[question.id])
    expect(question.answered).toBe(answered.length)
    return pinned(question, answered, facts)
  })
  return { of, results, asked, found }
}

describe("Numbers of a consultation that is not named", () => {
  it("give nobody away in 320 consultations to an attacker who knows who answered, every fact and the rule", async () => {
    const splits = ["none", "size", "area", "sector"] as const
    let rows = 0
    const caught: number[] = []
    for (let at = 0; at < 320; at++) {
      const { of, results, found } = await attack(false, splits[at % 4] ?? "none")
      if (found.length > 0) caught.push(at)
      const parts = results.questions.flatMap(({ parts }) => parts.flatMap((by) => by.rows))
      if (parts.some(({ size }) => size < 5)) caught.push(at)
      rows += parts.length
      if (at % 40 > 3) continue
      const staff = await w.asManager((ctx) => getResults(ctx, of.id))
      expect(tableLines(staff), "staff’s file has the same numbers").toEqual(tableLines(results))
    }
    expect(caught).toEqual([])
    expect(rows, "and much is shown all the same").toBeGreaterThan(800)
  })

  it("are of five groups a question, not five a consultation", async () => {
    const few = await w.system((ctx) => asking(ctx, false, "size", 3))
    await w.asWorker((ctx) => closeConsultation(ctx, { ...few, reason: "All have answered" }))
    const { questions: shown } = await w.asLead((ctx) => getResults(ctx, few.id))
    expect(shown.map(({ answered }) => answered)).toSatisfy((all: number[]) =>
      all.some((n) => n > 0 && n < 5),
    )
    for (const question of shown.filter(({ answered }) => answered < 5)) {
      expect(question).toMatchObject({ held: true, options: [], unsure: 0, parts: [] })
      expect(question.finding).toMatch(/Fewer than 5/)
    }
  })

  it("do say, before anybody answers, that a part of one mind gives its groups away", () => {
    for (const partsBy of ["none", "size", "area", "sector"] as const)
      expect(aboutNumbers({ partsBy })).toMatch(/said the same.*knows what each of them said/)
    expect(aboutNumbers({ partsBy: "every" })).toMatch(/however small/)
  })

  it("cannot be split another way once it is open", async () => {
    const { id } = await w.system((ctx) => asking(ctx, false, "size"))
    const change = w.system((ctx) =>
      ctx.tx.update(consultations).set({ partsBy: "area" }).where(eq(consultations.id, id)),
    )
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringMatching(/told before/) } })
  })
})

describe("Numbers of a named consultation", () => {
  it("are shown in full, and would give groups away: that is said before, and shows that the attacker can find out", async () => {
    let found = 0
    for (let at = 0; at < 12; at++) {
      const { results, found: out } = await attack(true, "every")
      found += out.length
      const parts = results.questions.flatMap(({ parts }) => parts)
      expect(parts.filter(({ few }) => few)).toEqual([])
    }
    expect(found).toBeGreaterThan(100)
  })
})

describe("Parts that stand together", () => {
  it.each([
    [[12, 3, 6], true, [[0], [1, 2]]],
    [[2, 2, 2], true, [[0, 1, 2]]],
    [[7, 6, 3], true, [[0], [1, 2]]],
    [[9, 4, 1, 8], false, [[0], [3], [1, 2]]],
    [[9, 2, 6], false, [[0], [1, 2]]],
    [[3, 0, 1], false, [[0, 2]]],
    [[5, 0, 5], true, [[0], [2]]],
  ])("%j, in order %s", (answered, ordered, together) => {
    expect(partsTogether(answered, ordered)).toEqual(together)
  })
})
