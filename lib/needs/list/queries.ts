import "server-only"
import { sql } from "drizzle-orm"
import type { EVIDENCE_STRENGTHS, NEED_ENDINGS, NEED_STATUSES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import { ensure } from "../../errors"
import { conditionOf } from "../../lists/queries"
import { AREAS_OF, type Named, THEMES_OF } from "../about/queries"
import { mayReadNeeds } from "../policy"
import { LAST_STATUS } from "../steps/queries"
import { needList } from "./filters"

/** A need as the register lists it. `groups` is how many different groups it was heard from. */
export type NeedRow = {
  id: string
  title: string
  areas: Named[]
  themes: Named[]
  openedAt: Date
  closedAt: Date | null
  ending: keyof typeof NEED_ENDINGS | null
  strength: keyof typeof EVIDENCE_STRENGTHS | null
  /** By its last step; null: none was noted yet. */
  status: keyof typeof NEED_STATUSES | null
  heard: number
  groups: number
  answering: number
  asks: number
}

/** The groups behind a piece of evidence: those of the session, of the answer or the passage where its consultation wasn’t stopped, of those who spoke in the topic, of a health check while its group shares it, and of what a group looks for money for. */
const groupsHeard = sql`
  select sg.group_id from need_evidence e join sessions s on s.id = e.session_id and s.undone_at is null
    join session_groups sg on sg.session_id = s.id where e.need_id = n.id
  union select r.group_id from need_evidence e left join passages p on p.id = e.passage_id
    join responses r on r.id = coalesce(e.response_id, p.response_id)
    join consultations c on c.id = r.consultation_id and c.stopped_at is null where e.need_id = n.id
  union select t.group_id from need_evidence e join posts t on t.topic_id = e.topic_id and t.group_id is not null and t.hidden_at is null where e.need_id = n.id
  union select c.group_id from need_evidence e left join health_check_questions q on q.id = e.health_question_id
    left join health_check_steps s on s.id = e.health_step_id join health_checks c on c.id = coalesce(q.check_id, s.check_id) where e.need_id = n.id
  union select f.group_id from need_evidence e join funding_searches f on f.id = e.search_id where e.need_id = n.id`

/** The register, most widely heard first: at most so many. */
export async function listNeeds(ctx: Ctx, listing: Listing, most = 500): Promise<NeedRow[]> {
  ensure(mayReadNeeds(ctx.actor))
  const rows = await ctx.tx.execute<NeedRow & { openedAt: string; closedAt: string | null }>(sql`
    select n.id, n.title, ${AREAS_OF} as areas, ${THEMES_OF} as themes, n.created_at as "openedAt", n.closed_at as "closedAt", n.ending, n.strength, ${LAST_STATUS} as status,
      (select count(*)::int from need_evidence e where e.need_id = n.id
        and not exists (select from sessions s where s.id = e.session_id and s.undone_at is not null)
        and not exists (select from responses r join consultations c on c.id = r.consultation_id and c.stopped_at is not null
          where r.id = coalesce(e.response_id, (select p.response_id from passages p where p.id = e.passage_id)))
        and (e.health_question_id is null or exists (select from health_check_questions q where q.id = e.health_question_id))
        and (e.health_step_id is null or exists (select from health_check_steps s where s.id = e.health_step_id))) as heard,
      (select count(*)::int from (${groupsHeard}) h) as groups,
      (select count(*)::int from need_groups ng where ng.need_id = n.id) as answering,
      (select count(*)::int from need_asks na where na.need_id = n.id) as asks
    from needs n
    where ${conditionOf(ctx, needList.filters, listing) ?? sql`true`}
    order by (n.closed_at is not null), groups desc, heard desc, n.created_at desc limit ${most}`)
  return [...rows].map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt),
    closedAt: row.closedAt ? new Date(row.closedAt) : null,
  }))
}
