import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { toDo } from "@/app/[lio]/home/_parts/to-do"
import {
  askPassages,
  asks,
  consultations,
  groups,
  invitations,
  mentions,
  networkGroups,
  networks,
  passages,
  posts,
  questions,
  representations,
  responses,
  responseVersions,
  topicReads,
  topics,
} from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getHome, type MemberHome, type StaffHome } from "@/lib/home/queries"
import { recordSession } from "@/lib/sessions/commands"
import { recordSessionInput } from "@/lib/sessions/input"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-06-15T09:00:00Z")
const at = <T>(email: string, work: (ctx: Ctx) => Promise<T>) =>
  asPerson("ribble", { email }, work, { now: NOW })
const staffHome = (email = "worker@ribble.example") => at(email, getHome) as Promise<StaffHome>
const memberHome = (email = "lead@ribble.example") => at(email, getHome) as Promise<MemberHome>
const theFirst = <T>(rows: T[]) => rows[0] as T

/** An open consultation in which the food bank and the choir were asked, closing on 20 June. */
async function asked(title: string, state: { closesAt?: Date; answeredBy?: string; readyFor?: string } = {}) {
  return w.system(async (ctx) => {
    const lioId = ctx.lio.id
    const values = {
      lioId,
      title,
      openedAt: new Date("2026-06-01T09:00:00Z"),
      closesAt: state.closesAt ?? new Date("2026-06-20T16:00:00Z"),
    }
    const { id } = theFirst(await ctx.tx.insert(consultations).values(values).returning())
    const about = {
      lioId,
      consultationId: id,
      position: 1,
      kind: "text" as const,
      title: "What should change?",
    }
    const question = theFirst(await ctx.tx.insert(questions).values(about).returning())
    for (const group of [w.foodbank, w.choir]) {
      await ctx.tx
        .insert(invitations)
        .values({ lioId, consultationId: id, groupId: group.id, invitedAt: values.openedAt })
    }
    const begun = { lioId, consultationId: id, startedAt: values.openedAt }
    const answered = state.answeredBy ?? state.readyFor
    const response = answered
      ? theFirst(
          await ctx.tx
            .insert(responses)
            .values({
              ...begun,
              groupId: answered,
              reference: title.slice(0, 8),
              ...(state.readyFor ? { readyAt: NOW } : { version: 1, signedOffAt: NOW }),
            })
            .returning(),
        )
      : null
    if (response && response.version > 0) {
      await ctx.tx.insert(responseVersions).values({
        lioId,
        responseId: response.id,
        version: 1,
        answers: {},
        signedOffAt: NOW,
        signedOffName: "Somebody",
      })
    }
    return { id, question: question.id, response: response?.id ?? "" }
  })
}

describe("The home page of staff", () => {
  it("of a new LIO is a list of what to do first", async () => {
    const home = await asPerson("other", { email: "manager@other.example" }, getHome)
    expect(home).toMatchObject({
      kind: "staff",
      checklist: { groups: true, session: false, team: false, asked: false },
      tasks: [],
    })
  })

  it("shows the month by the five functions, each session once", async () => {
    const record = (more: Record<string, string | string[]>) =>
      at("worker@ribble.example", (ctx) =>
        recordSession(
          ctx,
          recordSessionInput.parse({ kind: "meeting", note: "Met", minutes: "60", ...more }),
        ),
      )
    await record({ groupIds: [w.foodbank.id, w.choir.id] })
    await record({ groupIds: [w.foodbank.id], on: "2026-05-31" })
    const { month } = await staffHome()
    expect(month.from).toBe("2026-06-01")
    expect(month.functions.find((one) => one.name === "liaison")).toMatchObject({ sessions: 1, minutes: 60 })
    expect(month.functions).toHaveLength(5)
  })

  it("counts who was asked and has not answered, and members nobody spoke to", async () => {
    await asked("Bus times", { answeredBy: w.choir.id })
    await w.system((ctx) =>
      ctx.tx.update(groups).set({ lastContactOn: "2025-12-15" }).where(eq(groups.id, w.loner.id)),
    )
    const { unheard, deadlines } = await staffHome()
    expect(unheard).toMatchObject({ silent: 1, consultations: 1, quiet: 1, members: 3 })
    expect(deadlines).toContainEqual(
      expect.objectContaining({
        kind: "closes",
        title: "Bus times",
        on: "2026-06-20",
        asked: 2,
        answered: 1,
      }),
    )
  })

  it("says which replies of bodies are late", async () => {
    await w.system((ctx) =>
      ctx.tx.insert(representations).values({
        lioId: ctx.lio.id,
        title: "On buses",
        bodyId: w.council.id,
        sentOn: "2026-04-01",
        replyDueOn: "2026-05-27",
      }),
    )
    expect((await staffHome()).deadlines[0]).toMatchObject({
      kind: "reply",
      title: "On buses",
      on: "2026-05-27",
      body: "Ribble Borough Council",
    })
  })

  it("is open to a trustee, who is offered no buttons", async () => {
    expect(await staffHome("viewer@ribble.example")).toMatchObject({
      kind: "staff",
      records: false,
      keeps: false,
    })
  })
})

describe("The home page of a member", () => {
  it("shows what waits for their groups, what is ready to be sent first, and never more than three things", async () => {
    await asked("Old news", { closesAt: new Date("2026-06-10T16:00:00Z") })
    await asked("Libraries", { readyFor: w.foodbank.id, closesAt: new Date("2026-06-30T16:00:00Z") })
    await asked("Parks")
    const home = await memberHome()
    const things = toDo("ribble", home)
    expect(things.map((thing) => [thing.title, thing.action])).toEqual([
      ["Libraries", "Check it and send it"],
      ["Bus times", "Answer"],
      ["Parks", "Answer"],
    ])
    expect(things[1]?.about).toBe("It takes about 10 minutes. Closes in 5 days, on 20 June 2026.")
  })

  it("says for which group, when somebody speaks for two", async () => {
    const things = toDo("ribble", await memberHome("member@ribble.example"))
    expect(things).toHaveLength(3)
    expect(things[0]?.about).toMatch(/^(Clitheroe Food Bank|Côr Meibion Llanfair): /)
  })

  it("shows nothing of other groups", async () => {
    const home = await memberHome("outsider@ribble.example")
    expect(home).toMatchObject({ waiting: [], unread: [], outcomes: [] })
    await expect(asPerson("other", { email: "lead@ribble.example" }, getHome)).rejects.toThrow(NotFound)
    await expect(w.asPublic(getHome)).rejects.toThrow(NotAllowed)
  })

  it("tells of a mention until it is read", async () => {
    const topic = await w.system(async (ctx) => {
      const lioId = ctx.lio.id
      const network = theFirst(
        await ctx.tx.insert(networks).values({ lioId, name: "Food network" }).returning(),
      )
      await ctx.tx
        .insert(networkGroups)
        .values({ lioId, networkId: network.id, groupId: w.foodbank.id, joinedAt: NOW })
      const begun = {
        lioId,
        networkId: network.id,
        title: "Freezers",
        personId: w.worker.id,
        createdAt: NOW,
        lastPostAt: NOW,
      }
      const made = theFirst(await ctx.tx.insert(topics).values(begun).returning())
      const post = theFirst(
        await ctx.tx
          .insert(posts)
          .values({
            lioId,
            topicId: made.id,
            personId: w.worker.id,
            body: "@Leila?",
            html: "<p>@Leila?</p>",
            createdAt: NOW,
          })
          .returning(),
      )
      await ctx.tx.insert(mentions).values({ lioId, postId: post.id, personId: w.lead.id })
      return made
    })
    expect((await memberHome()).unread).toMatchObject([
      { title: "Freezers", network: "Food network", mentioned: true },
    ])
    expect((await memberHome("outsider@ribble.example")).networks).toMatchObject([{ name: "Food network" }])
    await w.system((ctx) =>
      ctx.tx.insert(topicReads).values({
        lioId: ctx.lio.id,
        topicId: topic.id,
        personId: w.lead.id,
        readAt: new Date(NOW.getTime() + 1),
      }),
    )
    expect((await memberHome()).unread).toEqual([])
  })

  it("says what came of what they said", async () => {
    const { id, question, response } = await asked("Youth work", {
      answeredBy: w.foodbank.id,
      closesAt: new Date("2026-06-02T16:00:00Z"),
    })
    await w.system(async (ctx) => {
      const lioId = ctx.lio.id
      const sent = {
        lioId,
        title: "On youth work",
        bodyId: w.council.id,
        consultationId: id,
        sentOn: "2026-06-03",
        repliedOn: "2026-06-12",
      }
      const paper = theFirst(await ctx.tx.insert(representations).values(sent).returning())
      const ask = theFirst(
        await ctx.tx
          .insert(asks)
          .values({ lioId, representationId: paper.id, position: 1, text: "Keep it" })
          .returning(),
      )
      const quote = {
        lioId,
        responseId: response,
        version: 1,
        questionId: question,
        groupId: w.foodbank.id,
        quote: "Keep it open",
      }
      const passage = theFirst(await ctx.tx.insert(passages).values(quote).returning())
      await ctx.tx.insert(askPassages).values({ lioId, askId: ask.id, passageId: passage.id })
    })
    expect((await memberHome()).outcomes).toMatchObject([
      {
        title: "On youth work",
        group: "Clitheroe Food Bank",
        body: "Ribble Borough Council",
        sentOn: "2026-06-03",
        repliedOn: "2026-06-12",
        toldId: null,
      },
    ])
  })
})
