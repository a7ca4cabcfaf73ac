import { sql } from "drizzle-orm"
import { describe, expect, it, vi } from "vitest"
import { POST } from "@/app/api/unsubscribe/[token]/route"
import { runDigest, runDueDigests } from "@/lib/digest/commands"
import { shareRoom } from "@/lib/digest/joint"
import { claimNext } from "@/lib/email/sending/commands"
import { putTogether } from "@/lib/email/sending/joint"
import { log } from "@/lib/log"
import { mailroom, START } from "./support/mailroom"
import { twoLios } from "./support/two-lios"
import { world } from "./support/world"

const w = await world()
const mail = await mailroom(w)
const { office, smtp, later, send } = mail
const { EMAIL, here, there, both, sendThere, rowsOf, taken } = await twoLios(w, mail)

describe("Somebody of two LIOs", () => {
  it("gets one letter with what both have to say, five things to know over all, and no second one", async () => {
    await both()
    expect((await runDigest("ribble", { at: START })).sent).toBeGreaterThan(0)
    const second = await runDigest("other", { at: START })
    expect(second.skipped.already_made).toBe(1)
    await Promise.all([send(), sendThere()])
    const [letter] = taken()
    expect(taken()).toHaveLength(1)
    expect(letter?.subject).toBe("Bus cuts: 7 days left to answer, and 9 more things")
    for (const part of [letter?.text ?? "", String(letter?.html)]) {
      expect(part).toContain("From Other Valley VAG")
      expect(part).toContain("Tram fares")
      expect(part.match(/topic \d/g)).toHaveLength(5)
      expect(part.indexOf("Bus cuts")).toBeLessThan(part.indexOf("From Other Valley VAG"))
      expect(part.indexOf("Tram fares")).toBeLessThan(part.indexOf("Stop these emails"))
    }
    expect(letter?.text).toContain("/other/preferences?token=")
    expect([await rowsOf("ribble"), await rowsOf("other")]).toMatchObject([
      [{ sent: true }],
      [{ sent: true }],
    ])
    later(60 * 24)
    await Promise.all([send(), sendThere()])
    expect(taken()).toHaveLength(1)
  })

  it("has no word of one LIO in the outbox of the other", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await send()
    for (const [lio, word, ours] of [
      ["ribble", "Tram fares", "Bus cuts"],
      ["other", "Bus cuts", "Tram fares"],
    ] as const) {
      const all = JSON.stringify(
        await w.system(async (ctx) => [...(await ctx.tx.execute(sql`select * from letters`))], lio),
      )
      expect(all).toContain(ours)
      expect(all).not.toContain(word)
    }
  })

  it("gets the same at the second try, and what one LIO withdrew before the first is not in it", async () => {
    await both()
    await runDigest("ribble", { at: START })
    office.feels((to) => (to === EMAIL ? "cut-after" : null))
    await send()
    await w.system(
      (ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${there.id}`),
      "other",
    )
    office.feels(() => null)
    later(30)
    await send()
    expect(taken()).toHaveLength(2)
    expect(taken()[1]?.text).toBe(taken()[0]?.text)
    expect(taken()[1]?.messageId).toBe(taken()[0]?.messageId)
    expect(taken()[1]?.raw).toContain("X-Trellis-Repeat")
    expect(await rowsOf("other")).toMatchObject([{ sent: true }])
  })

  it("who has left one of them before it goes hears nothing of that one", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await w.system(
      (ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${there.id}`),
      "other",
    )
    await send()
    expect(taken()).toHaveLength(1)
    expect(taken()[0]?.text).not.toContain("Other Valley")
    expect(taken()[0]?.subject).toBe("Bus cuts: 7 days left to answer, and 4 more things")
    expect(await rowsOf("other")).toMatchObject([{ sent: false, skipped: "left", html: null }])
  })

  it("hears from the other by itself where the letter that carried it does not go", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await w.system((ctx) => ctx.tx.execute(sql`update people set left_at = now() where id = ${here.id}`))
    await Promise.all([send(), sendThere()])
    expect(taken()).toHaveLength(0)
    later(11)
    await sendThere()
    expect(taken()).toHaveLength(1)
    expect(taken()[0]?.subject).toBe("Tram fares: 7 days left to answer, and 4 more things")
    expect(taken()[0]?.text).not.toContain("Bus cuts")
    expect(await rowsOf("other")).toMatchObject([{ sent: true, goesWith: null }])
  })

  it("with another address by now is written to by each", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await w.system(
      (ctx) => ctx.tx.execute(sql`update people set email = 'new@both.example' where id = ${there.id}`),
      "other",
    )
    await send()
    await sendThere()
    expect(
      office.taken.map(({ recipient }) => recipient).filter((to) => to.endsWith("both.example")),
    ).toEqual([EMAIL, "new@both.example"])
    expect(taken()[0]?.text).not.toContain("Tram fares")
  })

  it("waits with the letter that carries it, for as long as that takes", async () => {
    await both()
    await runDigest("ribble", { at: START })
    office.feels((to) => (to === EMAIL ? { at: "DATA", code: 451, text: "4.3.0 Busy" } : null))
    for (let round = 0; round < 6; round++) {
      await Promise.all([send(), sendThere()])
      later(25)
    }
    expect(await rowsOf("other")).toMatchObject([{ sent: false, skipped: null }])
    office.feels(() => null)
    later(180)
    await Promise.all([send(), sendThere()])
    expect(taken()).toHaveLength(1)
    expect(taken()[0]?.text).toContain("Tram fares")
    expect(await rowsOf("other")).toMatchObject([{ sent: true }])
  })

  it("goes alone when the run that made it died before the letter that was to carry it", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await w.system((ctx) => ctx.tx.execute(sql`delete from letters`))
    await sendThere()
    expect(taken()).toHaveLength(0)
    later(11)
    await sendThere()
    expect(taken()).toHaveLength(1)
  })

  it("stops all of it by one click in the mail program", async () => {
    await both()
    await runDigest("ribble", { at: START })
    await send()
    const list = taken()[0]?.headers.get("list") as { unsubscribe: { url: string } }
    const token = list.unsubscribe.url.split("/").at(-1) ?? ""
    expect(list.unsubscribe.url.length).toBeLessThan(900)
    const answer = await POST(new Request(list.unsubscribe.url, { method: "POST" }), {
      params: Promise.resolve({ token }),
    })
    expect(answer.status).toBe(200)
    for (const lio of ["ribble", "other"]) {
      const stopped = await w.system(
        async (ctx) => [...(await ctx.tx.execute(sql`select stopped from preferences`))],
        lio,
      )
      expect(stopped, lio).toEqual([{ stopped: ["digest"] }])
    }
  })

  it("is written to on the earliest day of their LIOs, and no second time that week", async () => {
    await both()
    const monday = START
    await w.system((ctx) => ctx.tx.execute(sql`update lios set digest_weekday = 1 where id = ${ctx.lio.id}`))
    await w.system(
      (ctx) => ctx.tx.execute(sql`update lios set digest_weekday = 4 where id = ${ctx.lio.id}`),
      "other",
    )
    await runDueDigests("ribble", monday)
    await runDueDigests("other", new Date("2026-11-26T09:00:00Z"))
    expect([await rowsOf("ribble"), await rowsOf("other")].map((rows) => rows.length)).toEqual([1, 1])
    expect(await rowsOf("other")).toMatchObject([{ goesWith: { lio: w.ribble.id } }])
  })

  it("who wants none from one of them gets the other’s only", async () => {
    await both()
    await w.system(
      (ctx) =>
        ctx.tx.execute(sql`
        insert into preferences (lio_id, person_id, stopped, changed_at) values (${ctx.lio.id}, ${there.id}, '{digest}', now())`),
      "other",
    )
    await runDigest("ribble", { at: START })
    await send()
    expect(taken()[0]?.text).not.toContain("Other Valley")
    expect(await rowsOf("other")).toEqual([])
  })

  it("still hears from one when the other is in trouble", async () => {
    const told = vi.spyOn(log, "error")
    await both()
    await w.operator`update lios set timezone = 'Not/A_Zone' where slug = 'other'`
    const { sent } = await runDigest("ribble", { at: START })
    await w.operator`update lios set timezone = 'Europe/London' where slug = 'other'`
    expect(sent).toBeGreaterThan(0)
    expect(told).toHaveBeenCalled()
    await send()
    expect(taken()[0]?.text).not.toContain("Other Valley")
    vi.restoreAllMocks()
  })

  it("cannot have another’s letter put into theirs by whoever names it", async () => {
    await both()
    await runDigest("ribble", { at: START })
    const strange = await w.system(async (ctx) => {
      const [row] = await ctx.tx.execute<{ id: string }>(sql`
        update letters set goes_with = null where to_email = ${EMAIL} returning id`)
      return row?.id ?? ""
    }, "other")
    expect(strange).not.toBe("")
    const claim = await w.system((ctx) => claimNext(ctx, smtp().provider), "ribble", START)
    if (!claim) throw new Error("Nothing was claimed.")
    const whole = await putTogether(claim, START)
    expect(JSON.stringify(whole.map(({ html }) => html))).not.toContain("Tram fares")
  })
})

describe("The addresses that two LIOs share", () => {
  it("are all that an LIO learns of another, and only of its own people", async () => {
    const seen = await w.system(async (ctx) => [
      ...(await ctx.tx.execute(sql`select * from lio_access_elsewhere()`)),
    ])
    expect(seen).toEqual([{ email: EMAIL, lio_id: w.other.id }])
    const nowhere = await w.operator.begin(async (tx) => {
      await tx`set local role trellis_app`
      return tx`select * from lio_access_elsewhere()`
    })
    expect([...nowhere]).toEqual([])
  })
})

describe("Room for five things", () => {
  it("is shared in turn, to none more than it has", () => {
    expect(shareRoom([9, 9])).toEqual([3, 2])
    expect(shareRoom([1, 9])).toEqual([1, 4])
    expect(shareRoom([0, 2, 0])).toEqual([0, 2, 0])
    expect(shareRoom([9, 9, 9, 9, 9, 9, 9])).toEqual([1, 1, 1, 1, 1, 0, 0])
  })
})
