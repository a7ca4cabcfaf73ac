import { createHash } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { accounts, authSessions, letters, rateLimits, signInTokens } from "@/db/schema"
import { asPerson } from "@/lib/access/doors"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { getChecklist } from "@/lib/home/staff/queries"
import { askToConfirm, correctAddress } from "@/lib/people/own-address/commands"
import { getOwnAddress } from "@/lib/people/own-address/queries"
import { confirmAddress, makeOperatorLink, makeSignInLink } from "@/lib/sign-in/commands"
import { isConfirmed } from "@/lib/sign-in/queries"
import { world } from "./support/world"

const w = await world()
const MANAGER = "manager@ribble.example"
const auth = authDatabase()
const before = process.env.EMAIL_URL

/** The account that a browser was let into by the set-up code, signed in twice. */
async function signedInUnconfirmed() {
  const [account] = await auth
    .insert(accounts)
    .values({ email: MANAGER, emailVerified: new Date() })
    .returning()
  const userId = account?.id ?? ""
  const expires = new Date(Date.now() + 86_400_000)
  await auth
    .insert(authSessions)
    .values(["one", "two"].map((sessionToken) => ({ sessionToken, userId, expires })))
  return userId
}
const confirmsOf = async (url: string) => {
  const token = new URL(url).searchParams.get("token")
  const hash = createHash("sha256").update(`${token}${process.env.AUTH_SECRET}`).digest("hex")
  const [kept] = await auth.select().from(signInTokens).where(eq(signInTokens.token, hash))
  return kept?.confirms
}
const lettersTo = (email: string) =>
  w.system((ctx) => ctx.tx.select().from(letters).where(eq(letters.toEmail, email)))

beforeEach(async () => {
  process.env.EMAIL_URL = "smtp://localhost:25"
  await auth.delete(accounts)
  await auth.delete(rateLimits)
})
afterAll(() => {
  process.env.EMAIL_URL = before
})

describe("The address of whoever set up Trellis", () => {
  it("is confirmed by every link but the one that follows on from the set-up code", async () => {
    const link = await makeSignInLink(MANAGER)
    expect(await confirmsOf(link?.url ?? "")).toBe(true)
    expect(await confirmsOf(await makeOperatorLink(MANAGER))).toBe(true)
    const first = await makeSignInLink(MANAGER, "/", { confirms: false })
    expect(await confirmsOf(first?.url ?? "")).toBe(false)
  })

  it("stands on the checklist until then, and whoever came in before is signed out", async () => {
    const id = await signedInUnconfirmed()
    expect((await w.asManager(getChecklist)).confirmed).toBe(false)
    expect(await w.asManager(getOwnAddress)).toMatchObject({ email: MANAGER, confirmed: false, mail: true })
    await confirmAddress(id)
    expect(await isConfirmed(MANAGER)).toBe(true)
    expect((await w.asManager(getChecklist)).confirmed).toBe(true)
    expect(await auth.select().from(authSessions)).toEqual([])
    // Once is enough: later sign-ins leave other browsers alone.
    const expires = new Date(Date.now() + 86_400_000)
    await auth.insert(authSessions).values({ sessionToken: "three", userId: id, expires })
    await confirmAddress(id)
    expect(await auth.select().from(authSessions)).toHaveLength(1)
    await expect(w.asManager(askToConfirm)).rejects.toThrow("confirmed already")
    const email = "other@ribble.example"
    await expect(w.asManager((ctx) => correctAddress(ctx, { email }))).rejects.toThrow("confirmed already")
  })

  it("gets a letter as often as it is asked for, within reason; without email there is the command", async () => {
    await signedInUnconfirmed()
    for (let times = 0; times < 5; times++) await w.asManager(askToConfirm)
    await expect(w.asManager(askToConfirm)).rejects.toThrow(RuleBroken)
    const sent = await lettersTo(MANAGER)
    expect(sent).toHaveLength(5)
    expect(sent[0]).toMatchObject({ letter: "sign-in", props: { confirms: true } })
    expect(await confirmsOf(String(sent[0]?.props?.url))).toBe(true)
    process.env.EMAIL_URL = "outbox:"
    await expect(w.asManager(askToConfirm)).rejects.toThrow("Use the command")
    expect(await w.asManager(getOwnAddress)).toMatchObject({ mail: false })
  })

  it("is nobody’s but a manager’s to confirm here", async () => {
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic]) {
      await expect(as(getOwnAddress)).rejects.toThrow(NotAllowed)
      await expect(as(askToConfirm)).rejects.toThrow(NotAllowed)
      const email = "mine@ribble.example"
      await expect(as((ctx) => correctAddress(ctx, { email }))).rejects.toThrow(NotAllowed)
    }
  })

  it("can be corrected until then: the browser stays signed in, and the new one gets the letter", async () => {
    await signedInUnconfirmed()
    const correct = (email: string) => w.asManager((ctx) => correctAddress(ctx, { email }))
    for (const [wrong, words] of [
      ["no address", /address/],
      [MANAGER, "your address already"],
      ["worker@ribble.example", "has this email address"],
    ] as const)
      await expect(correct(wrong)).rejects.toThrow(words)
    const moved = " Maureen@Ribble.example "
    expect(await correct(moved)).toEqual({ email: "maureen@ribble.example", sent: true })
    const [account] = await auth.select().from(accounts)
    expect(account).toMatchObject({ email: "maureen@ribble.example", confirmedAt: null })
    expect(await auth.select().from(authSessions)).toHaveLength(2)
    expect(await lettersTo("maureen@ribble.example")).toMatchObject([{ props: { confirms: true } }])
    const own = await asPerson("ribble", { email: "maureen@ribble.example" }, getOwnAddress)
    expect(own).toMatchObject({ email: "maureen@ribble.example", confirmed: false })
    // Nobody slips into what somebody else signs in to.
    const theirs = asPerson("ribble", { email: "maureen@ribble.example" }, (ctx) =>
      correctAddress(ctx, { email: "manager@other.example" }),
    )
    await expect(theirs).rejects.toThrow("signs in with this address")
    expect(await auth.select().from(accounts)).toMatchObject([{ email: "maureen@ribble.example" }])
  })
})
