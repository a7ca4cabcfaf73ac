import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { listSpokespeople } from "@/lib/consultations/invitations/queries"
import { world } from "./support/world"

const w = await world()

describe("A statement that PostgreSQL keeps by name", () => {
  it("is planned for the values of each use, however often it was used before", async () => {
    const used = await w.system(async (ctx) => {
      for (let n = 0; n < 12; n++) await listSpokespeople(ctx, [w.foodbank.id], "consultations")
      const [row] = await ctx.tx.execute<{ kept: number; anyhow: number; eachTime: number }>(sql`
        select count(*)::int as kept, sum(generic_plans)::int as anyhow, max(custom_plans)::int as "eachTime" from pg_prepared_statements
        where cardinality(parameter_types) > 0`)
      return row
    })
    expect(used?.kept).toBeGreaterThan(0)
    expect(used?.eachTime).toBeGreaterThan(9)
    expect(used?.anyhow).toBe(0)
  })
})
