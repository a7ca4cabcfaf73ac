import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import type { Draft } from "../columns/drafts"
import { inParts } from "../writing/parts"

type Kind = "identifiers" | "areas" | "themes" | "addresses"
/** What a row added to a group that was there before, so that it can be taken back. Groups made by the import are not in it. */
export type Made = Map<string, Partial<Record<Kind, unknown[]>>>

/** Notes what was added to which group. */
export function noteMade(made: Made, kind: Kind, added: Iterable<{ groupId: string; what: unknown }>) {
  for (const { groupId, what } of added) {
    const group = made.get(groupId)
    if (group) group[kind] = [...(group[kind] ?? []), what]
  }
}

/** Gives groups that were known already the numbers that a row says besides theirs, and notes which. */
export async function numberGroups(ctx: Ctx, rows: { draft: Draft; groupId: string }[], made: Made) {
  const numbers = rows.flatMap(({ draft, groupId }) => draft.identifiers.map((one) => ({ groupId, ...one })))
  for (const part of inParts(numbers)) {
    const added = await ctx.tx.execute<{ groupId: string; what: string }>(sql`
      insert into group_identifiers (lio_id, group_id, register, value)
      select distinct ${ctx.lio.id}::uuid, n."groupId", n.register, n.value from json_to_recordset(${JSON.stringify(part)}::json) as n("groupId" uuid, register text, value text)
      where not exists (select from group_identifiers g where g.group_id = n."groupId" and g.register = n.register and g.value = n.value)
      returning group_id as "groupId", id as what`)
    noteMade(made, "identifiers", added)
  }
}
