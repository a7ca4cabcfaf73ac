import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { mayReadRepresentations } from "../policy"

/** What a colleague said of a paper. */
export type Remark = {
  id: string
  askId: string | null
  partId: string | null
  about: string | null
  text: string | null
  rewording: string | null
  madeAt: string
  by: string | null
  settledAt: string | null
  settledBy: string | null
  accepted: boolean | null
}

/** What colleagues said of a paper: what is open first, then what was settled, the latest first. For staff. */
export async function listRemarks(ctx: Ctx, representationId: string): Promise<Remark[]> {
  ensure(mayReadRepresentations(ctx.actor))
  return [
    ...(await ctx.tx.execute<Remark>(sql`
      select r.id, r.ask_id as "askId", r.part_id as "partId", r.about, r.text, r.rewording, r.made_at as "madeAt", p.name as by,
        r.settled_at as "settledAt", s.name as "settledBy", r.accepted
      from paper_remarks r left join people p on p.id = r.made_by left join people s on s.id = r.settled_by
      where r.representation_id = ${representationId}
      order by r.settled_at is not null, r.made_at desc, r.id limit 300`)),
  ]
}
