import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import {
  consultations,
  groups,
  invitations,
  networkGroups,
  networks,
  posts,
  tasks,
  topics,
} from "@/db/schema"
import { speaker } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest } from "@/lib/access/doors"
import { runDigest, runDueDigests } from "@/lib/digest/commands"
import { choosePreferences } from "@/lib/email/preferences/commands"
import { emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-11-24T09:00:00Z")
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

type Letter = {
  toEmail: string
  subject: string
  text: string
  html: string
  skipped: string | null
  sent: boolean
}
const letters = (lio = "ribble") =>
  w.system(
    async (ctx) => [
      ...(await ctx.tx.execute<Letter>(sql`
        select to_email as "toEmail", subject, text, html, skipped, sent_at is not null as sent from letters where stream = 'digest' order by to_email`)),
    ],
    lio,
  )
const letterOf = async (who: string) =>
  (await letters()).find(({ toEmail }) => toEmail === `${who}@ribble.example`)
const run = (at = NOW) => runDigest("ribble", { at })
const one = <T>(rows: T[]) => rows[0] as T

/** A consultation that the food bank and the choir were asked in, and a network of the choir with a topic. */
async function story(ctx: Ctx) {
  const lioId = ctx.lio.id
  const asked = one(
    await ctx.tx
      .insert(consultations)
      .values({ lioId, title: "Bus cuts", openedAt: ago(3), closesAt: new Date("2026-11-30T17:00:00Z") })
      .returning(),
  )
  for (const { id: groupId } of [w.foodbank, w.choir]) {
    await ctx.tx.insert(invitations).values({ lioId, consultationId: asked.id, groupId, invitedAt: ago(3) })
  }
  const network = one(await ctx.tx.insert(networks).values({ lioId, name: "Health forum" }).returning())
  await ctx.tx
    .insert(networkGroups)
    .values({ lioId, networkId: network.id, groupId: w.choir.id, joinedAt: ago(90) })
  const topic = one(
    await ctx.tx
      .insert(topics)
      .values({
        lioId,
        networkId: network.id,
        title: "Damp <b>halls</b> & mould",
        personId: w.worker.id,
        createdAt: ago(2),
        lastPostAt: ago(2),
      })
      .returning(),
  )
  const post = (personId: string, days: number) => ({
    lioId,
    topicId: topic.id,
    personId,
    body: "Words",
    html: "<p>Words</p>",
    createdAt: ago(days),
  })
  await ctx.tx.insert(posts).values(post(w.worker.id, 2))
  return { asked, network, topic, post }
}

beforeEach(() =>
  w.system(async (ctx) => {
    for (const table of [
      "digests",
      "letters",
      "preferences",
      "suppressions",
      "tasks",
      "consultations",
      "networks",
    ]) {
      await ctx.tx.execute(sql.raw(`delete from ${table}`))
    }
  }),
)

describe("The digest", () => {
  it("says first what needs the person, over all their groups, and names it in the subject", async () => {
    await w.system(story)
    const { people, sent, skipped } = await run()
    expect({ people, sent, skipped }).toEqual({ people: 6, sent: 4, skipped: { nothing_new: 2 } })
    const member = await letterOf("member")
    expect(member?.subject).toBe("Bus cuts: 6 days left to answer, and 1 more thing")
    expect(member?.text).toContain("Clitheroe Food Bank and Côr Meibion Llanfair: not answered yet.")
    expect(member?.text).toContain("Damp <b>halls</b> & mould")
    expect(member?.html).toContain("Damp &lt;b&gt;halls&lt;/b&gt; &amp; mould")
    expect(member?.html.length).toBeLessThan(60_000)
    const key = member?.text.match(/enter\?key=([\w.-]+)/)?.[1] ?? ""
    const guest = await asGuest("ribble", key, async ({ actor }) => actor)
    expect(guest).toMatchObject({ kind: "guest", email: "member@ribble.example" })
    const lead = await letterOf("lead")
    expect(lead?.subject).toBe("Bus cuts: 6 days left to answer")
    expect(lead?.text).not.toContain("Damp")
    expect([await letterOf("outsider"), await letters("other")]).toEqual([undefined, []])
  })

  it("comes once a week, however often it is made, by however many", async () => {
    await w.system(story)
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(4)
    expect(await letters()).toHaveLength(4)
    const again = await run(new Date("2026-11-29T23:00:00Z"))
    expect(again).toMatchObject({ sent: 0, skipped: { already_made: 6 } })
    expect((await run(new Date("2026-11-30T09:00:00Z"))).sent).toBe(2)
  })

  it("made by hand once more the same week goes only to those who had nothing new before", async () => {
    const byHand = () => runDigest("ribble", { at: NOW, again: true })
    expect(await byHand()).toMatchObject({ sent: 0, skipped: { nothing_new: 6 } })
    await w.system(story)
    expect((await Promise.all([byHand(), byHand()])).map(({ sent }) => sent).toSorted()).toEqual([0, 4])
    expect((await byHand()).sent).toBe(0)
  })

  it("leaves out whoever does not want it or cannot get it, and says why", async () => {
    await w.system(story)
    await w.asMember((ctx) => choosePreferences(ctx, { digest: "never", streams: [] }))
    await w.system((ctx) =>
      ctx.tx.execute(
        sql`insert into suppressions (lio_id, email, reason, since) values (${ctx.lio.id}, 'lead@ribble.example', 'x', now())`,
      ),
    )
    expect(await run()).toMatchObject({
      sent: 2,
      skipped: { unsubscribed: 1, suppressed: 1, nothing_new: 2 },
    })
  })

  it("made for a group that its reader has left since does not go, and is made anew without it", async () => {
    const place = await w.system(story)
    const person = await w.system((ctx) =>
      speaker(ctx, {
        name: "Two Hats",
        email: "hats@ribble.example",
        groups: [w.foodbank, w.choir],
        speaks: "lead",
      }),
    )
    await run()
    const leave = sql`update roles set ended_on = '2026-01-01' where person_id = ${person.id} and group_id = ${w.choir.id}`
    await w.system((ctx) => ctx.tx.execute(leave))
    const door = emailDoor("outbox:")
    await sendWaiting("ribble", { door, clock: () => NOW })
    expect(await letterOf("hats")).toMatchObject({ skipped: "left", sent: false })
    expect((await run()).sent).toBe(1)
    await sendWaiting("ribble", { door, clock: () => NOW })
    const all = (await letters()).filter(({ toEmail }) => toEmail.startsWith("hats"))
    expect(all.map(({ sent }) => sent).toSorted()).toEqual([false, true])
    expect(all.find(({ sent }) => sent)?.text).not.toContain(place.topic.id)
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${person.id}`))
  })

  it("leaves out a group’s consultation once it has signed off or declined", async () => {
    const { asked } = await w.system(story)
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`insert into responses (lio_id, consultation_id, group_id, reference, started_at, signed_off_at, version)
        values (${ctx.lio.id}, ${asked.id}, ${w.foodbank.id}, 'R1', now(), now(), 1)`)
      await ctx.tx.execute(sql`update invitations set declined_at = now() where group_id = ${w.choir.id}`)
    })
    await run()
    expect(await letterOf("lead")).toBeUndefined()
    expect((await letterOf("member"))?.text).not.toContain("Bus cuts")
  })

  it("asks a lead to sign off what a colleague began", async () => {
    const { asked } = await w.system(story)
    await w.system((ctx) =>
      ctx.tx.execute(sql`insert into responses (lio_id, consultation_id, group_id, reference, started_at)
        values (${ctx.lio.id}, ${asked.id}, ${w.foodbank.id}, 'R1', now())`),
    )
    await run()
    expect((await letterOf("lead"))?.subject).toBe("Bus cuts: 6 days left to sign off")
    expect((await letterOf("member"))?.text).toContain("not answered yet")
  })

  it("tells staff of their late tasks", async () => {
    await w.system((ctx) =>
      ctx.tx.insert(tasks).values({
        lioId: ctx.lio.id,
        what: "Ring the council",
        groupId: w.foodbank.id,
        assigneeId: w.worker.id,
        dueOn: "2026-11-20",
      }),
    )
    await run()
    expect((await letterOf("worker"))?.subject).toBe("Ring the council: 4 days late")
    expect(await letterOf("manager")).toBeUndefined()
  })
})

describe("What is new in networks", () => {
  const level = (kind: "network" | "topic", id: string, to: string) =>
    w.system((ctx) =>
      ctx.tx.execute(
        kind === "network"
          ? sql`insert into network_watches (lio_id, network_id, person_id, level) values (${ctx.lio.id}, ${id}, ${w.member.id}, ${to})`
          : sql`insert into topic_reads (lio_id, topic_id, person_id, level) values (${ctx.lio.id}, ${id}, ${w.member.id}, ${to})`,
      ),
    )
  const text = async () => (await letterOf("member"))?.text ?? ""

  it("is left out of a muted network, but a topic one watches comes through", async () => {
    const { network, topic } = await w.system(story)
    await level("network", network.id, "mute")
    await run()
    expect(await text()).not.toContain("Damp")
    await w.system((ctx) => ctx.tx.execute(sql`delete from digests`))
    await w.system((ctx) => ctx.tx.execute(sql`delete from letters`))
    await level("topic", topic.id, "all")
    await run()
    expect(await text()).toContain("Damp")
  })

  it("does not repeat what was read, and tells of replies and mentions", async () => {
    const { network, topic, post } = await w.system(story)
    await w.system(async (ctx) => {
      await ctx.tx.execute(
        sql`insert into topic_reads (lio_id, topic_id, person_id, read_at) values (${ctx.lio.id}, ${topic.id}, ${w.member.id}, ${ago(1).toISOString()}::timestamptz)`,
      )
    })
    await run()
    expect(await text()).not.toContain("Damp")
    await w.system(async (ctx) => {
      await ctx.tx.execute(sql`delete from digests`)
      await ctx.tx.execute(sql`delete from letters`)
      const mention = one(await ctx.tx.insert(posts).values(post(w.worker.id, 0.5)).returning())
      await ctx.tx.execute(
        sql`insert into mentions (lio_id, post_id, group_id) values (${ctx.lio.id}, ${mention.id}, ${w.choir.id})`,
      )
    })
    await level("network", network.id, "mentions")
    await run()
    expect(await text()).toMatch(/Replies to you\n\nDamp .*\nWendy Worker mentioned you, in Health forum\./)
  })

  it("tells of a new decision in an old topic", async () => {
    await w.system(async (ctx) => {
      const { topic } = await story(ctx)
      await ctx.tx.execute(sql`
        update topics set created_at = ${ago(90).toISOString()}::timestamptz, decision = 'Dry them', decided_at = ${ago(1).toISOString()}::timestamptz
        where id = ${topic.id}`)
      await ctx.tx.execute(sql`update posts set created_at = ${ago(90).toISOString()}::timestamptz`)
    })
    await run()
    expect(await text()).toMatch(/Damp .*\n.*decided/)
  })

  it("stays with those whose group is in the network", async () => {
    await w.system(story)
    await w.system((ctx) => ctx.tx.execute(sql`update network_groups set left_at = now()`))
    await run()
    expect(await text()).not.toContain("Damp")
    expect(await w.system((ctx) => ctx.tx.select().from(groups).limit(1))).toHaveLength(1)
  })
})

describe("By the clock", () => {
  it("comes once when the hours go by, and once when the worker was away for a week", async () => {
    await w.system(story)
    let sent = 0
    for (let hour = 0; hour < 48; hour++) {
      sent +=
        (await runDueDigests("ribble", new Date(Date.parse("2026-11-24T00:00:00Z") + hour * 3_600_000)))
          ?.sent ?? 0
    }
    expect(sent).toBe(4)
    await w.system((ctx) => ctx.tx.execute(sql`update consultations set closes_at = '2026-12-20'`))
    expect(await runDueDigests("ribble", new Date("2026-12-03T14:00:00Z"))).toMatchObject({ sent: 2 })
    expect(await runDueDigests("ribble", new Date("2026-12-03T15:00:00Z"))).toMatchObject({ sent: 0 })
  })
})
