import "server-only"
import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { nominationAddresses, nominations } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure } from "../../../errors"
import { removeFilesOf } from "../../../files/leaving/commands"

/**
 * Lets go of the nominations of elections that were over before a moment, where nobody was elected or stands in by them; and of
 * the addresses of those who do: they are people here. The count stays as it is; `getResult` shows no name of whoever is gone.
 */
export async function letNominationsGo(ctx: Ctx, before: Date): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const rows = await ctx.tx.execute<{ id: string; seated: boolean; elected: boolean }>(sql`
    select n.id, n.seat_id is not null as seated, n.elected_as is not null as elected
    from nominations n join elections e on e.id = n.election_id
    where coalesce(e.closed_at, e.called_off_at) < ${before.toISOString()}::timestamptz`)
  const seated = rows.filter((one) => one.seated).map(({ id }) => id)
  const gone = rows.filter((one) => !one.seated && !one.elected).map(({ id }) => id)
  await ctx.tx.delete(nominationAddresses).where(isOneOf(nominationAddresses.nominationId, seated))
  await removeFilesOf(ctx, { kind: "nomination", ids: gone })
  await ctx.tx.delete(nominations).where(isOneOf(nominations.id, gone))
  return gone.length
}
