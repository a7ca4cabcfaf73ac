import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { openRoom } from "../queries"

/** A version of the terms, with the groups that agreed to it. */
export type Terms = {
  version: number
  words: string
  proposedAt: string
  proposedBy: string | null
  agreed: { groupId: string; group: string; at: string; by: string | null }[]
}

/** All versions of the terms of working together, the last first. */
export async function listTerms(ctx: Ctx, id: string): Promise<Terms[]> {
  await openRoom(ctx, id)
  const rows = await ctx.tx.execute<Terms>(sql`
    select t.version, t.words, t.proposed_at as "proposedAt", p.name as "proposedBy",
      (select coalesce(json_agg(json_build_object('groupId', g.id, 'group', g.name, 'at', a.agreed_at, 'by', o.name) order by a.agreed_at, g.name), '[]')
        from consortium_agreements a join groups g on g.id = a.group_id left join people o on o.id = a.agreed_by
        where a.consortium_id = t.consortium_id and a.version = t.version) as agreed
    from consortium_terms t left join people p on p.id = t.proposed_by
    where t.consortium_id = ${id}::uuid order by t.version desc`)
  return [...rows]
}
