import { eq, sql } from "drizzle-orm"
import { groups } from "@/db/schema"
import * as make from "@/db/seed/factories"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asSystem } from "@/lib/access/doors"
import { foundLio } from "@/lib/lios/commands"
import type { world } from "./world"

/** LIOs of a world that are empty as yet, and what is in them. */
export function emptyLios(w: Awaited<ReturnType<typeof world>>) {
  /** An LIO of this name with a manager, a worker, a viewer and nothing else. */
  async function emptyLio(slug: string) {
    const email = (who: string) => `${who}@${slug}.example`
    await foundLio(w.operator, {
      slug,
      name: slug,
      kind: "cvs",
      manager: email("manager"),
      managerName: "Mo",
    })
    await asSystem(slug, async (ctx) => {
      await make.staff(ctx, { name: "Wendy", email: email("worker"), level: "worker" })
      await make.staff(ctx, { name: "Vic", email: email("viewer"), level: "viewer" })
    })
    return <T>(work: (ctx: Ctx) => Promise<T>, who = "manager") => asPerson(slug, { email: email(who) }, work)
  }

  /** How many rows each table has of an LIO, without the two lines that the log keeps of loading and removing. */
  async function countRows(slug: string) {
    const tables = await w.operator<{ name: string }[]>`
      select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and column_name = 'lio_id' and table_type = 'BASE TABLE'`
    return asSystem(slug, async (ctx) => {
      const counts: Record<string, number> = {}
      for (const { name } of tables.filter(
        (table) => !["lio_access", "search_entries"].includes(table.name),
      )) {
        const kept = name === "events" ? "what not like 'examples.%'" : "true"
        const [row] = await ctx.tx.execute<{ n: number }>(
          sql.raw(`select count(*)::int as n from ${name} where ${kept}`),
        )
        counts[name] = row?.n ?? -1
      }
      return counts
    })
  }

  return { emptyLio, countRows }
}

/** The id of the group of this name. */
export const groupNamed = (ctx: Ctx, name: string) =>
  ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.name, name))
    .then(([row]) => row?.id ?? "")
