import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { sql } from "drizzle-orm"
import { simpleParser } from "mailparser"
import { describe, expect, it } from "vitest"
import { speaker } from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { post, postAll } from "@/lib/email/commands"
import { emailDoor } from "@/lib/email/providers/choose"
import { sendWaiting } from "@/lib/email/sending"
import { mailroom, START } from "./support/mailroom"
import { world } from "./support/world"

const w = await world()
const { office, clock, later, send, letters, invite } = await mailroom(w)

describe("A letter", () => {
  it("arrives with HTML and text that say the same, and can be stopped", async () => {
    await w.system(invite(w.member.id), "ribble", START)
    expect(await send()).toEqual({ written: 1, tried: 1, stopped: null })
    const [mail] = office.taken
    const [row] = await letters()
    expect(mail?.subject).toBe("You can now sign in to Ribble CVS")
    expect(mail?.from?.text).toBe('"Ribble CVS" <trellis@localhost>')
    expect(mail?.messageId).toBe(`<${row?.id}@localhost>`)
    expect(String(mail?.html)).toContain("http://localhost:3000/ribble/home?a=1&amp;b=2")
    expect(mail?.text).toContain("http://localhost:3000/ribble/home?a=1&b=2")
    expect(mail?.text).toContain("Welcome to Ribble CVS")
    const list = mail?.headers.get("list") as {
      unsubscribe: { url: string }
      "unsubscribe-post": { name: string }
    }
    expect(list.unsubscribe.url).toMatch(/^http:\/\/localhost:3000\/api\/unsubscribe\/[\w-]+\.[\w-]+$/)
    expect(list["unsubscribe-post"].name).toBe("List-Unsubscribe=One-Click")
    expect(row).toMatchObject({ attempts: 1, failed_at: null, skipped: null, repeated_at: null })
    expect(row?.sent_at).not.toBeNull()
    expect(await send()).toMatchObject({ tried: 0 })
  })

  it("that signs somebody in cannot be stopped, and is forgotten once it has gone", async () => {
    const signIn = (ctx: Ctx) =>
      post(ctx, {
        letter: "sign-in",
        stream: "service",
        to: { email: "lead@ribble.example" },
        props: { url: "http://localhost:3000/x", minutes: 20 },
      })
    await w.system(signIn, "ribble", START)
    await send()
    expect(office.taken[0]?.raw).not.toContain("List-Unsubscribe")
    expect((await letters())[0]).toMatchObject({ props: null, html: null, text: null })
    await w.system(signIn, "ribble", START)
    later(31)
    await send()
    expect((await letters()).map((one) => one.skipped)).toContain("too late")
  })

  it("has names of any letters, and no line of its own making in its head", async () => {
    await w.system(
      async (ctx) => {
        const name = 'O’Brien\r\nBcc: all@x.example <مركز> "Q"'
        await post(ctx, {
          letter: "staff-invitation",
          stream: "service",
          to: { email: "odd@x.example", name },
          props: { level: "worker", url: "/x" },
        })
      },
      "ribble",
      START,
    )
    await send()
    expect(office.taken[0]?.recipient).toBe("odd@x.example")
    expect(office.taken[0]?.headers.has("bcc")).toBe(false)
    expect(office.taken[0]?.to).toMatchObject({ value: [{ address: "odd@x.example" }] })
  })

  it("that cannot be written is put aside with the reason, and holds up no other", async () => {
    await w.system(
      async (ctx) => {
        await invite(w.lead.id)(ctx)
        await ctx.tx.execute(sql`update letters set letter = 'no-such-letter'`)
        await invite(w.member.id)(ctx)
      },
      "ribble",
      START,
    )
    await send()
    expect(office.taken.map((mail) => mail.recipient)).toEqual(["member@ribble.example"])
    expect((await letters()).find((one) => one.failed_at)?.last_error).toMatch(/no letter called/)
  })
})

describe("Whoever must not be written to is not", () => {
  const reasons = async () => (await letters()).map((one) => one.skipped)

  it("when the letter is posted, and again when it goes", async () => {
    await w.system(
      async (ctx) => {
        await invite(w.lead.id)(ctx)
        await invite(w.member.id)(ctx)
        await ctx.tx.execute(
          sql`insert into suppressions (lio_id, email, reason, since) values (${ctx.lio.id}, 'lead@ribble.example', 'x', now())`,
        )
        await invite(w.lead.id)(ctx)
        await ctx.tx.execute(
          sql`insert into preferences (lio_id, person_id, stopped, changed_at) values (${ctx.lio.id}, ${w.member.id}, '{consultations}', now())`,
        )
        await invite(w.member.id)(ctx)
      },
      "ribble",
      START,
    )
    expect((await reasons()).toSorted()).toEqual([null, null, "stopped", "suppressed"].toSorted())
    await send()
    expect(office.taken).toEqual([])
    expect((await reasons()).toSorted()).toEqual(["stopped", "stopped", "suppressed", "suppressed"])
  })

  it("when they have left the LIO or the group it was about", async () => {
    const gone = await w.system(
      async (ctx) => {
        const person = await speaker(ctx, {
          name: "Gone Soon",
          email: "gone@ribble.example",
          groups: [w.choir],
          speaks: "lead",
        })
        await postAll(ctx, [
          {
            letter: "staff-invitation",
            stream: "networks",
            to: { personId: person.id },
            props: { level: "worker", url: "/x" },
            basis: { groupIds: [w.choir.id] },
          },
          {
            letter: "staff-invitation",
            stream: "networks",
            to: { personId: w.member.id },
            props: { level: "worker", url: "/x" },
            basis: { groupIds: [w.choir.id] },
          },
          {
            letter: "staff-invitation",
            stream: "networks",
            to: { personId: w.worker.id },
            props: { level: "worker", url: "/x" },
            basis: { staff: true },
          },
          {
            letter: "staff-invitation",
            stream: "networks",
            to: { personId: w.lead.id },
            props: { level: "worker", url: "/x" },
            basis: { staff: true },
          },
        ])
        await ctx.tx.execute(sql`update roles set ended_on = '2026-01-01' where person_id = ${person.id}`)
        return person
      },
      "ribble",
      START,
    )
    await send()
    expect(office.taken.map((mail) => mail.recipient).toSorted()).toEqual([
      "member@ribble.example",
      "worker@ribble.example",
    ])
    await w.system(
      async (ctx) => {
        await invite(gone.id)(ctx)
        await ctx.tx.execute(sql`update people set left_at = now() where id = ${gone.id}`)
      },
      "ribble",
      START,
    )
    await send()
    expect(office.taken).toHaveLength(2)
    expect((await reasons()).filter((why) => why === "left")).toHaveLength(3)
  })
})

describe("The outbox folder", () => {
  it("takes letters as whole messages, and a second try writes over the first", async () => {
    const door = emailDoor("outbox:")
    const folder = path.join(process.env.DATA_DIR ?? "", "outbox")
    await w.system(invite(w.member.id), "ribble", START)
    await sendWaiting("ribble", { door, clock })
    await w.system((ctx) => ctx.tx.execute(sql`update letters set sent_at = null, claimed_until = null`))
    await sendWaiting("ribble", { door, clock })
    const files = await readdir(folder)
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^2026-11-23T09-00-00-000Z-[0-9a-f-]{36}\.eml$/)
    const mail = await simpleParser(await readFile(path.join(folder, files[0] ?? "")))
    expect(mail).toMatchObject({
      subject: "You can now sign in to Ribble CVS",
      text: expect.stringContaining("Welcome"),
    })
  })
})
