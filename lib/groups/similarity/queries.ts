import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { inAlphabet, say } from "../../words"
import type { Identifier } from "../input"
import { nameKey } from "../names"
import { mayKeepGroups } from "../policy"
import { readName } from "./names"
import { BRANCHES, domainOf, FEW, type Kept, suspectOf } from "./suspects"
import { LIKELY, REASONS, weigh } from "./weigh"

/** A group that may be the same as the one that is being added, and why. */
export type PossibleDuplicate = {
  id: string
  name: string
  postcode: string | null
  stage: string
  because: string
}

type About = { name: string; postcode?: string | null; email?: string | null; identifiers?: Identifier[] }
type Near = Kept & { stage: string; branches: number; sharing: number }

/** Groups that share something with this one. How alike they are is for `weigh` to say. */
async function listNear(ctx: Ctx, about: About, key: string): Promise<Near[]> {
  const { postcode = null, email = null, identifiers = [] } = about
  const numbers = identifiers.map(({ register, value }) => `${register} ${value}`)
  const values = identifiers.map(({ value }) => value)
  const rows = await ctx.tx.execute<Near>(sql`
    with near as (
      select i.group_id as id from group_identifiers i
        where i.value = any (${sql.param(values)}::text[]) and i.register || ' ' || i.value = any (${sql.param(numbers)}::text[])
      union select id from groups where name_key = ${key} or email = ${email} or postcode = ${postcode}
      union select id from groups where email like ${`%@${domainOf(email) ?? "none.invalid"}`}
      union select id from search_ids('group', ${about.name}, true))
    select g.id, g.name, g.name_key as "nameKey", g.postcode, g.address, g.email, g.phone, g.website, g.stage, p.lat, p.lon,
      (select count(distinct b.postcode)::int from groups b where b.name_key = g.name_key and b.removed_at is null) as branches,
      (select count(*)::int from groups d where split_part(d.email, '@', 2) = split_part(g.email, '@', 2) and d.removed_at is null) as sharing,
      coalesce((select json_agg(json_build_object('register', i.register, 'value', i.value))
        from group_identifiers i where i.group_id = g.id), '[]') as identifiers
    from near join groups g on g.id = near.id and g.removed_at is null left join postcodes p on p.postcode = replace(g.postcode, ' ', '')`)
  return [...rows]
}

/** Up to ten groups that may be this one, the likeliest first: compared as the import and the nightly search compare. */
export async function findPossibleDuplicates(ctx: Ctx, about: About): Promise<PossibleDuplicate[]> {
  ensure(mayKeepGroups(ctx.actor), say("Only staff who keep the list can look for duplicates."))
  const { name, postcode = null, email = null, identifiers = [] } = about
  const key = nameKey(name)
  const near = await listNear(ctx, about, key)
  const [place] = await ctx.tx.execute<{ lat: number | null; lon: number | null }>(
    sql`select lat, lon from postcodes where postcode = replace(${postcode ?? ""}, ' ', '')`,
  )
  const ours = suspectOf(
    {
      ...{ id: "", name, nameKey: key, postcode, email, identifiers, address: null, phone: null },
      ...{ website: null, lat: place?.lat, lon: place?.lon },
    },
    { domain: true, branch: near.some((one) => one.nameKey === key && one.branches >= BRANCHES) },
    readName(key, name),
  )
  return near
    .flatMap((one) => {
      const theirs = suspectOf(one, { domain: one.sharing <= FEW, branch: one.branches >= BRANCHES })
      const weighed = weigh(ours, theirs)
      if (!weighed || weighed.score < LIKELY) return []
      const because = weighed.reasons.map(({ kind }) => REASONS[kind].toLowerCase()).join(", ")
      return [{ ...one, because, score: weighed.score }]
    })
    .sort((a, b) => b.score - a.score || inAlphabet(a.name, b.name))
    .slice(0, 10)
    .map(({ id, name, postcode, stage, because }) => ({ id, name, postcode, stage, because }))
}
