import { createHash } from "node:crypto"
import postgres from "postgres"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { authDatabase, closeDatabases } from "@/db/client"
import { events, letters, rateLimits, signInTokens } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { NotFound, RuleBroken } from "@/lib/errors"
import { setUpTrellis } from "@/lib/lios/set-up/commands"
import { setUpInput } from "@/lib/lios/set-up/input"
import { needsSetUp } from "@/lib/lios/set-up/queries"
import { freshDatabase } from "./support/database"

const database = await freshDatabase()
const operator = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
const CODE = "K7QM-2XRD-9TWP"
const SAID = {
  code: CODE,
  name: "Ribble Valley CVS",
  slug: "",
  kind: "cvs",
  managerName: "Maureen Pye",
  email: " Maureen@Ribble.example ",
}
const setUp = (said: Partial<typeof SAID> = {}, from: string = crypto.randomUUID()) =>
  setUpTrellis(setUpInput.parse({ ...SAID, ...said }), from)
const lios = () => operator<{ slug: string }[]>`select slug from lios order by slug`

beforeEach(async () => {
  process.env.SET_UP_CODE_HASH = createHash("sha256").update("K7QM2XRD9TWP").digest("hex")
  await operator`delete from lios`
  await authDatabase().delete(rateLimits)
  await authDatabase().delete(signInTokens)
})
afterAll(async () => {
  delete process.env.SET_UP_CODE_HASH
  await closeDatabases()
  await operator.end()
  await database.drop()
})

describe("The first visit to an empty Trellis", () => {
  it("makes the organisation with its first manager, and leads to signing in", async () => {
    const to = new URL(await setUp(), "http://localhost")
    expect(to.pathname).toBe("/sign-in/confirm")
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      email: "maureen@ribble.example",
      next: "/ribble-valley-cvs/settings/areas?first=1",
    })
    // Who has the code is let in; that the address is right is still to be shown.
    const links = await authDatabase().select().from(signInTokens)
    expect(links).toMatchObject([{ identifier: "maureen@ribble.example", confirms: false }])
    const seen = await asPerson("ribble-valley-cvs", { email: "maureen@ribble.example" }, async (ctx) => ({
      actor: ctx.actor,
      log: await ctx.tx.select().from(events),
    }))
    expect(seen.actor).toMatchObject({ kind: "staff", level: "manager", name: "Maureen Pye" })
    expect(seen.log).toMatchObject([{ what: "lio.founded", actorName: "Maureen Pye", via: "page" }])
  })

  it("writes to the manager where there is email, so that the address is confirmed, and leaves no letter where there is none", async () => {
    const written = async () => {
      await setUp()
      const me = { email: "maureen@ribble.example" }
      return asPerson("ribble-valley-cvs", me, (ctx) => ctx.tx.select().from(letters))
    }
    expect(await written()).toEqual([])
    await operator`delete from lios`
    const before = process.env.EMAIL_URL
    process.env.EMAIL_URL = "smtp://localhost:25"
    try {
      const [letter] = await written()
      expect(letter).toMatchObject({ letter: "sign-in", toEmail: "maureen@ribble.example" })
      expect(letter?.props).toMatchObject({
        confirms: true,
        url: expect.stringContaining("settings%2Faddress"),
      })
    } finally {
      process.env.EMAIL_URL = before
    }
  })

  it("takes the code with or without dashes and in small letters, as people type it", async () => {
    await setUp({ code: " k7qm 2xrd9twp " })
    expect(await lios()).toHaveLength(1)
  })

  it("makes the short name from the name, or says why it can’t be", () => {
    const slugOf = (name: string, slug = "") => setUpInput.parse({ ...SAID, name, slug }).slug
    expect(slugOf("Côr & Sir Gâr Volunteers’ Centre")).toBe("cor-and-sir-gar-volunteers-centre")
    expect(slugOf("1st Ribble Valley")).toBe("st-ribble-valley")
    expect(slugOf("Anything", " Ribble ")).toBe("ribble")
    for (const taken of ["set-up", "help", "x", "no spaces"])
      expect(() => slugOf("Anything", taken)).toThrow(/short name/i)
    expect(() => slugOf("慈善")).toThrow(/short name/i)
  })
})

describe("A stranger who finds an empty Trellis first", () => {
  it("gets nowhere without the code, or with another one", async () => {
    for (const code of ["K7QM-2XRD-9TWQ", "K7QM", "x".repeat(64), process.env.SET_UP_CODE_HASH ?? ""])
      await expect(setUp({ code })).rejects.toThrow(/isn’t the set-up code/)
    expect(setUpInput.safeParse({ ...SAID, code: "  " }).success).toBe(false)
    expect(await lios()).toEqual([])
  })

  it("may guess ten times in a quarter of an hour, and does not keep anybody else out", async () => {
    for (let tries = 0; tries < 10; tries++)
      await expect(setUp({ code: `GUESS${tries}` }, "203.0.113.1")).rejects.toThrow(RuleBroken)
    await expect(setUp({}, "203.0.113.1")).rejects.toThrow(/quarter of an hour/)
    expect(await lios()).toEqual([])
    await setUp({}, "81.2.3.4")
  })

  it("finds nothing where the start has made no code", async () => {
    for (const none of [undefined, ""]) {
      if (none === undefined) delete process.env.SET_UP_CODE_HASH
      else process.env.SET_UP_CODE_HASH = none
      expect(await needsSetUp()).toBe(false)
      await expect(setUp()).rejects.toThrow(NotFound)
      await expect(setUp({ code: "!" })).rejects.toThrow(NotFound)
    }
  })
})

describe("Once somebody has set up", () => {
  it("the code opens nothing any more", async () => {
    expect(await needsSetUp()).toBe(true)
    await setUp()
    expect(await needsSetUp()).toBe(false)
    await expect(setUp({ name: "Second", email: "second@evil.example" })).rejects.toThrow(NotFound)
    expect(await lios()).toEqual([{ slug: "ribble-valley-cvs" }])
  })

  it("of two at the same moment one is told that the other was first", async () => {
    const all = await Promise.allSettled(
      ["One", "Two", "Three"].map((name) => setUp({ name, email: `${name}@ribble.example` })),
    )
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect(await lios()).toHaveLength(1)
    for (const one of all)
      if (one.status === "rejected") expect(String(one.reason)).toMatch(/just set up|no such place/)
  })

  it("PostgreSQL lets no role of the web make another", async () => {
    const others = { app: process.env.TRELLIS_APP_URL, auth: process.env.TRELLIS_AUTH_URL }
    await setUp()
    for (const [role, url] of Object.entries(others)) {
      const sql = postgres(url ?? "", { max: 1, onnotice: () => {} })
      await expect(
        sql`select found_lio('evil', 'Evil', 'cvs', 'e@evil.example', 'E', 'E', 'page')`,
        role,
      ).rejects.toThrow(/permission denied/)
      const first = sql`select found_first_lio('evil', 'Evil', 'cvs', 'e@evil.example', 'E') as id`
      if (role === "app") await expect(first).rejects.toThrow(/permission denied/)
      else expect(await first).toMatchObject([{ id: null }])
      await sql.end()
    }
    expect(await lios()).toHaveLength(1)
  })
})
