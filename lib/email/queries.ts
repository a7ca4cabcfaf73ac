import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../access/ctx"
import type { Sender } from "./writing"

/** What stands on the LIO's letters. */
export async function getSender(ctx: Ctx): Promise<Sender> {
  const [row] = await ctx.tx.execute<Pick<Sender, "email" | "phone" | "address">>(
    sql`select email, phone, address from lios where id = ${ctx.lio.id}`,
  )
  return { ...ctx.lio, email: row?.email ?? null, phone: row?.phone ?? null, address: row?.address ?? null }
}
