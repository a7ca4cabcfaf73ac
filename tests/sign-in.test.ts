import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { authDatabase } from "@/db/client"
import { events, letters, people, rateLimits, signInTokens, staff } from "@/db/schema"
import { asGuest, asPerson } from "@/lib/access/doors"
import { readLink, signLink } from "@/lib/access/links"
import { NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { endStaff, inviteStaff } from "@/lib/lios/commands"
import { makeOperatorLink, makeSignInLink, ourPath, sendSignInLink } from "@/lib/sign-in/commands"
import { listLioAccess } from "@/lib/sign-in/queries"
import { deviceInWords } from "@/lib/sign-in/words"
import { world } from "./support/world"

const w = await world()
/** As where the story of a demo is all there is, or where a real LIO has come. */
const isDemo = (demo: boolean) => w.operator`update lios set demo = ${demo}`
const waiting = () => w.system((ctx) => ctx.tx.select().from(letters).where(eq(letters.letter, "sign-in")))

beforeEach(async () => {
  await authDatabase().delete(rateLimits)
  await isDemo(true)
})

describe("A sign-in link", () => {
  it("goes to somebody known, as a letter, with its token kept hashed", async () => {
    const url = new URL((await sendSignInLink(" Worker@Ribble.EXAMPLE ", "1.2.3.4", "/ribble/groups")) ?? "")
    const token = url.searchParams.get("token") ?? ""
    expect(Buffer.from(token, "base64url")).toHaveLength(32)
    expect(url.pathname).toBe("/sign-in/confirm")
    expect(url.searchParams.get("next")).toBe("/ribble/groups")
    const kept = await authDatabase().select().from(signInTokens)
    expect(kept.map((row) => row.token)).not.toContain(token)
    expect((await waiting()).map((letter) => letter.toEmail)).toEqual(["worker@ribble.example"])
  })

  it("is not made for somebody unknown, and nothing is posted", async () => {
    const before = (await waiting()).length
    expect(await sendSignInLink("nobody@nowhere.example", "1.2.3.4")).toBeNull()
    expect(await waiting()).toHaveLength(before)
  })

  it("leads only to a page of ours", () => {
    expect(ourPath("/ribble/home")).toBe("/ribble/home")
    for (const trick of ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\nb"]) {
      expect(ourPath(trick)).toBe("/")
    }
  })

  it("is refused to what is no address, and to a full-width @ that hides a second one", async () => {
    await expect(makeSignInLink("not an address")).rejects.toThrow(RuleBroken)
    await expect(makeSignInLink("worker@ribble.example＠evil.example")).rejects.toThrow(RuleBroken)
  })

  it("can be asked for five times in a quarter of an hour", async () => {
    const ask = () => sendSignInLink("nobody@nowhere.example", "1.2.3.4")
    await Promise.all([ask(), ask(), ask(), ask(), ask()])
    await expect(ask()).rejects.toThrow(/quarter of an hour/)
    await expect(sendSignInLink("lead@ribble.example", "1.2.3.4")).resolves.toBeTruthy()
  })

  it("comes back to whoever asked only in a demo, and never beside a real LIO or a way to send email", async () => {
    const ask = () => sendSignInLink("manager@ribble.example", crypto.randomUUID())
    expect(await ask()).toContain("/sign-in/confirm")
    await w.operator`update lios set demo = false where slug = 'other'`
    expect(await ask()).toBeNull()
    await isDemo(false)
    expect(await ask()).toBeNull()
    await isDemo(true)
    for (const [name, value] of [
      ["DEMO", "0"],
      ["EMAIL_URL", "smtp://localhost:25"],
    ] as const) {
      vi.stubEnv(name, value)
      expect(await ask(), name).toBeNull()
      vi.unstubAllEnvs()
    }
  })

  it("made on the command line stands in the log", async () => {
    await makeOperatorLink("manager@ribble.example")
    const logged = await w.system((ctx) =>
      ctx.tx.select().from(events).where(eq(events.what, "sign-in-link.made")),
    )
    expect(logged).toHaveLength(1)
    await expect(makeOperatorLink("nobody@nowhere.example")).rejects.toThrow(/Nobody here/)
  })
})

describe("The door of an LIO", () => {
  it("knows staff by their level, and members by the groups they speak for", async () => {
    expect(await w.asWorker(async (ctx) => ctx.actor)).toMatchObject({ kind: "staff", level: "worker" })
    const member = await w.asMember(async (ctx) => ctx.actor)
    expect(member).toMatchObject({ kind: "member" })
    expect("groups" in member && member.groups.map((group) => group.name)).toEqual([
      "Clitheroe Food Bank",
      "Côr Meibion Llanfair",
    ])
  })

  it("is shut to people of other LIOs, as if there were nothing", async () => {
    await expect(asPerson("ribble", { email: "manager@other.example" }, async () => 1)).rejects.toThrow(
      NotFound,
    )
    await expect(asPerson("nowhere", { email: "manager@other.example" }, async () => 1)).rejects.toThrow(
      NotFound,
    )
  })

  it("opens to staff for a working day, and to members for longer", async () => {
    const yesterday = new Date(Date.now() - 13 * 3_600_000)
    await expect(
      asPerson("ribble", { email: "worker@ribble.example", since: yesterday }, async () => 1),
    ).rejects.toThrow(SignedOut)
    await expect(
      asPerson("ribble", { email: "lead@ribble.example", since: yesterday }, async () => 1),
    ).resolves.toBe(1)
  })

  it("opens to a guest for one consultation, with a link nobody can make up", async () => {
    const about = crypto.randomUUID()
    const link = { purpose: "answer" as const, lio: w.ribble.id, person: w.lead.id, about }
    const actor = await asGuest("ribble", signLink(link), async (ctx) => ctx.actor)
    expect(actor).toMatchObject({ kind: "guest", scope: { kind: "consultation", id: about } })
    const forged = `${signLink(link).split(".")[0]}.${"x".repeat(43)}`
    await expect(asGuest("ribble", forged, async () => 1)).rejects.toThrow(SignedOut)
    await expect(asGuest("other", signLink(link), async () => 1)).rejects.toThrow(SignedOut)
    await expect(asGuest("ribble", signLink({ ...link, expires: 1 }), async () => 1)).rejects.toThrow(
      SignedOut,
    )
    expect(readLink(signLink({ ...link, purpose: "unsubscribe" }), "answer")).toBeNull()
    expect(readLink("rubbish", "answer")).toBeNull()
    expect(readLink("a.b.c", "answer")).toBeNull()
  })

  it("shuts at once when somebody leaves, and opens the LIOs where they are known", async () => {
    expect((await listLioAccess("lead@ribble.example")).map((lio) => lio.slug)).toEqual(["ribble"])
    await w.system((ctx) => ctx.tx.update(people).set({ leftAt: ctx.now }).where(eq(people.id, w.lead.id)))
    expect(await listLioAccess("lead@ribble.example")).toEqual([])
    await w.system((ctx) => ctx.tx.update(people).set({ leftAt: null }).where(eq(people.id, w.lead.id)))
    expect(await listLioAccess("lead@ribble.example")).toHaveLength(1)
  })
})

describe("Staff", () => {
  it("are invited by a manager, and by nobody else", async () => {
    const invite = { name: "New Worker", email: "new@ribble.example", level: "worker" as const }
    await expect(w.asWorker((ctx) => inviteStaff(ctx, invite))).rejects.toThrow(/manager/)
    await expect(w.asLead((ctx) => inviteStaff(ctx, invite))).rejects.toThrow(/manager/)
    await w.asManager((ctx) => inviteStaff(ctx, invite))
    expect(await listLioAccess("new@ribble.example")).toHaveLength(1)
  })

  it("lose the door when they end, and the last manager cannot go", async () => {
    const [manager] = await w.system((ctx) => ctx.tx.select().from(staff).where(eq(staff.level, "manager")))
    await expect(w.asManager((ctx) => endStaff(ctx, { personId: manager?.personId ?? "" }))).rejects.toThrow(
      /must be a manager/,
    )
    await w.asManager((ctx) => endStaff(ctx, { personId: w.viewer.id }))
    await expect(w.asViewer(async () => 1)).rejects.toThrow(NotFound)
  })
})

describe("A browser", () => {
  it("is listed by what its owner knows it by", () => {
    expect(
      deviceInWords(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
      ),
    ).toBe("Chrome on an Android phone")
    expect(
      deviceInWords(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
      ),
    ).toBe("Safari on an iPhone")
    expect(deviceInWords(null)).toBe("A browser")
  })
})
