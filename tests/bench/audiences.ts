import type { Sql } from "postgres"
import type { Ctx } from "@/lib/access/ctx"

const ROUNDS = 6
const RUNS = 25

/** Milliseconds that a piece of work takes in the middle of some runs. */
async function middle(work: () => Promise<unknown>) {
  const times: number[] = []
  for (let n = 0; n < RUNS; n++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0
}

/**
 * What the policies on who may read a row cost: each piece of work is timed with them and without them in turns. Gives
 * its rate with them as a part of its rate without, the least disturbed round of each counting.
 */
export async function costOfAudiences(
  sql: Sql,
  open: (work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>,
  works: Record<string, (ctx: Ctx) => Promise<unknown>>,
) {
  const policies = await sql<{ table: string; using: string }[]>`
    select tablename as table, qual as using from pg_policies where schemaname = 'public' and policyname = 'audience'`
  const apply = async (kept: boolean) => {
    for (const { table, using } of policies)
      await sql.unsafe(`alter policy audience on ${table} using (${kept ? using : "true"})`)
  }
  const best = new Map<string, { kept: number; gone: number }>()
  for (let round = 0; round < ROUNDS; round++)
    for (const kept of [true, false]) {
      await apply(kept)
      for (const [name, work] of Object.entries(works)) {
        const taken = await middle(() => open(work))
        const least = best.get(name) ?? { kept: Infinity, gone: Infinity }
        const way = kept ? "kept" : "gone"
        best.set(name, { ...least, [way]: Math.min(least[way], taken) })
      }
    }
  await apply(true)
  if (policies.length === 0) throw new Error("No table has a policy on who may read its rows.")
  return [...best].map(([name, { kept, gone }]) => ({ name, kept, gone, rate: gone / kept }))
}
