import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { GET, POST } from "@/app/api/unsubscribe/[token]/route"
import { signLink } from "@/lib/access/links"
import { choosePreferences, stopOrNot } from "@/lib/email/preferences/commands"
import { byLink, byLinkInEach, getPreferences } from "@/lib/email/preferences/queries"
import { NotFound } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()

describe("Stopping emails", () => {
  const token = signLink({
    purpose: "unsubscribe",
    lio: w.ribble.id,
    person: w.member.id,
    about: "consultations",
  })
  const url = `http://localhost:3000/api/unsubscribe/${token}`
  const where = { params: Promise.resolve({ token }) }
  const chosen = () => w.system((ctx) => getPreferences(ctx, w.member.id))
  const events = () =>
    w.system(
      async (ctx) =>
        (await ctx.tx.execute(sql`select 1 from events where what = 'preferences.changed'`)).length,
    )

  it("is one POST from a mail program, of any kind, as often as it likes; looking stops nothing", async () => {
    const before = await events()
    const look = await GET(new Request(url), where)
    expect([look.status, look.headers.get("location")?.startsWith("/ribble/unsubscribe?token=")]).toEqual([
      303,
      true,
    ])
    expect((await chosen()).streams).toContain("consultations")
    const form = new FormData()
    form.set("List-Unsubscribe", "One-Click")
    for (const body of [new URLSearchParams({ "List-Unsubscribe": "One-Click" }), form, undefined]) {
      const answer = await POST(new Request(url, { method: "POST", body }), where)
      expect([answer.status, answer.redirected]).toEqual([200, false])
    }
    expect((await chosen()).streams).toEqual([
      ...["healthChecks", "networks", "outcomes", "elections", "membership", "news", "details", "day"],
    ])
    expect(await events()).toBe(before + 1)
  })

  it("cannot be done with a link that was made up, or made for something else", async () => {
    const forged = `${token.slice(0, -3)}abc`
    for (const bad of [forged, "x", "", "a.b"]) {
      const where = { params: Promise.resolve({ token: bad }) }
      expect((await POST(new Request(url, { method: "POST" }), where)).status).toBe(404)
    }
    await expect(byLink({ token, purpose: "preferences" }, async () => 1)).rejects.toThrow(NotFound)
    await expect(
      byLinkInEach({ lio: "other", token, purpose: "unsubscribe" }, async () => 1),
    ).rejects.toThrow(NotFound)
    await expect(byLink({ lio: "other", token, purpose: "unsubscribe" }, async () => 1)).rejects.toThrow(
      NotFound,
    )
  })

  it("can be taken back, slowed down, or done for everything, and the rhythm is remembered", async () => {
    const press = (what: Parameters<typeof stopOrNot>[3]) =>
      w.system((ctx) => stopOrNot(ctx, w.member.id, "digest", what))
    await w.asMember((ctx) => choosePreferences(ctx, { digest: "daily", streams: ["networks", "outcomes"] }))
    await press("stop")
    expect(await chosen()).toMatchObject({ digest: "never", streams: ["networks", "outcomes"] })
    await press("again")
    expect((await chosen()).digest).toBe("daily")
    await press("monthly")
    expect((await chosen()).digest).toBe("monthly")
    await press("everything")
    expect(await chosen()).toMatchObject({ digest: "never", streams: [] })
    await expect(
      w.asPublic((ctx) => choosePreferences(ctx, { digest: "daily", streams: [] })),
    ).rejects.toThrow()
  })
})
