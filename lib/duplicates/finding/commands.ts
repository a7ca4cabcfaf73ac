import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { say } from "../../words"
import { mayMergeGroups } from "../policy"
import { findPairs } from "./pairs"
import { listSuspects } from "./queries"

/** Looks through all groups for pairs that may be one, and keeps them for somebody to decide. What was decided stays. */
export async function findDuplicates(ctx: Ctx): Promise<{ groups: number; pairs: number }> {
  ensure(mayMergeGroups(ctx.actor), say("Only staff who keep the list can look for duplicates."))
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`duplicates ${ctx.lio.id}`}))`)
  const suspects = await listSuspects(ctx)
  const pairs = findPairs(suspects)
  const found = sql`json_to_recordset(${JSON.stringify(pairs)}::json)
    as f("oneId" uuid, "otherId" uuid, score real, reasons jsonb)`
  await ctx.tx.execute(sql`
    delete from duplicate_pairs d where apart_at is null
      and not exists (select from ${found} where f."oneId" = d.one_id and f."otherId" = d.other_id)`)
  await ctx.tx.execute(sql`
    insert into duplicate_pairs (lio_id, one_id, other_id, score, reasons, found_at)
    select ${ctx.lio.id}::uuid, f."oneId", f."otherId", f.score, f.reasons, ${ctx.now.toISOString()}::timestamptz from ${found}
    on conflict (lio_id, one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons`)
  return { groups: suspects.length, pairs: pairs.length }
}
