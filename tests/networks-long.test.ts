import fs from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { beforeAll, describe, expect, it } from "vitest"
import { asPerson } from "@/lib/access/doors"
import { markdownToHtml } from "@/lib/markdown"
import { joinNetwork, openNetwork } from "@/lib/networks/commands"
import { listTopics, TOPICS_A_PAGE } from "@/lib/networks/queries"
import { replyTo, startTopic } from "@/lib/networks/topics/commands"
import { listPosts, POSTS_A_PAGE } from "@/lib/networks/topics/queries"
import { world } from "./support/world"

const FORUM = path.resolve(
  process.env.TRELLIS_SAMPLE_DATA ?? "../shared/data",
  "forum/history_meta_se_posts.jsonl",
)
type Said = { Id: string; ParentId?: string; Title?: string; Body: string; CreationDate: string }

/** What was written for the web, as somebody would have typed it here. */
const asTyped = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim()

const posted = fs.existsSync(FORUM) ? fs.readFileSync(FORUM, "utf8") : ""

describe.skipIf(!posted)("A real forum", async () => {
  const w = await world()
  const said = posted
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said)
  const longest = [
    ...Map.groupBy(
      said.filter((post) => post.ParentId),
      (post) => post.ParentId ?? "",
    ),
  ]
    .map(([id, replies]) => ({ first: said.find((post) => post.Id === id), replies }))
    .filter(({ first }) => first?.Title)
    .sort((a, b) => b.replies.length - a.replies.length)
    .slice(0, 8)
  let network = { id: "" }
  const fill = (statement: string) => w.system((ctx) => ctx.tx.execute(sql.raw(statement)))

  beforeAll(async () => {
    network = await w.asWorker((ctx) => openNetwork(ctx, { name: "History", about: null, byRequest: false }))
    await w.asLead((ctx) => joinNetwork(ctx, { networkId: network.id, groupId: w.foodbank.id }))
  })

  it("reads as it was written, thread by thread", async () => {
    for (const { first, replies } of longest) {
      const as = <T>(post: Said | undefined, work: Parameters<typeof asPerson<T>>[2]) =>
        asPerson("ribble", { email: "lead@ribble.example" }, work, {
          now: new Date(`${post?.CreationDate ?? ""}Z`),
        })
      const groupId = w.foodbank.id
      const topic = await as(first, (ctx) =>
        startTopic(ctx, {
          networkId: network.id,
          title: first?.Title ?? "",
          body: asTyped(first?.Body ?? ""),
          groupId,
        }),
      )
      const inOrder = replies.toSorted((a, b) => a.CreationDate.localeCompare(b.CreationDate))
      for (const reply of inOrder)
        await as(reply, (ctx) => replyTo(ctx, { topicId: topic.id, body: asTyped(reply.Body), groupId }))
      const shown = await w.asViewer((ctx) => listPosts(ctx, topic.id, 1))
      expect(shown).toHaveLength(replies.length + 1)
      expect(shown.map((post) => post.at.getTime())).toEqual(
        shown.map((post) => post.at.getTime()).toSorted((a, b) => a - b),
      )
      expect(shown.map((post) => post.html).join()).not.toMatch(/<script|<img|onerror=|javascript:/i)
    }
  })

  it("of ten thousand topics opens a page at a time", async () => {
    await fill(`
      insert into topics (lio_id, network_id, title, person_id, group_id, created_at, last_post_at)
      select '${w.ribble.id}', '${network.id}', 'Topic ' || n, '${w.lead.id}', '${w.foodbank.id}', now() - n * interval '1 hour', now() - n * interval '1 hour'
      from generate_series(1, 10000) n`)
    const html = markdownToHtml(asTyped(longest[0]?.first?.Body ?? "")).replaceAll("'", "''")
    await fill(`
      insert into posts (lio_id, topic_id, person_id, group_id, body, html, created_at)
      select t.lio_id, t.id, t.person_id, t.group_id, 'Words', '${html}', t.created_at + k * interval '1 second'
      from topics t, generate_series(0, 4) k where t.title like 'Topic %'`)
    await w.operator.unsafe(`analyze topics; analyze posts; analyze topic_reads`)
    const topic = await w.asLead((ctx) =>
      startTopic(ctx, { networkId: network.id, title: "Busy", body: "Hello", groupId: w.foodbank.id }),
    )
    await fill(`
      insert into posts (lio_id, topic_id, person_id, group_id, body, html, created_at)
      select lio_id, id, person_id, group_id, 'Words', '${html}', created_at + k * interval '1 second'
      from topics, generate_series(1, 400) k where id = '${topic.id}'`)
    await fill(`update topics set posts = 401 where id = '${topic.id}'`)
    expect(await w.asLead((ctx) => listPosts(ctx, topic.id, 1))).toHaveLength(POSTS_A_PAGE)
    expect((await w.asLead((ctx) => listTopics(ctx, network.id, { page: 1 }))).topics).toHaveLength(
      TOPICS_A_PAGE,
    )
    expect(
      (await w.asLead((ctx) => listTopics(ctx, network.id, { page: 1, q: "4321" }))).topics[0]?.title,
    ).toBe("Topic 4321")
  })
})
