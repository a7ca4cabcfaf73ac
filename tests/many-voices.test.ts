import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { consultationResults, groups, rateLimits } from "@/db/schema"
import * as make from "@/db/seed/factories"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { saveAnswerInput } from "@/lib/consultations/answering/input"
import { openResponse } from "@/lib/consultations/answering/queries"
import { closeConsultation } from "@/lib/consultations/closing/commands"
import { planConsultation } from "@/lib/consultations/commands"
import { planInput } from "@/lib/consultations/input"
import { openConsultation } from "@/lib/consultations/invitations/commands"
import { takePassage } from "@/lib/consultations/passages/commands"
import { listQuestions, signedOffAnswers } from "@/lib/consultations/queries"
import { addQuestion } from "@/lib/consultations/questions/commands"
import { addQuestionInput } from "@/lib/consultations/questions/input"
import { getReach } from "@/lib/consultations/reach/queries"
import { getResults } from "@/lib/consultations/results/queries"
import { signOffResponse } from "@/lib/consultations/signing/commands"
import { changeConsent } from "@/lib/consultations/signing/consent/commands"
import { RuleBroken } from "@/lib/errors"
import { addAsk, pinPassage } from "@/lib/representations/asks/commands"
import { startRepresentation } from "@/lib/representations/commands"
import { acceptProposal, answerByLink } from "@/lib/representations/officer/commands"
import { makeReplyLink } from "@/lib/representations/officer/links/commands"
import { byReplyLink, listProposed } from "@/lib/representations/officer/queries"
import { closeRepresentation } from "@/lib/representations/outcomes/commands"
import { publishRepresentation } from "@/lib/representations/publishing/commands"
import { sendRepresentation } from "@/lib/representations/sending/commands"
import { getPublished } from "@/lib/representations/versions/queries"
import { day } from "./support/consulting"
import { merge } from "./support/merging"
import { world } from "./support/world"

const w = await world()
const GROUPS = 200
const PEOPLE = 500
const ANSWERS = 87
const PAPER = 5
const TWO_AT_ONCE = 12
const CHANGED = 3
const PASSAGES = 31
const ASKS = 6
const title = "What would help your group most?"

type Group = { id: string; name: string; lead: string; others: string[] }
const members: Group[] = []
const of = { id: "", questions: [] as string[] }
const words = (at: number) =>
  `Group ${at} says: ${["heating", "transport", "volunteers", "rooms"][at % 4]} number ${at}.`
const asEmail = w.as

beforeAll(async () => {
  await w.system(async (ctx) => {
    let people = 0
    for (let at = 0; at < GROUPS; at++) {
      const name = `Voice ${String(at).padStart(3, "0")}`
      const group = await make.group(ctx, { name, stage: "member", sector: "voluntary" })
      const many = at < PEOPLE - 2 * GROUPS ? 3 : 2
      const addresses = Array.from({ length: many }, (_, one) => `v${at}-${one}@voices.example`)
      for (const [one, email] of addresses.entries())
        await make.speaker(ctx, {
          ...{ name: `Person ${at}.${one}`, email, groups: [group] },
          speaks: one === 0 ? "lead" : "member",
        })
      people += many
      members.push({ id: group.id, name, lead: addresses[0] ?? "", others: addresses.slice(1) })
    }
    expect(people).toBe(PEOPLE)
    await ctx.tx.update(groups).set({ stage: "not_member" }).where(sql`name not like 'Voice %'`)
  })
  await w.asWorker(async (ctx) => {
    const plan = planInput.parse({
      title,
      audience: "view:stage=member",
      closesOn: day(90),
      bodyId: w.council.id,
    })
    of.id = (await planConsultation(ctx, plan)).id
    const add = (over: Record<string, unknown>) =>
      addQuestion(ctx, addQuestionInput.parse({ consultationId: of.id, ...over }))
    await add({ kind: "single", title: "Which?", options: "Heating\nTransport\nVolunteers\nRooms" })
    await add({ kind: "text", title: "Tell us about one time." })
    await add({ kind: "text", title: "What should the council do?" })
    of.questions = (await listQuestions(ctx, of.id)).map(({ id }) => id)
    await openConsultation(ctx, { id: of.id, periodReason: null })
  })
}, 120_000)

const group = (at: number) => members[at] as Group
const save = (
  email: string,
  at: number,
  question: number,
  answer: string,
  over: Record<string, unknown> = {},
) =>
  asEmail(email, (ctx) =>
    saveAnswer(
      ctx,
      saveAnswerInput.parse({
        ...{ id: of.id, questionId: of.questions[question], version: 0, answer, group: group(at).id },
        ...over,
      }),
    ),
  )
const sign = (email: string, at: number) =>
  asEmail(email, async (ctx) => {
    const { seen } = await openResponse(ctx, of.id, group(at).id)
    return signOffResponse(ctx, { id: of.id, group: group(at).id, seen, quotes: "public" })
  })

describe("A consultation of 200 groups and 500 people", () => {
  it("is answered by 87: 12 by two people at once without a lost word, 5 on paper, 3 changed after they were sent", async () => {
    for (let at = 0; at < ANSWERS; at++) {
      if (at % 20 === 0) await authDatabase().delete(rateLimits)
      const { lead, others } = group(at)
      const paper = at >= ANSWERS - PAPER
      const by = paper ? "worker@ribble.example" : lead
      await save(by, at, 0, `o${(at % 4) + 1}`)
      if (at < TWO_AT_ONCE) {
        // Different questions at the same moment, then the same one: the later is shown both, and keeps both.
        const [first = ""] = others
        await Promise.all([save(lead, at, 1, words(at)), save(first, at, 2, `Ours, from ${at}.`)])
        const both = await Promise.allSettled([
          save(lead, at, 2, `Lead of ${at}.`, { version: 1 }),
          save(first, at, 2, `Colleague of ${at}.`, { version: 1 }),
        ])
        const refused = both.findIndex(({ status }) => status === "rejected")
        expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1)
        expect((both[refused] as PromiseRejectedResult).reason).toBeInstanceOf(RuleBroken)
        const mine = refused === 0 ? `Lead of ${at}.` : `Colleague of ${at}.`
        await save(refused === 0 ? lead : first, at, 2, mine, { version: 2, keep: "both" })
      } else await save(by, at, 1, words(at))
      await sign(by, at)
    }
    for (let at = 20; at < 20 + CHANGED; at++) {
      await save(group(at).lead, at, 0, `o${((at + 1) % 4) + 1}`, { version: 1 })
      await sign(group(at).lead, at)
    }
    await save(group(150).lead, 150, 1, "A draft that is never sent.")
    const answers = await w.asWorker((ctx) => signedOffAnswers(ctx, of.id))
    expect(answers).toHaveLength(ANSWERS)
    expect(answers.filter(({ onBehalf }) => onBehalf)).toHaveLength(PAPER)
    expect(answers.filter(({ version }) => version === 2)).toHaveLength(CHANGED)
    for (const { group: name, answers: said } of answers.slice(0, TWO_AT_ONCE)) {
      const at = Number(name.slice(6))
      expect(said[of.questions[1] ?? ""]?.text).toBe(words(at))
      expect(said[of.questions[2] ?? ""]?.text).toContain(`Lead of ${at}.`)
      expect(said[of.questions[2] ?? ""]?.text).toContain(`Colleague of ${at}.`)
    }
  }, 240_000)

  it("stays as it was counted: two groups merged and four facts corrected change nothing, and no more answered than were asked", async () => {
    await w.asWorker((ctx) => closeConsultation(ctx, { ...of, reason: "All have answered" }))
    const read = async () => ({
      results: await w.asManager((ctx) => getResults(ctx, of.id)),
      reach: (await w.asManager((ctx) => getReach(ctx, of.id))).by,
      edition: await w.system((ctx) =>
        ctx.tx.select().from(consultationResults).where(sql`consultation_id = ${of.id}::uuid`),
      ),
    })
    const before = await read()
    expect(before.results).toMatchObject({ asked: GROUPS, answered: ANSWERS, onBehalf: PAPER })
    await w.asManager((ctx) => merge(ctx, group(80).id, group(81).id))
    for (const at of [30, 31, 32, 33])
      await w.system((ctx) =>
        ctx.tx
          .update(groups)
          .set({ sector: "private", incomeBand: "over_5m" })
          .where(sql`id = ${group(at).id}::uuid`),
      )
    expect(await read()).toEqual(before)
    expect(await w.asManager((ctx) => signedOffAnswers(ctx, of.id))).toHaveLength(ANSWERS)
    const { asked, answered } = before.results
    expect(answered).toBeLessThanOrEqual(asked)
  }, 60_000)

  it("becomes a paper of 6 asks and 31 passages, which the council answers by its link, and each of 87 groups hears its own part", async () => {
    const rows = await w.asWorker((ctx) =>
      ctx.tx.execute<{ id: string; groupId: string }>(
        sql`select id, group_id as "groupId" from responses where consultation_id = ${of.id}::uuid`,
      ),
    )
    const responseOf = new Map(rows.map(({ id, groupId }) => [groupId, id]))
    const { id, asks } = await w.asWorker(async (ctx) => {
      const { id } = await startRepresentation(ctx, {
        ...{ title: "What would help", bodyId: w.council.id, addressee: null },
        ...{ consultationId: of.id, introduction: null },
      })
      const asks: string[] = []
      for (let at = 0; at < ASKS; at++)
        asks.push((await addAsk(ctx, { representationId: id, text: `Ask ${at}`, why: null })).id)
      for (let at = 0; at < PASSAGES; at++) {
        const passage = await takePassage(ctx, {
          ...{ consultationId: of.id, responseId: responseOf.get(group(at).id) ?? "" },
          ...{ questionId: of.questions[1] ?? "", quote: words(at), codeIds: [], newCode: null, note: null },
        })
        await pinPassage(ctx, { askId: asks[at % ASKS] ?? "", passageId: passage.id })
      }
      await publishRepresentation(ctx, { id })
      return { id, asks }
    })
    const paper = () => w.asPublic((ctx) => getPublished(ctx, id, 1))
    const quotes = async () => (await paper()).content?.asks.flatMap(({ evidence }) => evidence) ?? []
    expect(await quotes()).toHaveLength(PASSAGES)

    await asEmail(group(7).lead, (ctx) => changeConsent(ctx, { id: of.id, group: group(7).id, quotes: "no" }))
    const shown = JSON.stringify(await paper())
    expect(shown).not.toContain(words(7))
    expect(shown).toContain(words(8))

    await w.asWorker((ctx) => sendRepresentation(ctx, { id, sentOn: null, replyDueOn: null }))
    const { path } = await w.asWorker((ctx) => makeReplyLink(ctx, { id, name: "Pat Lee" }))
    const key = new URLSearchParams(path.split("?")[1]).get("key") ?? ""
    const said = {
      reply: "partly" as const,
      reason: null,
      promisedBy: null,
      promisedFor: null,
      sender: "Pat Lee",
    }
    for (const [at, askId] of asks.entries())
      await byReplyLink({ lio: "ribble", key }, (ctx, by) =>
        answerByLink(ctx, by, { ...said, askId, replyText: `Answer ${at}.` }),
      )
    for (const proposed of await w.asWorker((ctx) => listProposed(ctx, id)))
      await w.asWorker((ctx) =>
        acceptProposal(ctx, { ...said, id: proposed.id, replyText: proposed.words, fileId: null }),
      )
    expect((await paper()).replies.map((reply) => reply?.replyText)).toEqual(
      asks.map((_, at) => `Answer ${at}.`),
    )

    await w.asWorker((ctx) => closeRepresentation(ctx, { id, outcome: "Some of it, from May." }))
    const letters = await w.system((ctx) =>
      ctx.tx.execute<{ to: string; props: Record<string, unknown> }>(
        sql`select to_email as "to", props from letters where letter = 'representation-outcome' and skipped is null`,
      ),
    )
    const groupsTold = new Set(letters.map(({ to }) => Number(to.match(/^v(\d+)-/)?.[1])))
    // The two that were merged are one group by now: its people hear of it once.
    expect(groupsTold.size).toBeGreaterThanOrEqual(ANSWERS - 1)
    for (const { to, props } of letters) {
      const at = Number(to.match(/^v(\d+)-/)?.[1])
      const text = JSON.stringify(props)
      const others = Array.from({ length: PASSAGES }, (_, one) => one).filter((one) => one !== at)
      expect(
        others.filter((one) => text.includes(words(one))),
        `the letter to ${to}`,
      ).toEqual([])
      if (at < PASSAGES) expect(text.includes(words(at)), `its own words to ${to}`).toBe(true)
    }
  }, 120_000)
})
