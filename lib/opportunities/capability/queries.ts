import "server-only"
import { sql } from "drizzle-orm"
import type { FILE_KINDS, INCOME_BANDS } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import type { Ctx } from "../../access/ctx"
import { PARTS } from "../../funding/bids/together/queries"

/** What a group shows of itself to those whom it would bid with, all of it from its profile. Sums are in pence. */
export type Capability = {
  groupId: string
  name: string
  about: string | null
  areas: string[]
  themes: string[]
  incomeBand: keyof typeof INCOME_BANDS | null
  /** Insurance and policies that hold today, each with its last day. */
  papers: { kind: keyof typeof FILE_KINDS; until: string }[]
  /** What it has won, as the funding ledger counts it: its part of what it won with others, or all of that where the parts aren’t known. `together`: how many are such. */
  awards: { count: number; sum: number; together: number; last: string | null }
  /** It has an entry in the public directory, where it can be reached. */
  listed: boolean
}

const PAPERS = ["insurance", "safeguarding", "policy"]

/**
 * What these groups can show, by their ids: whoever asks for it has made sure that the asker may see it. Insurance and policies
 * count only with a last day that is still to come; awards as the ledger has them, a bid of several groups for each of them, with its part.
 */
export async function readCapabilities(ctx: Ctx, groupIds: string[]): Promise<Map<string, Capability>> {
  if (groupIds.length === 0) return new Map()
  const rows = await readingAll(ctx, "insurance and the funding ledger say what a group can show", () =>
    ctx.tx.execute<Capability>(sql`
      select g.id as "groupId", g.name, g.about, g.income_band as "incomeBand",
        (select coalesce(json_agg(a.name order by a.name), '[]') from group_areas ga join areas a on a.id = ga.area_id where ga.group_id = g.id) as areas,
        (select coalesce(json_agg(t.name order by t.name), '[]') from group_terms gt join terms t on t.id = gt.term_id and t.list = 'theme' where gt.group_id = g.id) as themes,
        (select coalesce(json_agg(json_build_object('kind', f.kind, 'until', f.until) order by f.kind, f.until), '[]') from (
          select kind, max(runs_until)::text as until from files where on_kind = 'group' and group_id = g.id and removed_at is null
            and kind = any (${sql.param(PAPERS)}::text[]) and runs_until >= ${ctx.today}::date group by kind, case when kind = 'policy' then id end) f) as papers,
        (select json_build_object('count', count(*), 'sum', coalesce(sum(coalesce(x.part, b.awarded)), 0), 'last', max(b.decided_on),
            'together', count(*) filter (where exists (select from ${PARTS} o where o.bid_id = b.id and o.group_id <> g.id)))
          from ${PARTS} x join bids b on b.id = x.bid_id
          where x.group_id = g.id and b.undone_at is null and b.withdrawn_on is null and b.awarded is not null) as awards,
        coalesce(g.directory_consent, false) and g.stage <> 'closed' and (select l.has_directory from lios l where l.id = g.lio_id) as listed
      from groups g where g.id = any (${sql.param(groupIds)}::uuid[]) and g.removed_at is null`),
  )
  return new Map(rows.map((row) => [row.groupId, row]))
}
