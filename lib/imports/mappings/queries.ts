import "server-only"
import { desc, eq } from "drizzle-orm"
import { importMappings } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { listFields } from "../../fields/queries"
import { mappingToday } from "../columns/answers"
import { plainHeader } from "../columns/fields"
import { headersKey } from "../columns/headers"

/** How columns with these headers were matched the last time, or null. */
export async function rememberedFor(ctx: Ctx, headers: string[]) {
  const [row] = await ctx.tx
    .select()
    .from(importMappings)
    .where(eq(importMappings.headersKey, headersKey(headers)))
    .orderBy(desc(importMappings.usedAt))
    .limit(1)
  if (!row) return null
  const byPlain = new Map(
    Object.entries(row.mapping).map(([header, field]) => [plainHeader(header) || header, field]),
  )
  const remembered = Object.fromEntries(
    headers.map((header) => [
      header,
      row.mapping[header] ?? byPlain.get(plainHeader(header) || header) ?? null,
    ]),
  )
  const mapping = mappingToday(remembered, await listFields(ctx))
  return { id: row.id, name: row.name, usedAt: row.usedAt, mapping, meanings: row.meanings }
}
