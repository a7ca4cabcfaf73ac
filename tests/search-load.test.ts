import { describe, expect, it } from "vitest"
import { findEverywhere } from "@/lib/search/queries"
import { fillLio } from "./load/made"
import { world } from "./support/world"

const w = await world()
await fillLio(w.operator, w.ribble.id, 0.2)

/** What PostgreSQL reads for it: pages, not milliseconds, so that a busy machine changes nothing. */
async function cost(text: string) {
  return w.asWorker(async (ctx) => {
    const [row] = await ctx.tx.execute<
      Record<string, [{ Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } }]>
    >(
      `explain (analyze, buffers, format json) select * from search_all(array['group','person','session'], '${text}', 20)`,
    )
    const plan = Object.values(row ?? {})[0]?.[0]?.Plan
    return (plan?.["Shared Hit Blocks"] ?? 0) + (plan?.["Shared Read Blocks"] ?? 0)
  })
}

describe("Search in an LIO with 10,000 sessions", () => {
  it("weighs no more of what common words find than it needs", async () => {
    const rare = await cost("group 399")
    expect(await cost("community garden")).toBeLessThan(6 * rare + 3_000)
  })

  it("is planned for its words each time, and finds a word by its beginning", async () => {
    const planned = await w.operator`
      select proname from pg_proc where proname in ('search_all', 'search_ids') and 'plan_cache_mode=force_custom_plan' = any (proconfig)`
    expect(planned).toHaveLength(2)
    const found = await w.asWorker((ctx) =>
      findEverywhere(ctx, "community gar", { most: 8, kinds: ["group"] }),
    )
    expect(found).toHaveLength(8)
    const spelt = await w.asWorker((ctx) =>
      findEverywhere(ctx, "community grden", { most: 8, kinds: ["group"] }),
    )
    expect(spelt.length).toBeGreaterThan(0)
  })

  it("finds common words, a rare name among them, and forgives spelling where words find nothing", async () => {
    const find = (text: string) => w.asWorker((ctx) => findEverywhere(ctx, text, { most: 20 }))
    expect(await find("community garden")).toHaveLength(20)
    expect((await find("Clitheroe food"))[0]?.title).toBe("Clitheroe Food Bank")
    expect((await find("Cliteroe"))[0]?.title).toBe("Clitheroe Food Bank")
  })
})
