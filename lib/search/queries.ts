import "server-only"
import { sql } from "drizzle-orm"
import { STAGES } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { groupIdsOf } from "../access/may"
import { ensure } from "../errors"
import { linesOf } from "../memberships/standing/queries"
import { type Findable, findableBy, maySearchAll } from "./policy"

/** A thing that was found. `hint` says in a few words which it is: a stage and place, a group; `networkId` is a topic's. */
export type Found = {
  kind: Findable
  id: string
  title: string
  hint: string | null
  networkId: string | null
}

/** What a member may open: their own groups, networks they are in with the topics, consultations they were asked in. */
function openToMember(ctx: Ctx) {
  const ids = sql`any (${sql.param(groupIdsOf(ctx))}::uuid[])`
  const inNetwork = sql`select ng.network_id from network_groups ng where ng.group_id = ${ids} and ng.joined_at is not null and ng.left_at is null`
  return sql`(
    (hit.kind = 'group' and hit.id = ${ids})
    or (hit.kind = 'network' and hit.id in (${inNetwork}))
    or (hit.kind = 'topic' and exists (select from topics t where t.id = hit.id and t.network_id in (${inNetwork})))
    or (hit.kind = 'consultation' and exists (
      select from invitations i join consultations c on c.id = i.consultation_id
      where c.id = hit.id and c.opened_at is not null and i.group_id = ${ids})))`
}

const hint = sql`case hit.kind
  when 'group' then (select concat_ws('|', g.stage, g.postcode) from groups g where g.id = hit.id)
  when 'person' then (select string_agg(distinct g.name, ', ') from roles r join groups g on g.id = r.group_id
    where r.person_id = hit.id and (r.ended_on is null or r.ended_on > current_date))
  when 'session' then (select string_agg(distinct g.name, ', ') from session_groups s join groups g on g.id = s.group_id where s.session_id = hit.id)
  when 'topic' then (select n.name from topics t join networks n on n.id = t.network_id where t.id = hit.id)
  end`

function groupHint(said: string | null, membership?: string) {
  const [stage, postcode] = (said ?? "").split("|")
  const words = STAGES[stage as keyof typeof STAGES]
  return [words, postcode, membership].filter(Boolean).join(" · ")
}

/** Of how many hits a member's own are picked out. */
const MOST = 5000

/**
 * What the words find, closest first, over everything the asker may open; spelling is forgiven. A number on a register
 * finds its group.
 */
export async function findEverywhere(
  ctx: Ctx,
  said: string,
  { kinds, most }: { kinds?: Findable[]; most: number },
): Promise<Found[]> {
  const may = findableBy(ctx.actor)
  ensure(may.length > 0, "You may not search here.")
  const wanted = may.filter((kind) => !kinds || kinds.includes(kind))
  const q = said.replaceAll("\0", "").trim().slice(0, 200)
  if (!q || wanted.length === 0) return []
  const number = q.replace(/\s+/g, "").toUpperCase()
  const rows = await ctx.tx.execute<Found>(sql`
    with hits as (
      select 'group' as kind, g.id, g.name as title, 9::real as score from group_identifiers i
        join groups g on g.id = i.group_id and g.removed_at is null
        where i.value = ${number} and 'group' = any (${sql.param(wanted)}::text[])
      union all
      select kind, id, title, score from search_all(${sql.param(wanted)}::text[], ${q}, ${maySearchAll(ctx.actor) ? most : MOST})
    ), best as (select kind, id, max(title) as title, max(score) as score from hits group by kind, id)
    , hit as (select * from best hit ${maySearchAll(ctx.actor) ? sql`` : sql`where ${openToMember(ctx)}`} order by score desc, title limit ${most})
    select kind, id, title, ${hint} as hint,
      case when kind = 'topic' then (select t.network_id from topics t where t.id = hit.id) end as "networkId"
    from hit order by score desc, title`)
  const lines = await linesOf(
    ctx,
    rows.flatMap(({ kind, id }) => (kind === "group" ? [id] : [])),
  )
  return rows.map((row) =>
    row.kind === "group" ? { ...row, hint: groupHint(row.hint, lines.get(row.id)) } : row,
  )
}
