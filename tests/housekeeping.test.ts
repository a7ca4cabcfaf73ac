import { readFileSync } from "node:fs"
import path from "node:path"
import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { authDatabase } from "@/db/client"
import { drafts, letters, submissions } from "@/db/schema"
import { listRetention, tidy } from "@/lib/housekeeping/commands"
import { world } from "./support/world"

const w = await world()
const NOW = new Date("2026-11-28T04:00:00Z")
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const run = (lio = "ribble") => tidy(lio, NOW)
const goneOf = (gone: Record<string, number>) =>
  Object.fromEntries(Object.entries(gone).filter(([, n]) => n > 0))

describe("Housekeeping", () => {
  it("lets go of what is over, and of nothing that is not", async () => {
    await w.system(async (ctx) => {
      const lioId = ctx.lio.id
      for (const days of [29, 31]) {
        const key = crypto.randomUUID()
        await ctx.tx
          .insert(submissions)
          .values({ lioId, key, action: "a", result: { to: "" }, createdAt: ago(days) })
      }
      for (const days of [89, 91])
        await ctx.tx
          .insert(drafts)
          .values({ lioId, personId: w.lead.id, form: `f${days}`, values: {}, savedAt: ago(days) })
      const letter = {
        lioId,
        letter: "digest",
        stream: "digest",
        toEmail: "x@x.example",
        html: "<p>",
        text: "x",
      }
      await ctx.tx.insert(letters).values([
        { ...letter, subject: "old and sent", createdAt: ago(366), sentAt: ago(366) },
        { ...letter, subject: "old and waiting", createdAt: ago(366) },
        { ...letter, subject: "new and sent", createdAt: ago(364), sentAt: ago(364) },
      ])
    })
    await authDatabase().execute(sql`
      insert into sign_in_tokens (identifier, token, expires) values ('a', 'old', ${ago(2).toISOString()}::timestamptz), ('a', 'new', ${NOW.toISOString()}::timestamptz)`)
    expect(goneOf(await run("other"))).toEqual({ "Sign-in links that have expired": 1 })
    expect(goneOf(await run())).toEqual({
      "Keys of forms that were sent, so that none is saved twice": 1,
      "Drafts of forms that were never sent": 1,
      "The text of emails, once sent or given up": 1,
    })
    const kept = await w.system((ctx) =>
      ctx.tx.select({ subject: letters.subject, html: letters.html }).from(letters).orderBy(letters.subject),
    )
    expect(kept).toEqual([
      { subject: "new and sent", html: "<p>" },
      { subject: "old and sent", html: null },
      { subject: "old and waiting", html: "<p>" },
    ])
    expect(goneOf(await run())).toEqual({})
  })

  it("says in the manual what it says in the code", async () => {
    const manual = readFileSync(path.resolve(import.meta.dirname, "../docs/operating.md"), "utf8")
    const rows = [...manual.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, days, what]) => [
      what,
      Number(days),
    ])
    expect(rows).toEqual((await listRetention()).map(({ what, days }) => [what, days]))
  })
})
