import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asSystem } from "@/lib/access/doors"
import { saveAnswer } from "@/lib/consultations/answering/commands"
import { closeConsultation, closeWhenDue } from "@/lib/consultations/closing/commands"
import { extendConsultation } from "@/lib/consultations/commands"
import { getConsultation, listQuestions } from "@/lib/consultations/queries"
import { remindWhenDue } from "@/lib/consultations/reminders/commands"
import { getResults } from "@/lib/consultations/results/queries"
import { daysAfter } from "@/lib/days"
import { REACH_DAYS } from "@/lib/digest/periods"
import { gatherFacts } from "@/lib/digest/queries"
import { loadExamples, removeExamples } from "@/lib/examples/commands"
import { previewRemoval } from "@/lib/examples/queries"
import { addGroup } from "@/lib/groups/commands"
import { letIn } from "@/lib/networks/commands"
import { replyTo } from "@/lib/networks/topics/commands"
import { getTopic } from "@/lib/networks/topics/queries"
import { emptyLios, groupNamed } from "./support/example-lio"
import { world } from "./support/world"

const w = await world()
const { emptyLio, countRows } = emptyLios(w)

/** The ids of the network, the topic and the consultation of the examples. */
async function talkIn(ctx: Ctx) {
  const rows = await ctx.tx.execute<{ kind: string; id: string }>(
    sql`select kind, row_id as id from examples`,
  )
  const idOf = (kind: string) => rows.find((row) => row.kind === kind)?.id ?? ""
  return { network: idOf("networks"), topic: idOf("topics"), consultation: idOf("consultations") }
}

describe("A network and a consultation among the example data", () => {
  it("has a topic and an open consultation to look at: who was asked, who answered, what they say", async () => {
    const as = await emptyLio("looking")
    await as(loadExamples)
    const { consultation, topic } = await as(talkIn)
    const { state, ...asked } = await as((ctx) => getConsultation(ctx, consultation), "worker")
    expect([state, asked.named]).toEqual(["open", true])
    const results = await as((ctx) => getResults(ctx, consultation), "viewer")
    expect([results.asked, results.answered]).toEqual([15, 5])
    expect(results.questions.map(({ kind }) => kind)).toEqual(["single", "scale", "text"])
    expect(JSON.stringify(results.questions[2])).toContain("Everyone from Skelby")
    const page = await as((ctx) => getTopic(ctx, topic), "viewer")
    expect(page.posts).toBe(3)
  })

  it("stays as far as the LIO has built on it: a network with a post, a consultation with a group or an answer of its own", async () => {
    for (const [slug, builds, kept, gone] of [
      [
        "posted",
        (ctx, { topic }) => replyTo(ctx, { topicId: topic, body: "We do.", groupId: null }),
        "networks",
        { topics: 1, posts: 4, consultations: 0 },
      ],
      [
        "joined",
        async (ctx, { network }) => {
          const { id } = await addGroup(ctx, { name: "A real group" })
          await letIn(ctx, { networkId: network, groupId: id })
        },
        "networks",
        { topics: 0, network_groups: 1, consultations: 0 },
      ],
      [
        "entered",
        async (ctx, { consultation }) => {
          const questions = await listQuestions(ctx, consultation)
          const at = {
            id: consultation,
            group: await groupNamed(ctx, "Al-Noor Community Centre"),
            questionId: questions[0]?.id ?? "",
          }
          await saveAnswer(ctx, { ...at, version: 0, answer: "o1", button: "next" })
        },
        "consultations",
        { networks: 0, questions: 3, responses: 1 },
      ],
    ] as [
      string,
      (ctx: Ctx, talk: Awaited<ReturnType<typeof talkIn>>) => Promise<unknown>,
      string,
      Record<string, number>,
    ][]) {
      const as = await emptyLio(slug)
      await as(loadExamples)
      await as(async (ctx) => builds(ctx, await talkIn(ctx)))
      const { stays } = await as(previewRemoval)
      expect(
        stays.filter(({ kind }) => kind !== "groups").map(({ kind }) => kind),
        slug,
      ).toEqual([kept])
      expect((await as(removeExamples)).stay, slug).toBe(stays.length)
      expect(await countRows(slug), slug).toMatchObject({ ...gone, [kept]: 1, needs: 0, examples: 0 })
    }
  })

  it("emails nobody of its network and consultation, also not who leads an example group now", async () => {
    const as = await emptyLio("unasked")
    await as(loadExamples)
    const email = "lead@unasked.example"
    await asSystem("unasked", async (ctx) => {
      const id = await groupNamed(ctx, "Alderbridge Community Pantry")
      await make.speaker(ctx, { name: "Real Lead", email, groups: [{ id, name: "" }], speaks: "lead" })
    })
    const facts = await asSystem("unasked", (ctx) =>
      gatherFacts(ctx, new Date(ctx.now.getTime() - REACH_DAYS.monthly * 86_400_000)),
    )
    expect([facts.asked, facts.topics, facts.posts, facts.chases]).toEqual([[], [], [], []])
    expect((await countRows("unasked")).letters).toBe(0)
    const jobs = await w.operator`
      select task_identifier as task from graphile_worker.jobs where task_identifier like '%consultation%'`
    expect([...jobs]).toEqual([])
  })

  it("goes when its consultation has closed, too", async () => {
    const as = await emptyLio("closed")
    const before = await countRows("closed")
    await as(loadExamples)
    const { consultation } = await as(talkIn)
    const closesOn = await as(async (ctx) => daysAfter(ctx.today, 30))
    await as((ctx) =>
      extendConsultation(ctx, {
        id: consultation,
        closesOn,
        closesTime: "17:00",
        reason: "The cabinet meets.",
      }),
    )
    await as((ctx) => closeConsultation(ctx, { id: consultation, reason: "All have answered" }))
    expect(await as(removeExamples)).toEqual({ gone: 18, stay: 0 })
    expect(await countRows("closed")).toEqual(before)
    // The clock that was set for it finds nothing to do.
    expect(await asSystem("closed", (ctx) => remindWhenDue(ctx, consultation))).toBe(0)
    expect(await asSystem("closed", (ctx) => closeWhenDue(ctx, consultation))).toBe(false)
  })
})
