import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { post } from "@/lib/email/commands"
import { sendAgain } from "@/lib/email/outbox/commands"
import { emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { claimLost, claimNext, writeNext } from "@/lib/email/sending/commands"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { listTimeline } from "@/lib/groups/timeline/queries"
import { mailroom, START } from "./support/mailroom"
import { world } from "./support/world"

const w = await world()
const { office, clock, smtp, later, send, letters, invite } = await mailroom(w)

describe("When the mail server is in trouble", () => {
  const toAll = async (people = [w.lead, w.member, w.outsider]) => {
    for (const { id } of people) await w.system(invite(id), "ribble", START)
  }
  const sent = async () => (await letters()).filter((one) => one.sent_at).length

  it("451 waits longer each time, and nobody else waits", async () => {
    office.feels((to) => (to.startsWith("lead") ? { at: "DATA", code: 451, text: "4.3.0 Busy" } : null))
    await toAll()
    await send()
    expect([await sent(), office.seen.tries]).toEqual([2, 3])
    const [held] = (await letters()).filter((one) => !one.sent_at)
    expect(held).toMatchObject({ attempts: 1, batch_id: null, failed_at: null })
    const wait = new Date(String(held?.next_try_at)).getTime() - START.getTime()
    expect(wait).toBeGreaterThan(40_000)
    await send()
    expect(office.seen.tries).toBe(3)
    office.feels(() => null)
    later(3)
    await send()
    expect(await sent()).toBe(3)
  })

  it("421 stops the round, and goes on when it is over", async () => {
    office.feels(() => ({ at: "RCPT", code: 421, text: "4.3.2 Closing" }))
    await toAll()
    expect((await send()).stopped).toMatch(/421|closed/i)
    expect((await send()).tried).toBe(0)
    office.feels(() => null)
    later(2)
    await send()
    expect([await sent(), office.taken.length]).toEqual([3, 3])
    expect((await letters()).every((one) => one.repeated_at === null)).toBe(true)
  })

  it("550 5.1.1 fails for good, stops the address and tells the group’s timeline", async () => {
    office.feels((to) =>
      to.startsWith("lead") ? { at: "RCPT", code: 550, text: "5.1.1 No such mailbox" } : null,
    )
    await toAll()
    await send()
    const [failed] = (await letters()).filter((one) => one.failed_at)
    expect(failed?.last_error).toMatch(/5\.1\.1/)
    const [stopped] = await w.system(async (ctx) => [
      ...(await ctx.tx.execute(sql`select * from suppressions`)),
    ])
    expect(stopped).toMatchObject({ email: "lead@ribble.example" })
    const { rows } = await w.asWorker((ctx) => listTimeline(ctx, w.foodbank.id, {}))
    expect(rows[0]?.summary).toMatch(/Emails to Leila Lead come back/)
  })

  it("550 for what was said (5.7.1) fails without stopping the address", async () => {
    office.feels(() => ({ at: "DATA", code: 550, text: "5.7.1 We do not like it" }))
    await toAll([w.lead])
    await send()
    expect((await letters())[0]?.failed_at).not.toBeNull()
    expect(
      await w.system(async (ctx) => [...(await ctx.tx.execute(sql`select * from suppressions`))]),
    ).toEqual([])
  })

  it("a line cut before the server answered loses nothing; the second try says that it is one", async () => {
    office.feels(() => (office.taken.length === 0 ? "cut-after" : null))
    await toAll([w.lead])
    await send()
    expect(await sent()).toBe(0)
    later(2)
    await send()
    expect(await sent()).toBe(1)
    expect(office.taken.map((mail) => mail.headers.has("x-trellis-repeat"))).toEqual([false, true])
    expect(new Set(office.taken.map((mail) => mail.messageId)).size).toBe(1)
    expect((await letters())[0]?.repeated_at).not.toBeNull()
  })

  it("is not there at all: letters wait, and are given up after four days", async () => {
    const nobody = emailDoor("smtp://127.0.0.1:9")
    await toAll([w.lead])
    for (let round = 0; round < 3; round++) {
      const { stopped } = await sendWaiting("ribble", { door: nobody, clock })
      expect(stopped).toMatch(/ECONNREFUSED/)
      later(20)
    }
    expect((await letters())[0]).toMatchObject({ attempts: 3, failed_at: null, sent_at: null })
    later(4 * 24 * 60)
    await sendWaiting("ribble", { door: nobody, clock })
    expect((await letters())[0]?.failed_at).not.toBeNull()
  })
})

describe("Workers", () => {
  it("two at once send each letter once", async () => {
    await w.system(
      async (ctx) => {
        for (let n = 0; n < 60; n++) {
          await post(ctx, {
            letter: "staff-invitation",
            stream: "service",
            to: { email: `p${n}@many.example` },
            props: { level: "worker", url: "/x" },
          })
        }
      },
      "ribble",
      START,
    )
    const rounds = await Promise.all([send(), send(), send()])
    expect(office.taken).toHaveLength(60)
    expect(new Set(office.taken.map((mail) => mail.recipient)).size).toBe(60)
    expect(rounds.reduce((sum, round) => sum + round.tried, 0)).toBe(60)
  })

  it("that die with a letter in hand: it goes once more, marked, and after a second death staff decide", async () => {
    await w.system(invite(w.lead.id), "ribble", START)
    const die = () =>
      w.system(
        async (ctx) => (await claimLost(ctx, smtp().provider)) ?? claimNext(ctx, smtp().provider),
        "ribble",
        clock(),
      )
    await w.system((ctx) => writeNext(ctx), "ribble", clock())
    await die()
    expect(await send()).toMatchObject({ tried: 0 })
    later(3)
    expect((await die())?.letters[0]?.repeated).toBe(true)
    later(3)
    await send()
    expect(office.taken).toEqual([])
    const [row] = await letters()
    expect(row?.uncertain_at).not.toBeNull()
    await expect(w.asViewer((ctx) => sendAgain(ctx, { id: row?.id ?? "" }))).rejects.toThrow(NotAllowed)
    await w.as("worker@ribble.example", (ctx) => sendAgain(ctx, { id: row?.id ?? "" }))
    await expect(w.asWorker((ctx) => sendAgain(ctx, { id: row?.id ?? "" }))).rejects.toThrow(RuleBroken)
    await sendWaiting("ribble", { door: smtp() })
    expect(office.taken[0]?.headers.has("x-trellis-repeat")).toBe(true)
  })
})
