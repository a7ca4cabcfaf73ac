import "server-only"
import { asc, sql } from "drizzle-orm"
import { categories } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { STARTER } from "./starter"
import { type Category, reading } from "./suggest"

/** The categories of UK-CAT that the installation knows, by their codes: those that were read, or some to begin with. */
export async function listCategories(ctx: Ctx): Promise<Category[]> {
  const read = await ctx.tx.select().from(categories).orderBy(asc(categories.code))
  return read.length > 0 ? read : STARTER
}

/** The rules made ready once, until others are read. */
let ready: { readAt: string | null; reader: ReturnType<typeof reading> } | undefined

/** What finds categories in a text. */
export async function reader(ctx: Ctx): Promise<ReturnType<typeof reading>> {
  const [row] = await ctx.tx
    .select({ readAt: sql<string | null>`max(${categories.importedAt})::text` })
    .from(categories)
  const readAt = row?.readAt ?? null
  if (!ready || ready.readAt !== readAt) ready = { readAt, reader: reading(await listCategories(ctx)) }
  return ready.reader
}
