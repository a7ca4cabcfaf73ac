import "server-only"
import { sql } from "drizzle-orm"
import { STAGES } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { groupIdsOf } from "../access/may"
import { ensure } from "../errors"
import { digitsIn, groupsOfCallers, hasDigits, numbersOfGroups } from "../groups/numbers/queries"
import { linesOf } from "../membership-status/queries"
import { say } from "../words"
import { FINDABLE, type Findable, findableBy, maySearchAll } from "./policy"

/** A thing that was found. `hint` says in a few words which it is: a stage and place, a group; `path` is its page below the LIO's. */
export type Found = {
  kind: Findable
  id: string
  title: string
  hint: string | null
  path: string
}

/** A few words for each hit that tell which it is, and its page where that isn't known by its id. */
async function hintsOf(ctx: Ctx, hits: Hit[]) {
  // Only for kinds that were found: planning the others takes longer than the search itself.
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  const hint = sql.join(
    kinds.map((kind) => sql`when ${kind} then ${FINDABLE[kind].hint?.(ctx) ?? sql`null`}`),
    sql` `,
  )
  const at = sql.join(
    kinds.map((kind) => sql`when ${kind} then ${FINDABLE[kind].at ?? sql`null`}`),
    sql` `,
  )
  const rows = await ctx.tx.execute<{
    kind: Findable
    id: string
    hint: string | null
    at: string | null
  }>(sql`
    select hit.kind, hit.id, case hit.kind ${hint} end as hint, case hit.kind ${at} end as at
    from json_to_recordset(${JSON.stringify(hits)}::json) as hit(kind text, id uuid)`)
  return new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
}

function groupHint(value: string | null, membership?: string) {
  const [stage, postcode] = (value ?? "").split("|")
  const words = STAGES[stage as keyof typeof STAGES]
  return [words, postcode, membership].filter(Boolean).join(" · ")
}

type Hit = Pick<Found, "kind" | "id" | "title">

/** Groups and people by a telephone number, and the groups of such people, for staff. */
const byPhone = (ctx: Ctx, digits: string, kinds: Findable[], most: number) => sql`
  select kind, id, title, 8::real as score from search_numbers(${sql.param(kinds)}::text[], ${digits}, ${most}) n
    where n.kind <> 'person' or exists (select from people p where p.id = n.id and p.left_at is null)
  union all
  select 'group', id, name, 7.5::real from (${groupsOfCallers(ctx, digits, most)}) called
    where 'group' = any (${sql.param(kinds)}::text[])`

/** For each hit the number that was looked for, as it is kept. */
async function numbersOf(ctx: Ctx, hits: Hit[], digits: string | null): Promise<Map<string, string>> {
  if (!digits) return new Map()
  const of = (kind: Findable) => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : []))
  const [groups, people] = await Promise.all([
    numbersOfGroups(ctx, of("group"), digits),
    ctx.tx.execute<{ id: string; phone: string }>(sql`
      select id, phone from people p where p.id = any (${sql.param(of("person"))}::uuid[]) and ${hasDigits(sql`p.phone`, digits)}`),
  ])
  return new Map([...groups, ...people.map(({ id, phone }) => [id, phone] as const)])
}

/** Groups at a postcode, however it was typed; a whole one, or all but its last letters. */
const byPostcode = (place: string, kinds: Findable[]) => sql`
  select 'group' as kind, g.id, g.name as title, 7::real as score from groups g
    where g.removed_at is null and 'group' = any (${sql.param(kinds)}::text[])
      and replace(g.postcode, ' ', '') like ${`${place}%`}`

const NOTHING = sql`select null::text, null::uuid, null::text, null::real where false`

/**
 * What the words find, closest first, over everything the asker may open; spelling is forgiven. A number on a register
 * finds its group.
 */
export async function findEverywhere(
  ctx: Ctx,
  text: string,
  { kinds, most }: { kinds?: Findable[]; most: number },
): Promise<Found[]> {
  const may = findableBy(ctx.actor)
  ensure(may.length > 0, say("You may not search here."))
  const wanted = may.filter((kind) => !kinds || kinds.includes(kind))
  const q = text.replaceAll("\0", "").trim().slice(0, 200)
  if (!q || wanted.length === 0) return []
  const number = q.replace(/\s+/g, "").toUpperCase()
  const all = maySearchAll(ctx.actor)
  const digits = all ? digitsIn(q) : null
  const place =
    all && /^[A-Z]{1,2}\d[A-Z\d]?\d?[A-Z]{0,2}$/.test(number) && number.length >= 4 ? number : null
  const hits = await ctx.tx.execute<Hit>(sql`
    with hits as (
      select 'group' as kind, g.id, g.name as title, 9::real as score from group_identifiers i
        join groups g on g.id = i.group_id and g.removed_at is null
        where i.value = ${number} and 'group' = any (${sql.param(wanted)}::text[])
          and ${all ? sql`true` : sql`g.id = any (${sql.param(groupIdsOf(ctx))}::uuid[])`}
      union all ${digits ? byPhone(ctx, digits, wanted, most) : NOTHING}
      union all ${place ? byPostcode(place, wanted) : NOTHING}
      union all
      select kind, id, title, score from search_all(${sql.param(wanted)}::text[], ${q}, ${most})
    ), best as (select kind, id, max(title) as title, max(score) as score from hits group by kind, id)
    select kind, id, title from best order by score desc, title limit ${most}`)
  if (hits.length === 0) return []
  const [hints, numbers, lines] = await Promise.all([
    hintsOf(ctx, hits),
    numbersOf(ctx, hits, digits),
    linesOf(
      ctx,
      hits.flatMap(({ kind, id }) => (kind === "group" ? [id] : [])),
    ),
  ])
  return hits.map(({ kind, id, title }) => {
    const { hint = null, at = null } = hints.get(`${kind} ${id}`) ?? {}
    const words = kind === "group" ? groupHint(hint, lines.get(id)) : hint
    return {
      ...{ kind, id, title },
      hint: [numbers.get(id), words].filter(Boolean).join(" · ") || null,
      path: at ?? `${FINDABLE[kind].path}/${id}`,
    }
  })
}
