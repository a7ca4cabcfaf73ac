import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx, Lio } from "../access/ctx"
import type { Sender } from "./writing"

/** What stands on the LIO's letters. */
export async function getSender(ctx: Ctx): Promise<Sender> {
  const [row] = await ctx.tx.execute<Omit<Sender, keyof Lio>>(sql`
    select email, phone, contact_name as "contactName", address, colour,
      (select '/' || l.slug || '/logo?v=' || floor(extract(epoch from g.saved_at))::text from logos g
        where g.lio_id = l.id and g.kind = 'logo') as logo
    from lios l where id = ${ctx.lio.id}`)
  const {
    email = null,
    phone = null,
    contactName = null,
    address = null,
    colour = null,
    logo = null,
  } = row ?? {}
  return { ...ctx.lio, email, phone, contactName, address, colour, logo }
}
