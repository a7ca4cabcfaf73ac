import type { TransactionSql } from "postgres"
import { CHECK_DIGESTS } from "@/db/rules/frozen"
import { enterLio } from "./tables"

/** How many rows a frozen table has, and how many of them say something else than their digest tells. */
export type FrozenRows = Record<string, { rows: number; wrong: number }>

/** Works the digest of each published version, signed answer and closed result out again: all should be as they were frozen. */
export async function checkFrozen(tx: TransactionSql): Promise<FrozenRows> {
  const sums: FrozenRows = Object.fromEntries(CHECK_DIGESTS.map(([table]) => [table, { rows: 0, wrong: 0 }]))
  for (const { id } of await tx<{ id: string }[]>`select id from lios order by id`) {
    await enterLio(tx, id)
    for (const [table, sql] of CHECK_DIGESTS) {
      const [row] = await tx.unsafe<{ rows: number; wrong: number }[]>(sql)
      const sum = sums[table]
      if (!row || !sum) continue
      sum.rows += row.rows
      sum.wrong += row.wrong
    }
  }
  return sums
}
