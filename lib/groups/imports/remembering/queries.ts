import "server-only"
import { desc, eq } from "drizzle-orm"
import { importMappings } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { FIELDS, type Field, type Mapping, plainHeader } from "../columns/fields"
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
  const mapping: Mapping = Object.fromEntries(
    headers.map((header) => {
      const field = row.mapping[header] ?? byPlain.get(plainHeader(header) || header)
      return [header, field && field in FIELDS ? (field as Field) : null]
    }),
  )
  return { id: row.id, name: row.name, usedAt: row.usedAt, mapping }
}
