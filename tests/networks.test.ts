import { and, eq } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { events, letters, tasks } from "@/db/schema"
import type { Ctx } from "@/lib/access/ctx"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import { joinNetwork, leaveNetwork, letIn, openNetwork, watchNetwork } from "@/lib/networks/commands"
import { getNetwork, listNetworkGroups, listNetworks, listTopics } from "@/lib/networks/queries"
import { editPost, replyTo, startTopic } from "@/lib/networks/topics/commands"
import { mentionsIn } from "@/lib/networks/topics/mentions"
import {
  concludeTopic,
  hidePost,
  reportPost,
  turnTopic,
  watchTopic,
} from "@/lib/networks/topics/order/commands"
import { getTopic, listPosts } from "@/lib/networks/topics/queries"
import { world } from "./support/world"

const w = await world()
let food = { id: "" }
let closed = { id: "" }

beforeAll(async () => {
  food = await w.asWorker((ctx) => openNetwork(ctx, { name: "Food", about: null, byRequest: false }))
  closed = await w.asWorker((ctx) => openNetwork(ctx, { name: "Health", about: null, byRequest: true }))
  await w.asLead((ctx) => joinNetwork(ctx, { networkId: food.id, groupId: w.foodbank.id }))
  await w.asMember((ctx) => joinNetwork(ctx, { networkId: food.id, groupId: w.choir.id }))
})

const topic = (as: typeof w.asLead, over: { title?: string; body?: string; groupId?: string | null } = {}) =>
  as((ctx: Ctx) =>
    startTopic(ctx, {
      networkId: food.id,
      title: "Tomatoes",
      body: "Two **pallets**",
      groupId: w.foodbank.id,
      ...over,
    }),
  )
const lettersTo = (email: string) =>
  w.system((ctx) =>
    ctx.tx
      .select()
      .from(letters)
      .where(and(eq(letters.letter, "network-post"), eq(letters.toEmail, email))),
  )

describe("Joining a network", () => {
  it("puts a group in at once, or lets it ask where staff let groups in", async () => {
    expect((await w.asLead((ctx) => getNetwork(ctx, food.id))).joined).toEqual([
      { id: w.foodbank.id, name: "Clitheroe Food Bank" },
    ])
    await w.asLead((ctx) => joinNetwork(ctx, { networkId: closed.id, groupId: w.foodbank.id }))
    expect(await w.asLead((ctx) => getNetwork(ctx, closed.id))).toMatchObject({ inside: false, joined: [] })
    expect((await w.asViewer((ctx) => listNetworkGroups(ctx, closed.id))).waiting).toHaveLength(1)
    await w.asWorker((ctx) => letIn(ctx, { networkId: closed.id, groupId: w.foodbank.id }))
    expect(await w.asLead((ctx) => getNetwork(ctx, closed.id))).toMatchObject({ inside: true })
  })

  it("is done for a group of one's own only", async () => {
    await expect(
      w.asOutsider((ctx) => joinNetwork(ctx, { networkId: food.id, groupId: w.foodbank.id })),
    ).rejects.toThrow(NotAllowed)
    await expect(
      w.asOutsider((ctx) => letIn(ctx, { networkId: food.id, groupId: w.loner.id })),
    ).rejects.toThrow(NotAllowed)
    await expect(
      w.asViewer((ctx) => openNetwork(ctx, { name: "No", about: null, byRequest: false })),
    ).rejects.toThrow(NotAllowed)
  })

  it("shows its name to everybody of the LIO, its topics to those inside, and nothing to others", async () => {
    const { id } = await topic(w.asLead)
    expect(
      (await w.asOutsider((ctx) => listNetworks(ctx))).map((network) => [network.name, network.inside]),
    ).toEqual([
      ["Food", false],
      ["Health", false],
    ])
    await expect(w.asOutsider((ctx) => getTopic(ctx, id))).rejects.toThrow(NotFound)
    await expect(w.asOutsider((ctx) => listNetworkGroups(ctx, food.id))).rejects.toThrow(NotFound)
    await expect(w.asOtherManager((ctx) => getTopic(ctx, id))).rejects.toThrow(NotFound)
    expect(await w.asOtherManager((ctx) => listNetworks(ctx))).toEqual([])
    await expect(w.asViewer((ctx) => getTopic(ctx, id))).resolves.toMatchObject({ title: "Tomatoes" })
  })
})

describe("A topic", () => {
  it("is said for a group, as safe HTML, and counts its replies", async () => {
    const made = await topic(w.asLead, { body: "Two **pallets** <script>alert(1)</script>" })
    await w.asMember((ctx) =>
      replyTo(ctx, { topicId: made.id, body: "Two hundred please", groupId: w.choir.id }),
    )
    const posts = await w.asViewer((ctx) => listPosts(ctx, made.id, 1))
    expect(posts.map((post) => [post.group, post.author])).toEqual([
      ["Clitheroe Food Bank", "Leila Lead"],
      ["Côr Meibion Llanfair", "Mo Member"],
    ])
    expect(posts[0]?.html).toContain("<strong>pallets</strong>")
    expect(posts[0]?.html).not.toContain("<script")
    expect((await w.asViewer((ctx) => getTopic(ctx, made.id))).posts).toBe(2)
  })

  it("is not said for a group that one does not speak for, nor for one outside, nor for the LIO by a member", async () => {
    await expect(topic(w.asLead, { groupId: w.choir.id })).rejects.toThrow(RuleBroken)
    await expect(topic(w.asLead, { groupId: null })).rejects.toThrow(RuleBroken)
    await expect(topic(w.asOutsider, { groupId: w.loner.id })).rejects.toThrow(NotFound)
    await expect(topic(w.asViewer, { groupId: null })).rejects.toThrow(RuleBroken)
    await expect(topic(w.asWorker, { groupId: null })).resolves.toBeTruthy()
  })

  it("is new until it is read", async () => {
    const made = await topic(w.asLead, { title: "Unread" })
    const unread = async () =>
      (await w.asMember((ctx) => listTopics(ctx, food.id, { page: 1 }))).topics.find(
        (row) => row.id === made.id,
      )?.unread
    expect(await unread()).toBe(true)
    await w.asMember((ctx) => replyTo(ctx, { topicId: made.id, body: "Read", groupId: w.choir.id }))
    expect(await unread()).toBe(false)
  })

  it("takes no reply once it is closed, and is summed up by staff alone", async () => {
    const made = await topic(w.asLead)
    await w.asWorker((ctx) =>
      concludeTopic(ctx, { id: made.id, version: 1, summary: "All gone.", decision: "Same next year." }),
    )
    await w.asWorker((ctx) => turnTopic(ctx, { id: made.id }))
    await expect(
      w.asMember((ctx) => replyTo(ctx, { topicId: made.id, body: "Late", groupId: w.choir.id })),
    ).rejects.toThrow(/closed/)
    await expect(w.asLead((ctx) => turnTopic(ctx, { id: made.id }))).rejects.toThrow(NotAllowed)
    expect(await w.asLead((ctx) => getTopic(ctx, made.id))).toMatchObject({ decision: "Same next year." })
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
  })
})

describe("Leaving a network", () => {
  it("ends for one group, and what was said stays", async () => {
    const made = await topic(w.asMember, { groupId: w.choir.id })
    await w.asMember((ctx) => leaveNetwork(ctx, { networkId: food.id, groupId: w.choir.id }))
    expect((await w.asMember((ctx) => getNetwork(ctx, food.id))).joined.map((group) => group.name)).toEqual([
      "Clitheroe Food Bank",
    ])
    expect(await w.asLead((ctx) => listPosts(ctx, made.id, 1))).toHaveLength(1)
  })
})
