import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import { sql } from "drizzle-orm"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { POST as webhook } from "@/app/api/webhooks/resend/route"
import { post } from "@/lib/email/commands"
import { liftSuppression } from "@/lib/email/outbox/commands"
import { closeEmail, emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { claimNext, writeNext } from "@/lib/email/sending/commands"
import { NotAllowed } from "@/lib/errors"
import { world } from "./support/world"

const w = await world()

type Call = { key: string; body: { to: string[]; tags: { name: string; value: string }[] }[] }
type Answer = { status: number; body: object; headers?: Record<string, string> } | "lost"

/** Stands in for Resend at its HTTP edge: keeps keys, and says what the test tells it to say. */
const calls: Call[] = []
const taken = new Map<string, string[]>()
let answers: Answer[] = []
const server = createServer((request, response) => {
  let raw = ""
  request.on("data", (chunk) => {
    raw += chunk
  })
  request.on("end", () => {
    const key = String(request.headers["idempotency-key"])
    const body = JSON.parse(raw) as Call["body"]
    calls.push({ key, body })
    const answer = answers.shift() ?? { status: 200, body: {} }
    if (answer === "lost" || answer.status === 200) {
      if (!taken.has(key))
        taken.set(
          key,
          body.map(({ to }) => to[0] ?? ""),
        )
    }
    if (answer === "lost") return request.socket.destroy()
    const ids = { data: body.map((_, at) => ({ id: `${key}-${at}` })), errors: [] }
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers })
    response.end(JSON.stringify(answer.status === 200 ? { ...ids, ...answer.body } : answer.body))
  })
})
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
process.env.RESEND_BASE_URL = `http://127.0.0.1:${(server.address() as { port: number }).port}`
afterAll(() => {
  closeEmail()
  server.close()
})

const START = new Date("2026-11-23T09:00:00Z")
let now = START
const send = () => sendWaiting("ribble", { door: emailDoor("resend://re_key"), clock: () => now })
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000)
}
type Row = Record<string, unknown> & { id: string; provider_id: string | null }
const letters = () =>
  w.system(async (ctx) => [...(await ctx.tx.execute<Row>(sql`select * from letters order by to_email`))])
const postTo = (count: number) =>
  w.system(
    async (ctx) => {
      for (let n = 0; n < count; n++) {
        const email = `p${String(n).padStart(3, "0")}@many.example`
        await post(ctx, {
          letter: "staff-invitation",
          stream: "service",
          to: { email },
          props: { level: "worker", url: "/x" },
        })
      }
    },
    "ribble",
    START,
  )

beforeEach(async () => {
  closeEmail()
  calls.length = 0
  taken.clear()
  answers = []
  now = START
  await w.system(async (ctx) => {
    await ctx.tx.execute(sql`delete from letters`)
    await ctx.tx.execute(sql`delete from suppressions`)
  })
})

describe("Through Resend", () => {
  it("letters go a hundred a call, two calls a second, each tagged with its LIO", async () => {
    await postTo(205)
    const began = Date.now()
    await send()
    expect(calls.map(({ body }) => body.length)).toEqual([100, 100, 5])
    expect(Date.now() - began).toBeGreaterThanOrEqual((calls.length - 1) * 500)
    expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length)
    expect(calls[0]?.body[0]?.tags[0]).toEqual({ name: "lio", value: w.ribble.id })
    expect((await letters()).every((one) => one.sent_at && one.provider_id)).toBe(true)
  })

  it("one that is refused in a batch fails alone, and the others get their own ids", async () => {
    await postTo(3)
    answers = [
      {
        status: 200,
        body: { data: [{ id: "a" }, { id: "c" }], errors: [{ index: 1, message: "Invalid `to`" }] },
      },
    ]
    await send()
    const byId = (await letters()).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId.map((one) => one.provider_id)).toEqual(["a", null, "c"])
    expect(byId[1]).toMatchObject({ last_error: "Invalid `to`", sent_at: null })
  })

  it("a lost answer is asked for again with the same key and the same letters", async () => {
    await postTo(3)
    answers = ["lost"]
    expect((await send()).stopped).toBeTruthy()
    await postTo(1)
    later(1)
    await send()
    expect(calls[1]?.key).toBe(calls[0]?.key)
    expect(calls[1]?.body).toEqual(calls[0]?.body)
    expect([...taken.values()].flat()).toHaveLength(4)
    expect((await letters()).every((one) => one.sent_at)).toBe(true)
  })

  it("an answer that is still lost after a day is shown to staff and never asked for again", async () => {
    await postTo(2)
    answers = ["lost"]
    await send()
    later(24)
    await send()
    expect(calls).toHaveLength(1)
    expect((await letters()).every((one) => one.uncertain_at && !one.sent_at)).toBe(true)
  })

  it("a worker that died is asked after with the same key", async () => {
    await postTo(2)
    const { provider } = emailDoor("resend://re_key")
    await w.system((ctx) => writeNext(ctx), "ribble", now)
    const claim = await w.system((ctx) => claimNext(ctx, provider), "ribble", now)
    later(1)
    await send()
    expect(calls.map(({ key }) => key)).toEqual([claim?.batchId])
    expect((await letters()).every((one) => one.repeated_at === null)).toBe(true)
  })

  it("429 waits as long as it says; a quota waits for the next day", async () => {
    await postTo(2)
    const busy = { statusCode: 429, name: "rate_limit_exceeded", message: "Too many" }
    answers = [{ status: 429, body: busy, headers: { "retry-after": "120" } }]
    await send()
    later(1 / 60)
    await send()
    expect(calls).toHaveLength(1)
    later(2 / 60)
    answers = [{ status: 429, body: { ...busy, name: "daily_quota_exceeded" } }]
    await send()
    later(3)
    await send()
    expect(calls).toHaveLength(2)
    later(13)
    await send()
    expect(calls).toHaveLength(3)
    expect((await letters()).every((one) => one.sent_at)).toBe(true)
  })

  it("500 keeps the key, 409 for another payload is for staff to decide, a wrong key waits", async () => {
    await postTo(1)
    answers = [{ status: 500, body: { statusCode: 500, name: "application_error", message: "x" } }]
    await send()
    later(1)
    answers = [{ status: 401, body: { statusCode: 401, name: "invalid_api_key", message: "x" } }]
    await send()
    expect((await letters())[0]).toMatchObject({ failed_at: null, uncertain_at: null })
    later(3)
    answers = [{ status: 409, body: { statusCode: 409, name: "invalid_idempotent_request", message: "x" } }]
    await send()
    expect((await letters())[0]?.uncertain_at).not.toBeNull()
  })
})

describe("What Resend tells afterwards", () => {
  const SECRET = `whsec_${Buffer.from("a secret of thirty-two characters").toString("base64")}`
  process.env.RESEND_WEBHOOK_SECRET = SECRET
  const tell = (id: string, type: string, bounce?: object, sign = true, at = Date.now()) => {
    const data = { email_id: "x", to: ["Member@ribble.example"], tags: { lio: w.ribble.id }, bounce }
    const body = JSON.stringify({ type, created_at: new Date(at).toISOString(), data })
    const timestamp = String(Math.floor(at / 1000))
    const key = Buffer.from(SECRET.slice(6), "base64")
    const signature = createHmac("sha256", key)
      .update(`${id}.${timestamp}.${sign ? body : "else"}`)
      .digest("base64")
    const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` }
    return webhook(new Request("http://x/api/webhooks/resend", { method: "POST", body, headers })).then(
      (answer) => answer.status,
    )
  }
  const suppressed = () =>
    w.system(async (ctx) => [
      ...(await ctx.tx.execute<{ email: string; reason: string }>(sql`select * from suppressions`)),
    ])

  it("counts once however often it comes, and not at all when the signature is wrong or old", async () => {
    expect(await tell("msg_0", "email.bounced", { type: "Permanent" }, false)).toBe(401)
    expect(await tell("msg_0", "email.bounced", { type: "Permanent" }, true, Date.now() - 86_400_000)).toBe(
      401,
    )
    expect(await suppressed()).toEqual([])
    for (let n = 0; n < 5; n++)
      expect(await tell("msg_1", "email.bounced", { type: "Permanent", message: "No such user" })).toBe(200)
    expect(await suppressed()).toMatchObject([{ email: "member@ribble.example", reason: "No such user" }])
    await expect(
      w.asViewer((ctx) => liftSuppression(ctx, { email: "member@ribble.example" })),
    ).rejects.toThrow(NotAllowed)
    await w.asWorker((ctx) => liftSuppression(ctx, { email: "member@ribble.example" }))
    await tell("msg_1", "email.bounced", { type: "Permanent" })
    expect(await suppressed()).toEqual([])
  })

  it("three that came back for a while within a month stop the address; a complaint does at once", async () => {
    for (const id of ["s1", "s2"]) await tell(id, "email.bounced", { type: "Transient" })
    expect(await suppressed()).toEqual([])
    await tell("s3", "email.bounced", { type: "Transient", message: "Mailbox full" })
    expect(await suppressed()).toHaveLength(1)
    await w.asWorker((ctx) => liftSuppression(ctx, { email: "member@ribble.example" }))
    expect(await tell("d1", "email.delivered")).toBe(200)
    expect(await suppressed()).toEqual([])
    await tell("c1", "email.complained")
    expect(await suppressed()).toHaveLength(1)
  })
})
