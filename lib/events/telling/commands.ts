import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { noteReminded } from "../../calendar/reminding/commands"
import { postAll } from "../../email/commands"
import { ensure } from "../../errors"
import { reminderLetters } from "../booking/letters"
import { listParties } from "../booking/queries"

/** Reminds everybody who comes tomorrow, once. Gives how many letters go. */
export async function remindOfEvents(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const dates = await noteReminded(ctx, "event")
  if (dates.length === 0) return 0
  return postAll(
    ctx,
    reminderLetters(ctx, await listParties(ctx, sql`o.id = any (${sql.param(dates)}::uuid[])`)),
  )
}
