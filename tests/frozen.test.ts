import { eq, sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { consultationResults, groups, responses, responseVersions } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation, closeOverdue } from "@/lib/consultations/closing/commands"
import { freezeResults } from "@/lib/consultations/editions/commands"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { getProgress } from "@/lib/consultations/progress/queries"
import { listConsultations, signedOffAnswers } from "@/lib/consultations/queries"
import { getReach } from "@/lib/consultations/reach/queries"
import { listToRemind } from "@/lib/consultations/reminders/queries"
import { getResults } from "@/lib/consultations/results/queries"
import { unmergeGroups } from "@/lib/duplicates/merging/commands"
import { consulting, inDays } from "./support/consulting"
import { merge } from "./support/merging"
import { statementsOf } from "./support/statements"

const { w, open, draft, said, sign } = await consulting()

/** A consultation of both groups in which the food bank has said Daily and, when it is told to, the choir Never. */
async function answered(title: string, choirToo = true) {
  const of = await open({ title })
  await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
  await w.asLead((ctx) => sign(ctx, of))
  if (choirToo) {
    await w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id })))
    await w.asWorker((ctx) => sign(ctx, of, w.choir.id))
  }
  return of
}

/** Every figure of asked and answered that stands somewhere. */
async function figures(ctx: Ctx, id: string) {
  const [results, reach, thread, list, open] = [
    await getResults(ctx, id),
    await getReach(ctx, id),
    await getProgress(ctx, id),
    (await listConsultations(ctx)).find((one) => one.id === id),
    (await listConsultations(ctx, { open: true })).find((one) => one.id === id),
  ]
  const standing = reach.groups.filter((one) => one.standing === "answered").length
  const by = reach.by.find(({ dimension }) => dimension === "sector")?.rows ?? []
  const sum = (what: "asked" | "answered") => by.reduce((all, row) => all + row[what], 0)
  const pairs = [results, reach, thread, list, ...(open ? [open] : [])]
  return [
    ...pairs.map((one) => `${one?.answered} of ${one?.asked}`),
    `${standing} of ${reach.groups.length}`,
    `${sum("answered")} of ${sum("asked")}`,
  ]
}
const allSay = async (id: string, words: string) =>
  expect(new Set(await w.asManager((ctx) => figures(ctx, id)))).toEqual(new Set([words]))

describe("A consultation that has closed", () => {
  it("keeps its tables when a fact of a group is corrected afterwards", async () => {
    const of = await answered("Corrected later")
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    const before = await w.asManager((ctx) => getResults(ctx, of.id))
    const reach = await w.asManager((ctx) => getReach(ctx, of.id))
    await w.system((ctx) =>
      ctx.tx
        .update(groups)
        .set({ incomeBand: "over_5m", sector: "private" })
        .where(eq(groups.id, w.choir.id)),
    )
    expect(await w.asManager((ctx) => getResults(ctx, of.id))).toEqual(before)
    expect((await w.asManager((ctx) => getReach(ctx, of.id))).by).toEqual(reach.by)
  })

  it("is not worked out again where its edition is there", async () => {
    const of = await answered("Frozen once")
    const first = await statementsOf(() =>
      w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" })),
    )
    const again = await statementsOf(() => w.system((ctx) => freezeResults(ctx, of.id)))
    expect([again < 5, first > 20]).toEqual([true, true])
  })

  it("is closed and frozen also when the worker slept through its hour, and members wait until then", async () => {
    const of = await answered("Slept through")
    const late = inDays(91)
    await expect(
      w.system((ctx) => closeOverdue(ctx)),
      "not before its day",
    ).resolves.toBe(0)
    expect(await w.system((ctx) => closeOverdue(ctx), "ribble", late)).toBeGreaterThan(0)
    expect(await w.system((ctx) => closeOverdue(ctx), "ribble", late)).toBe(0)
    expect(await w.asMember((ctx) => getResults(ctx, of.id))).toMatchObject({ asked: 2, answered: 2 })
  })

  it("gets its numbers kept also when it closed before that was done", async () => {
    const said = [{ group: w.foodbank, text: "From before" }]
    const old = await w.system((ctx) => make.answeredConsultation(ctx, { title: "From before", said }))
    await expect(w.asLead((ctx) => getResults(ctx, old.id))).rejects.toThrow(/being put together/)
    expect(await w.system((ctx) => closeOverdue(ctx))).toBe(1)
    expect(await w.asLead((ctx) => getResults(ctx, old.id))).toMatchObject({ answered: 1 })
  })

  it("says the same numbers everywhere after two of its groups are merged", async () => {
    const of = await answered("Merged later")
    await allSay(of.id, "2 of 2")
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    const { id } = await w.asManager((ctx) => merge(ctx, w.foodbank.id, w.choir.id))
    await allSay(of.id, "2 of 2")
    await w.asManager((ctx) => unmergeGroups(ctx, { id }))
    await allSay(of.id, "2 of 2")
  })
})

describe("A merge while a consultation is open", () => {
  it("counts one answer and one invitation of two groups that both answered, and two again when it is undone", async () => {
    const of = await answered("Both answered")
    const { id } = await w.asManager((ctx) => merge(ctx, w.foodbank.id, w.choir.id))
    await allSay(of.id, "1 of 1")
    const [kept] = await w.asManager((ctx) => signedOffAnswers(ctx, of.id))
    expect(kept, "that of the group that stays").toMatchObject({
      group: "Clitheroe Food Bank",
      onBehalf: false,
    })
    await w.asManager((ctx) => unmergeGroups(ctx, { id }))
    await allSay(of.id, "2 of 2")
  })

  it("counts the answer that was sent when the group that stays had only begun one", async () => {
    const of = await open({ title: "One had begun" })
    await w.asLead((ctx) => saveAnswer(ctx, said(of, 0, "o1")))
    await w.asWorker((ctx) => saveAnswer(ctx, said(of, 0, "o3", { group: w.choir.id })))
    await w.asWorker((ctx) => sign(ctx, of, w.choir.id))
    const { id } = await w.asManager((ctx) => merge(ctx, w.foodbank.id, w.choir.id))
    await allSay(of.id, "1 of 1")
    expect(await w.system((ctx) => listToRemind(ctx, of.id, "all")), "nor is it reminded").toEqual([])
    await w.asLead((ctx) => sign(ctx, of))
    await allSay(of.id, "1 of 1")
    expect(await w.asManager((ctx) => signedOffAnswers(ctx, of.id))).toMatchObject([{ onBehalf: false }])
    await w.asManager((ctx) => unmergeGroups(ctx, { id }))
    await allSay(of.id, "2 of 2")
  })

  it("counts one of two that were never more than asked", async () => {
    const of = await answered("One answered", false)
    const third = await w.system((ctx) => make.group(ctx, { name: "Choir of men", stage: "member" }))
    const { id } = await w.asManager((ctx) => merge(ctx, third.id, w.choir.id))
    await allSay(of.id, "1 of 2")
    await w.asManager((ctx) => unmergeGroups(ctx, { id }))
    await allSay(of.id, "1 of 2")
  })
})

describe("What was signed and counted", async () => {
  const of = await answered("Not to be changed")
  await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
  const refused = (work: (ctx: Ctx) => Promise<unknown>) =>
    expect(w.system(work)).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/permission denied|stays/) },
    })

  it("carries a digest that follows from what it says", async () => {
    const rows = await w.system((ctx) =>
      ctx.tx.execute<{ same: boolean }>(sql`
        select digest = encode(sha256(convert_to(jsonb_build_array(response_id, version, answers, extract(epoch from signed_off_at),
          signed_off_name, on_behalf)::text, 'UTF8')), 'hex') as same from response_versions`),
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every(({ same }) => same)).toBe(true)
    const results = await w.asManager((ctx) => getResults(ctx, of.id))
    expect(results.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it("cannot be changed or removed by the app’s role", async () => {
    await refused((ctx) => ctx.tx.update(responseVersions).set({ answers: {} }))
    await refused((ctx) => ctx.tx.update(responseVersions).set({ digest: "" }))
    await refused((ctx) => ctx.tx.delete(responseVersions))
    await refused((ctx) => ctx.tx.update(consultationResults).set({ answered: 9 }))
    await refused((ctx) => ctx.tx.delete(consultationResults))
    await refused((ctx) => ctx.tx.update(responses).set({ version: 0 }))
    await refused((ctx) =>
      ctx.tx.update(responses).set({ reference: "Another" }).where(eq(responses.version, 1)),
    )
    await refused((ctx) =>
      ctx.tx.execute(sql`update questions set title = 'Another' where consultation_id = ${of.id}`),
    )
  })

  it("leaves a draft’s questions free to change", async () => {
    const { id } = await draft({ title: "Still a draft" })
    await w.system((ctx) =>
      ctx.tx.execute(sql`update questions set title = 'Better' where consultation_id = ${id}`),
    )
    expect(await w.asWorker((ctx) => openConsultation(ctx, { id, periodReason: null }))).toMatchObject({
      asked: 2,
    })
  })
})
