import type { Sql } from "postgres"
import type { Ctx } from "@/lib/access/ctx"

const ROUNDS = 7
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
 * What the policies on who may read a row cost: each piece of work is timed with them and without them in turns, which
 * comes first changing from round to round. Gives its rate with them as a part of its rate without, the round in the
 * middle counting.
 */
export async function costOfAudiences(
  sql: Sql,
  open: (work: (ctx: Ctx) => Promise<unknown>) => Promise<unknown>,
  works: Record<string, (ctx: Ctx) => Promise<unknown>>,
) {
  const policies = await sql<{ table: string; using: string }[]>`
    select tablename as table, qual as using from pg_policies where schemaname = 'public' and policyname = 'audience'`
  if (policies.length === 0) throw new Error("No table has a policy on who may read its rows.")
  const apply = async (kept: boolean) => {
    for (const { table, using } of policies)
      await sql.unsafe(`alter policy audience on ${table} using (${kept ? using : "true"})`)
  }
  const rounds: Record<string, { kept: number; gone: number }>[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const taken: Record<string, { kept: number; gone: number }> = {}
    for (const way of round % 2 ? (["kept", "gone"] as const) : (["gone", "kept"] as const)) {
      await apply(way === "kept")
      for (const [name, work] of Object.entries(works)) {
        await middle(() => open(work))
        taken[name] = { kept: 0, gone: 0, ...taken[name], [way]: await middle(() => open(work)) }
      }
    }
    rounds.push(taken)
  }
  await apply(true)
  return Object.keys(works).map((name) => {
    const all = rounds.map((round) => round[name] ?? { kept: 1, gone: 1 })
    const inOrder = all.toSorted((one, other) => one.gone / one.kept - other.gone / other.kept)
    const { kept, gone } = inOrder[Math.floor(ROUNDS / 2)] ?? { kept: 1, gone: 1 }
    return { name, kept, gone, rate: gone / kept }
  })
}
