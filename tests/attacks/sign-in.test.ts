import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { letters, rateLimits, signInTokens } from "@/db/schema"
import { networkOf } from "@/lib/access/limits/commands"
import { askToJoinFrom } from "@/lib/memberships/requests/join/commands"
import { sendSignInLink } from "@/lib/sign-in/commands"
import { world } from "../support/world"

const w = await world()
const LEAD = "lead@ribble.example"
const sentTo = (email: string) =>
  w.system((ctx) => ctx.tx.select().from(letters).where(eq(letters.toEmail, email)))
beforeEach(async () => {
  await authDatabase().delete(rateLimits)
})

describe("A stranger who asks for somebody else’s sign-in link", () => {
  it("does not lock them out: their own asks count apart, and the link that came first still works", async () => {
    await sendSignInLink(LEAD, "81.2.3.4")
    const [letter] = await sentTo(LEAD)
    const token = new URL(String(letter?.props?.url)).searchParams.get("token")
    for (let network = 0; network < 6; network++)
      await Promise.allSettled(Array.from({ length: 8 }, () => sendSignInLink(LEAD, `203.0.113.${network}`)))
    await expect(sendSignInLink(LEAD, "81.2.3.4")).resolves.toBeNull()
    const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex")
    const kept = await authDatabase().select().from(signInTokens).where(eq(signInTokens.token, hash))
    expect(kept).toHaveLength(1)
    expect(kept[0]?.expires.getTime()).toBeGreaterThan(Date.now())
  })

  it("does not fill their mailbox", async () => {
    const before = (await sentTo("member@ribble.example")).length
    for (let network = 0; network < 6; network++)
      await Promise.allSettled(
        Array.from({ length: 4 }, () => sendSignInLink("member@ribble.example", `203.0.113.${network}`)),
      )
    expect((await sentTo("member@ribble.example")).length - before).toBeLessThanOrEqual(10)
  })

  it("learns nothing from how long the answer takes", async () => {
    const time = async (email: string) => {
      const begun = performance.now()
      await sendSignInLink(email, crypto.randomUUID())
      return performance.now() - begun
    }
    const times = { known: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 9; round++) {
      times.known.push(await time("worker@ribble.example"))
      times.unknown.push(await time(`nobody${round}@nowhere.example`))
    }
    // Both wait for the same moment: a single answer before it would tell.
    for (const all of [times.known, times.unknown]) expect(Math.min(...all)).toBeGreaterThanOrEqual(195)
  })

  it("is one network however many addresses of IPv6 they use", () => {
    expect(networkOf("2001:db8:1:2:aaaa::1")).toBe(networkOf("2001:0db8:0001:0002::ffff"))
    expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"))
    expect(networkOf("::1")).toBe("0:0:0:0")
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7")
  })
})

describe("The form to join", () => {
  it("carries no word of a stranger’s to an address that nobody has confirmed", async () => {
    const type = await w.system(async (ctx) => {
      const [row] = await ctx.tx.execute<{ id: string }>(
        `insert into membership_types (lio_id, id, name, open_to_join) values ('${ctx.lio.id}', gen_random_uuid(), 'Full member', true) returning id`,
      )
      return row?.id ?? ""
    })
    const spam = "BUY-CHEAP-PILLS at evil.example"
    await askToJoinFrom(
      "ribble",
      { typeId: type, group: spam, name: spam, email: "victim@else.example", about: spam } as never,
      "203.0.113.9",
    )
    const [letter] = await sentTo("victim@else.example")
    expect(letter?.letter).toBe("membership-asked")
    expect(JSON.stringify(letter)).not.toContain("PILLS")
  })
})
