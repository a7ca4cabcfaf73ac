import { describe, expect, it } from "vitest"
import { canDo } from "@/app/[lio]/home/_parts/can-do"
import { toDo } from "@/app/[lio]/home/_parts/to-do"
import {
  askPassages,
  asks,
  mentions,
  networkGroups,
  networks,
  passages,
  posts,
  representations,
  topicReads,
  topics,
} from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, NotFound } from "@/lib/errors"
import { getHome, type MemberHome } from "@/lib/home/queries"
import { asking } from "./support/asking"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-06-15T09:00:00Z")
const at = <T>(email: string, work: (ctx: Ctx) => Promise<T>) =>
  asPerson("ribble", { email }, work, { now: NOW })
const memberHome = (email = "lead@ribble.example") => at(email, getHome) as Promise<MemberHome>
const theFirst = <T>(rows: T[]) => rows[0] as T

const asked = asking(w, NOW)

describe("The home page of a member", () => {
  it("shows what waits for their groups, what is ready to be sent first, and never more than three things", async () => {
    await asked("Bus times", { answeredBy: w.choir.id })
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

  it("then lists everything they can do, without what the LIO doesn’t have", async () => {
    const home = await memberHome("member@ribble.example")
    const labels = (more = {}) => canDo({ ...home, ...more }).map(({ label }) => label)
    const always = ["Our answers", "What came of it", "Our groups", "Networks", "Your emails", "Search"]
    expect(labels({ entries: 0, services: 0 })).toEqual(always)
    expect(labels({ entries: 3, services: 1, several: false })).toEqual([
      ...["Our answers", "What came of it", "Our group", "Networks", "Directory"],
      ...["How we can help your group", "Your emails", "Search"],
    ])
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
