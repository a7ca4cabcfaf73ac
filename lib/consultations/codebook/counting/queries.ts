import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import { standsIn } from "../../passages/words"
import { countHeard } from "../../results/queries"

/** The groups under each code of a consultation: those whose words still stand in the answer that counts. */
export async function groupsUnderCodes(ctx: Ctx, consultationId: string): Promise<Map<string, Set<string>>> {
  const rows = await ctx.tx.execute<{
    codeId: string
    groupId: string
    quote: string
    now: string | null
  }>(sql`
    select pc.code_id as "codeId", a.group_id as "groupId", p.quote,
      case when p.version <> a.version then coalesce(v.answers -> p.question_id::text ->> 'text', '') end as now
    from answers_to_read a join passages p on p.response_id = a.response_id join passage_codes pc on pc.passage_id = p.id
      join response_versions v on v.response_id = a.response_id and v.version = a.version
    where a.consultation_id = ${consultationId}::uuid`)
  const under = new Map<string, Set<string>>()
  for (const { codeId, groupId, quote, now } of rows)
    if (now === null || standsIn(now, quote)) under.set(codeId, (under.get(codeId) ?? new Set()).add(groupId))
  return under
}

/** How many groups said what a code holds, of how many that answered and were asked, and how many said otherwise. */
export type CodeCount = {
  name: string
  definition: string | null
  groups: number
  answered: number
  asked: number
  otherwise: { name: string; groups: number } | null
}

/**
 * Beside each passage: how many groups said the same, by the codes it stands under. Only of consultations that are named
 * and weren’t stopped; of others nothing is told beside their results.
 */
export async function countTheSame(
  ctx: Ctx,
  consultationId: string | null,
): Promise<(passageIds: readonly string[]) => CodeCount[]> {
  if (!consultationId) return () => []
  const rows = await ctx.tx.execute<{
    id: string
    name: string
    definition: string | null
    otherwiseId: string | null
    otherwiseName: string | null
    passageIds: string[]
  }>(sql`
    select k.id, k.name, k.definition, k.otherwise_id as "otherwiseId", o.name as "otherwiseName",
      (select json_agg(pc.passage_id) from passage_codes pc where pc.code_id = k.id) as "passageIds"
    from codes k join consultations c on c.id = k.consultation_id left join codes o on o.id = k.otherwise_id
    where k.consultation_id = ${consultationId}::uuid and c.naming = 'body' and c.stopped_at is null
      and exists (select from passage_codes pc where pc.code_id = k.id) order by k.name, k.id`)
  if (rows.length === 0) return () => []
  const [under, { answered, asked }] = await Promise.all([
    groupsUnderCodes(ctx, consultationId),
    countHeard(ctx, consultationId),
  ])
  const groups = (codeId: string) => under.get(codeId)?.size ?? 0
  return (passageIds) =>
    rows
      .filter((code) => code.passageIds.some((id) => passageIds.includes(id)))
      .map(({ id, name, definition, otherwiseId, otherwiseName }) => ({
        ...{ name, definition, answered, asked, groups: groups(id) },
        otherwise: otherwiseId && otherwiseName ? { name: otherwiseName, groups: groups(otherwiseId) } : null,
      }))
}
