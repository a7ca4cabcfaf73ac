import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asPublic } from "@/lib/access/doors"
import { world } from "./support/world"

const w = await world()
const email = "worker@ribble.example"
const countGroups = async (ctx: Ctx) =>
  (await ctx.tx.execute<{ n: number }>(sql`select count(*)::int as n from groups`))[0]?.n

describe("A page", () => {
  it("is read as of one moment, whatever is saved while it is put together", async () => {
    const [first, second] = await asPerson(
      "ribble",
      { email },
      async (ctx) => {
        const before = await countGroups(ctx)
        await w.system((other) => make.group(other, { name: "Come Meanwhile", stage: "member" }))
        return [before, await countGroups(ctx)]
      },
      { reads: true },
    )
    expect(second).toBe(first)
    expect(await w.asWorker(countGroups)).toBe((first ?? 0) + 1)
  })

  it.each([
    ["staff", (work: (ctx: Ctx) => Promise<unknown>) => asPerson("ribble", { email }, work, { reads: true })],
    ["anybody", (work: (ctx: Ctx) => Promise<unknown>) => asPublic("ribble", work)],
  ])("writes nothing for %s: PostgreSQL refuses", async (_who, read) => {
    const written = read((ctx) => ctx.tx.execute(sql`update groups set name = 'Written by a page'`))
    await expect(written).rejects.toMatchObject({ cause: { code: "25006" } })
  })
})
