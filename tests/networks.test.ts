import { and, eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { letters, tasks } from "@/db/schema"
import { NotAllowed, NotFound, RuleBroken } from "@/lib/errors"
import {
  addGroups,
  changeNetwork,
  joinNetwork,
  leaveNetwork,
  letIn,
  openNetwork,
  turnAway,
  turnNetwork,
} from "@/lib/networks/commands"
import { getNetwork, listNetworkGroups, listNetworks, listTopics } from "@/lib/networks/queries"
import { replyTo, startTopic } from "@/lib/networks/topics/commands"
import { concludeTopic, turnTopic } from "@/lib/networks/topics/order/commands"
import { getTopic, listPosts } from "@/lib/networks/topics/queries"
import { foodNetwork } from "./support/food-network"
import { world } from "./support/world"

const w = await world()
const { food, topic } = await foodNetwork(w)
const closed = await w.asWorker((ctx) => openNetwork(ctx, { name: "Health", about: null, byRequest: true }))
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

  it("tells who asked what came of it, and staff need not tick it off twice", async () => {
    const open = async () =>
      (await w.system((ctx) => ctx.tx.select().from(tasks))).filter(
        (task) => task.groupId === w.choir.id && !task.doneAt,
      ).length
    const ask = () => w.asMember((ctx) => joinNetwork(ctx, { networkId: closed.id, groupId: w.choir.id }))
    const place = { networkId: closed.id, groupId: w.choir.id }
    await ask()
    await expect(ask()).rejects.toThrow(/asked already/)
    expect(await open()).toBe(1)
    await expect(w.asMember((ctx) => turnAway(ctx, { ...place, reason: "No" }))).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => turnAway(ctx, { ...place, reason: "It is for health groups." }))
    expect(await open()).toBe(0)
    await ask()
    await w.asWorker((ctx) => letIn(ctx, place))
    await w.asWorker((ctx) => letIn(ctx, place))
    const told = await w.system((ctx) =>
      ctx.tx
        .select({ props: letters.props })
        .from(letters)
        .where(and(eq(letters.letter, "network-place"), eq(letters.toEmail, "member@ribble.example"))),
    )
    expect(told.map(({ props }) => props)).toMatchObject([
      { how: "not-let-in", reason: "It is for health groups." },
      { how: "let-in", group: "Côr Meibion Llanfair" },
    ])
  })

  it("has to be asked for again after leaving", async () => {
    const place = { networkId: closed.id, groupId: w.choir.id }
    await w.asMember((ctx) => leaveNetwork(ctx, place))
    await w.asMember((ctx) => joinNetwork(ctx, place))
    const standing = await w.asMember((ctx) => getNetwork(ctx, closed.id))
    expect(standing.joined.map((group) => group.id)).not.toContain(w.choir.id)
    expect(standing.asked.map((group) => group.id)).toEqual([w.choir.id])
  })

  it("tells the leads of a group that staff put in", async () => {
    const network = await w.asWorker((ctx) =>
      openNetwork(ctx, { name: "Chess", about: "Boards and clocks", byRequest: false }),
    )
    await w.asWorker((ctx) =>
      addGroups(ctx, {
        networkId: network.id,
        groupIds: [w.loner.id],
        groupName: null,
        picks: [],
        newGroups: [],
      }),
    )
    const [told] = await w.system((ctx) =>
      ctx.tx.select().from(letters).where(eq(letters.toEmail, "outsider@ribble.example")),
    )
    expect(told).toMatchObject({ letter: "network-place", stream: "networks", props: { how: "put-in" } })
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
      ["Chess", true],
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

describe("A network", () => {
  it("that is closed can be read, and nothing more is said in it until it is open again", async () => {
    const network = await w.asWorker((ctx) =>
      openNetwork(ctx, { name: "Old", about: null, byRequest: false }),
    )
    await w.asLead((ctx) => joinNetwork(ctx, { networkId: network.id, groupId: w.foodbank.id }))
    const input = { title: "Hello", body: "Hello", groupId: w.foodbank.id, networkId: network.id }
    const made = await w.asLead((ctx) => startTopic(ctx, input))
    const reply = () =>
      w.asLead((ctx) => replyTo(ctx, { topicId: made.id, body: "More", groupId: w.foodbank.id }))
    await w.asWorker((ctx) => turnNetwork(ctx, { id: network.id, to: "closed" }))
    await expect(reply()).rejects.toThrow(/network is closed/)
    await expect(w.asLead((ctx) => startTopic(ctx, input))).rejects.toThrow(/closed/)
    expect(await w.asLead((ctx) => getTopic(ctx, made.id))).toMatchObject({ networkClosed: true })
    const names = async (as: typeof w.asLead) => (await as((ctx) => listNetworks(ctx))).map((row) => row.name)
    expect(await names(w.asLead)).toContain("Old")
    expect(await names(w.asOutsider)).not.toContain("Old")
    await w.asWorker((ctx) => turnNetwork(ctx, { id: network.id, to: "open" }))
    await expect(reply()).resolves.toBeTruthy()
  })

  it("changed by two people shows the second what the first saved", async () => {
    const network = await w.asWorker((ctx) => openNetwork(ctx, { name: "Two", about: "A", byRequest: false }))
    const change = (about: string) =>
      w.asManager((ctx) =>
        changeNetwork(ctx, { id: network.id, version: 1, name: "Two", about, byRequest: false }),
      )
    await change("B")
    await expect(change("C")).rejects.toMatchObject({ theirs: { about: "B", version: "2" } })
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
