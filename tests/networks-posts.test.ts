import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { events, letters, tasks } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed } from "@/lib/errors"
import { watchNetwork } from "@/lib/networks/commands"
import { listTopics } from "@/lib/networks/queries"
import { editPost, readTopic, replyTo } from "@/lib/networks/topics/commands"
import { mentionsIn } from "@/lib/networks/topics/mentions"
import {
  concludeTopic,
  hidePost,
  reportPost,
  showPost,
  watchTopic,
} from "@/lib/networks/topics/order/commands"
import { findNews, getPost, listPosts } from "@/lib/networks/topics/queries"
import { foodNetwork } from "./support/food-network"
import { world } from "./support/world"

const w = await world()
const { food, topic, lettersTo } = await foodNetwork(w)

describe("A decision", () => {
  it("is told to those who spoke, and a second pair of hands does not overwrite it", async () => {
    const made = await topic(w.asLead)
    await w.asMember((ctx) => replyTo(ctx, { topicId: made.id, body: "Yes", groupId: w.choir.id }))
    const decide = (decision: string, version: number) =>
      w.asWorker((ctx) => concludeTopic(ctx, { id: made.id, version, summary: null, decision }))
    const told = async () =>
      (await w.system((ctx) => ctx.tx.select().from(letters)))
        .filter((letter) => letter.letter === "network-decision" && letter.toEmail !== null)
        .map((letter) => letter.toEmail)
        .sort()
    const before = (await told()).length
    await decide("Every Monday", 1)
    await expect(decide("Every Friday", 1)).rejects.toMatchObject({ theirs: { decision: "Every Monday" } })
    await decide("Every Monday", 2)
    expect((await told()).length - before).toBe(2)
  })
})

describe("A post", () => {
  it("is changed by its author only, and the log keeps what it said", async () => {
    const made = await topic(w.asLead, { body: "First words" })
    const [post] = await w.asLead((ctx) => listPosts(ctx, made.id, 1))
    await expect(
      w.asMember((ctx) => editPost(ctx, { id: post?.id ?? "", body: "Mine now" })),
    ).rejects.toThrow(NotAllowed)
    await w.asLead((ctx) => editPost(ctx, { id: post?.id ?? "", body: "Second words" }))
    const [after] = await w.asLead((ctx) => listPosts(ctx, made.id, 1))
    expect(after).toMatchObject({ editedAt: expect.any(Date), html: "<p>Second words</p>" })
    const [logged] = await w.system((ctx) =>
      ctx.tx.select().from(events).where(eq(events.what, "post.edited")),
    )
    expect(logged?.from).toEqual({ body: "First words" })
  })

  it("is reported to staff as a task, and hidden with a reason that stays", async () => {
    const made = await topic(w.asLead, { body: "Rude words" })
    const [post] = await w.asLead((ctx) => listPosts(ctx, made.id, 1))
    const about = { id: post?.id ?? "", reason: "It is rude" }
    await w.asMember((ctx) => reportPost(ctx, about))
    expect((await w.system((ctx) => ctx.tx.select().from(tasks))).map((task) => task.what).join()).toContain(
      "It is rude",
    )
    await expect(w.asMember((ctx) => hidePost(ctx, about))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => hidePost(ctx, about))
    expect((await w.asMember((ctx) => listPosts(ctx, made.id, 1)))[0]).toMatchObject({
      html: "",
      hiddenReason: "It is rude",
    })
  })
})

describe("Letters about posts", () => {
  it("go to those who are named, never to the author, once to each", async () => {
    const before = (await lettersTo("member@ribble.example")).length
    const own = (await lettersTo("lead@ribble.example")).length
    await topic(w.asLead, {
      body: "What do you think, @Mo Member and @Côr Meibion Llanfair and @Leila Lead?",
    })
    expect(await lettersTo("member@ribble.example")).toHaveLength(before + 1)
    expect(await lettersTo("lead@ribble.example")).toHaveLength(own)
  })

  it("go to those who watch everything, to nobody who has muted it, and follow the topic before the network", async () => {
    const count = async () => (await lettersTo("member@ribble.example")).length
    const start = await count()
    await topic(w.asLead)
    expect(await count()).toBe(start)
    await w.asMember((ctx) => watchNetwork(ctx, { networkId: food.id, level: "all" }))
    const made = await topic(w.asLead)
    expect(await count()).toBe(start + 1)
    await w.asMember((ctx) => watchTopic(ctx, { id: made.id, level: "mute" }))
    await w.asLead((ctx) => replyTo(ctx, { topicId: made.id, body: "@Mo Member?", groupId: w.foodbank.id }))
    expect(await count()).toBe(start + 1)
    await w.asMember((ctx) => watchNetwork(ctx, { networkId: food.id, level: "mute" }))
    await topic(w.asLead, { body: "@Mo Member" })
    expect(await count()).toBe(start + 1)
  })

  it("name the longest name that fits", () => {
    const names = [
      { kind: "person" as const, id: "1", name: "Ann" },
      { kind: "person" as const, id: "2", name: "Ann Lee" },
    ]
    expect(mentionsIn("Hello @ann lee, and @Anna", names).map((one) => one.id)).toEqual(["2"])
    expect(mentionsIn("mail ann@example.org", names)).toEqual([])
    for (const quoted of ["`@ann`", "``x @ann`` ", "```\n@ann\n```\n", "> @ann said so\nYes", "~~~\n@ann"])
      expect(mentionsIn(quoted, names), quoted).toEqual([])
    expect(mentionsIn("> somebody said\n\nI agree, @ann, see `x`", names)).toHaveLength(1)
  })
})

describe("A post that is changed", () => {
  it("tells only those who are named for the first time", async () => {
    await w.asMember((ctx) => watchNetwork(ctx, { networkId: food.id, level: "mentions" }))
    const made = await topic(w.asLead, { body: "Who has a van?" })
    const [post] = await w.asLead((ctx) => listPosts(ctx, made.id, 1))
    const start = (await lettersTo("member@ribble.example")).length
    const say = (body: string) => w.asLead((ctx) => editPost(ctx, { id: post?.id ?? "", body }))
    await say("Who has a van? @Mo Member?")
    await say("Who has a van, @Mo Member?")
    expect(await lettersTo("member@ribble.example")).toHaveLength(start + 1)
    expect((await w.asLead((ctx) => listPosts(ctx, made.id, 1)))[0]?.html).toContain(">@Mo Member</a>")
  })

  it("can be hidden and shown again, and is reported once by one person", async () => {
    const made = await topic(w.asLead, { body: "Mistaken" })
    const [post] = await w.asLead((ctx) => listPosts(ctx, made.id, 1))
    const about = { id: post?.id ?? "", reason: "By mistake" }
    await w.asMember((ctx) => reportPost(ctx, about))
    await expect(w.asMember((ctx) => reportPost(ctx, about))).rejects.toThrow(/already/)
    await w.asWorker((ctx) => hidePost(ctx, about))
    expect(await w.asMember((ctx) => getPost(ctx, made.id, about.id))).toBeNull()
    await expect(w.asMember((ctx) => showPost(ctx, about))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => showPost(ctx, about))
    expect((await w.asMember((ctx) => listPosts(ctx, made.id, 1)))[0]?.html).toBe("<p>Mistaken</p>")
  })
})

describe("Reading a long topic", () => {
  it("goes on where one stopped, and never takes back what was read", async () => {
    const made = await topic(w.asLead, { title: "Long" })
    const at = Date.now()
    for (let n = 1; n <= 54; n++) {
      const input = { topicId: made.id, body: `Number ${n}`, groupId: w.foodbank.id }
      await asPerson("ribble", { email: "lead@ribble.example" }, (ctx) => replyTo(ctx, input), {
        now: new Date(at + n * 1000),
      })
    }
    const look = async (page: number) => {
      const shown = await w.asMember((ctx) => listPosts(ctx, made.id, page))
      await w.asMember((ctx) => readTopic(ctx, made.id, shown.at(-1)?.id ?? ""))
      return w.asMember((ctx) => findNews(ctx, made.id))
    }
    expect(await w.asMember((ctx) => findNews(ctx, made.id))).toBeNull()
    expect(await look(1)).toMatchObject({ count: 5, page: 2 })
    expect(await look(2)).toBeNull()
    expect(await look(1)).toBeNull()
    const [row] = (await w.asMember((ctx) => listTopics(ctx, food.id, { page: 1 }))).topics.filter(
      (one) => one.id === made.id,
    )
    expect(row?.unread).toBe(false)
  })
})
