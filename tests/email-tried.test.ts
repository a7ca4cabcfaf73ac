import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { rateLimits } from "@/db/schema"
import { neverWriteTo } from "@/lib/email/outcomes/commands"
import { emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { sendTestEmail } from "@/lib/email/trying/commands"
import { getEmailSettings } from "@/lib/email/trying/queries"
import { wayOut } from "@/lib/email/way/words"
import { NotAllowed, RuleBroken } from "@/lib/errors"
import { getChecklist } from "@/lib/home/staff/queries"
import { mailroom } from "./support/mailroom"
import { world } from "./support/world"

const w = await world()
const { office, send, clock } = await mailroom(w)
const before = process.env.EMAIL_URL
const trial = async () => (await w.asManager(getEmailSettings)).trial
const tried = async () => (await w.asManager(getChecklist)).emailed

beforeEach(async () => {
  await authDatabase().delete(rateLimits)
})
afterAll(() => {
  process.env.EMAIL_URL = before
})

describe("A test email", () => {
  it("goes to the manager who asks, and says that the mail server took it", async () => {
    expect(await trial()).toBeNull()
    expect(await w.asManager(sendTestEmail)).toEqual({ email: "manager@ribble.example" })
    expect(await trial()).toMatchObject({ state: "waiting", why: null })
    expect(await tried()).toBe(false)
    await send()
    expect(await trial()).toMatchObject({ state: "sent", toEmail: "manager@ribble.example" })
    expect(office.taken).toHaveLength(1)
    expect(await tried()).toBe(true)
    expect((await w.asOtherManager(getEmailSettings)).trial).toBeNull()
    expect((await w.asOtherManager(getChecklist)).emailed).toBe(false)
  })

  it("gives the server’s own words where it is refused", async () => {
    office.feels(() => ({ code: 550, text: "5.7.1 Relaying denied" }) as never)
    await w.asManager(sendTestEmail)
    await send()
    expect(await trial()).toMatchObject({
      state: "refused",
      why: expect.stringContaining("Relaying denied"),
    })
    expect(await tried()).toBe(false)
  })

  it("says that there is no such server, and when it tries again", async () => {
    await w.asManager(sendTestEmail)
    await sendWaiting("ribble", { door: emailDoor("smtp://127.0.0.1:1"), clock })
    expect(await trial()).toMatchObject({ state: "again", why: expect.stringContaining("ECONNREFUSED") })
    expect((await trial())?.nextTryAt).toBeInstanceOf(Date)
  })

  it("kept in a folder counts as not sent", async () => {
    await w.asManager(sendTestEmail)
    await sendWaiting("ribble", { door: emailDoor("outbox:"), clock })
    expect(await trial()).toMatchObject({ state: "kept" })
    expect(await tried()).toBe(false)
  })

  it("isn’t sent to an address that isn’t written to", async () => {
    const addresses = ["manager@ribble.example"]
    await w.system((ctx) => neverWriteTo(ctx, { addresses, reason: "example" }))
    await w.asManager(sendTestEmail)
    expect(await trial()).toMatchObject({ state: "held" })
  })

  it("is for managers, ten times in a quarter of an hour", async () => {
    for (const as of [w.asWorker, w.asViewer, w.asLead, w.asPublic]) {
      await expect(as(sendTestEmail)).rejects.toThrow(NotAllowed)
      await expect(as(getEmailSettings)).rejects.toThrow(NotAllowed)
    }
    for (let times = 0; times < 10; times++) await w.asManager(sendTestEmail)
    await expect(w.asManager(sendTestEmail)).rejects.toThrow(RuleBroken)
  })
})

describe("The way out", () => {
  it("is named without its password", () => {
    expect(wayOut("smtp://me:secret@mail.example.org:587")).toEqual({
      by: "smtp",
      host: "mail.example.org:587",
    })
    expect(wayOut("resend://re_secret")).toEqual({ by: "resend" })
    expect(wayOut("outbox:")).toEqual({ by: "folder" })
    process.env.EMAIL_URL = ""
    expect(wayOut()).toEqual({ by: "folder" })
  })
})
