import "server-only"
import { sql } from "drizzle-orm"
import type { DECISION_READERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"

/** Something that a board decided, with the themes that it is about and, for staff, the needs that it touches. */
export type Decision = {
  id: string
  on: string
  words: string
  audience: keyof typeof DECISION_READERS
  themes: string[]
  needs: { id: string; title: string }[]
}

/** What a board decided, the newest first, as far as the asker may read it. */
export async function listDecisions(ctx: Ctx, boardId: string, most = 50): Promise<Decision[]> {
  const rows = await ctx.tx.execute<Decision>(sql`
    select d.id, d.on_day::text as "on", d.words, d.audience,
      array(select w.name from board_decision_themes x join terms w on w.id = x.term_id where x.decision_id = d.id order by w.name) as themes,
      coalesce((select json_agg(json_build_object('id', n.id, 'title', n.title) order by n.title)
        from board_decision_needs x join needs n on n.id = x.need_id where x.decision_id = d.id), '[]') as needs
    from board_decisions d where d.board_id = ${boardId} order by d.on_day desc, d.added_at desc, d.id limit ${most}::int`)
  return [...rows]
}

/** Open needs that a decision may touch, the newest first. For staff, who keep both. */
export async function listNeedsToTouch(ctx: Ctx) {
  const rows = await ctx.tx.execute<{ id: string; title: string }>(
    sql`select n.id, n.title from needs n where n.closed_at is null order by n.created_at desc, n.id limit 40`,
  )
  return [...rows]
}
