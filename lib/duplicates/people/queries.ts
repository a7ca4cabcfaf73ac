import "server-only"
import { and, desc, eq, isNull, or, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { people, peopleApart, personMerges } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { personKey, samePerson } from "../../people/names"
import { mayKeepPeople, maySeePeople } from "../../people/policy"
import { getPerson } from "../../people/queries"
import { say } from "../../words"
import { PERSON_FACTS } from "./input"

type Side = { id: string; name: string; email: string | null; phone: string | null; groups: string | null }
/** Two people who may be one, and why. */
export type PeoplePair = { one: Side; other: Side; because: string }

/** How many pairs are on a page. */
export const PEOPLE_PAIRS = 30

/** People who may stand twice: of one name, or of one telephone number and names that may be one person's. */
export async function listPeoplePairs(ctx: Ctx, page = 1): Promise<{ pairs: PeoplePair[]; total: number }> {
  ensure(maySeePeople(ctx.actor), say("Only staff can look through people."))
  const rows = await ctx.tx.execute<Side>(sql`
    select p.id, p.name, p.email, p.phone, (select string_agg(distinct g.name, ', ') from roles r join groups g on g.id = r.group_id and g.removed_at is null
      where r.person_id = p.id) as groups
    from people p where p.left_at is null and p.merged_into_id is null order by p.name, p.id`)
  const apart = new Set(
    (await ctx.tx.select().from(peopleApart)).map(({ oneId, otherId }) => `${oneId} ${otherId}`),
  )
  const shelves = new Map<string, Side[]>()
  const put = (key: string | null, side: Side) => {
    if (key) shelves.set(key, [...(shelves.get(key) ?? []), side])
  }
  for (const side of rows) {
    put(personKey(side.name), side)
    put(side.phone?.replace(/\D/g, "") || null, side)
  }
  const pairs = new Map<string, PeoplePair>()
  for (const [key, shelf] of shelves) {
    // More than ten of one name are a name that many have, of one number a switchboard.
    if (shelf.length > 10) continue
    for (const [at, one] of shelf.entries())
      for (const other of shelf.slice(at + 1)) {
        const both = [one.id, other.id].sort().join(" ")
        if (pairs.has(both) || apart.has(both) || !samePerson(one.name, other.name)) continue
        const named = personKey(one.name) === personKey(other.name)
        const phone = /^\d+$/.test(key) || (one.phone && one.phone === other.phone)
        if (one.email && other.email && !phone) continue
        pairs.set(both, {
          ...{ one, other },
          because: [
            named ? say("the same name") : say("names that may be one person’s"),
            phone ? say("the same phone number") : null,
          ]
            .filter(Boolean)
            .join(", "),
        })
      }
  }
  const all = [...pairs.values()]
  return { pairs: all.slice((page - 1) * PEOPLE_PAIRS, page * PEOPLE_PAIRS), total: all.length }
}

/** Two people side by side before a merge, with what they say differently. */
export async function readTwoPeople(ctx: Ctx, keptId: string, goneId: string) {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can merge people."))
  const [kept, gone] = [await getPerson(ctx, keptId), await getPerson(ctx, goneId)]
  const differences = PERSON_FACTS.filter((fact) => kept[fact] !== gone[fact]).map((fact) => ({
    fact,
    kept: kept[fact],
    gone: gone[fact],
    usual: kept[fact] === null ? ("gone" as const) : ("kept" as const),
  }))
  return { kept, gone, differences }
}
export type TwoPeople = Awaited<ReturnType<typeof readTwoPeople>>

/** Who was merged into whom, newest first: the last hundred, or those of one person. */
export async function listPersonMerges(ctx: Ctx, personId?: string) {
  ensure(maySeePeople(ctx.actor), say("Only staff can look through people."))
  const [kept, gone] = [alias(people, "kept_person"), alias(people, "gone_person")]
  return ctx.tx
    .select({
      id: personMerges.id,
      at: personMerges.at,
      by: personMerges.by,
      keptId: personMerges.keptId,
      kept: kept.name,
      gone: gone.name,
    })
    .from(personMerges)
    .innerJoin(kept, eq(kept.id, personMerges.keptId))
    .innerJoin(gone, eq(gone.id, personMerges.goneId))
    .where(
      and(
        isNull(personMerges.undoneAt),
        personId ? or(eq(personMerges.keptId, personId), eq(personMerges.goneId, personId)) : undefined,
      ),
    )
    .orderBy(desc(personMerges.at))
    .limit(100)
}
