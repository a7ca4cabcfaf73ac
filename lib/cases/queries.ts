import "server-only"
import { asc, eq, sql } from "drizzle-orm"
import { caseGroups, casePeople, cases, groups, people, staff } from "@/db/schema"
import { readingAll } from "../access/audiences"
import { type Ctx, personIdOf } from "../access/ctx"
import { ensure, found } from "../errors"
import { ofCase } from "../files/opening/words"
import { say } from "../words"
import { mayLetIn, maySeeCases } from "./policy"

const guard = (ctx: Ctx) => ensure(maySeeCases(ctx.actor), say("Only staff can see cases."))

/** A case with its groups and the people who work on it. NotFound also for a confidential one of others. */
export async function getCase(ctx: Ctx, id: string) {
  guard(ctx)
  const [[row], withGroups, workers] = await Promise.all([
    ctx.tx
      .select({ case: cases, by: people.name })
      .from(cases)
      .innerJoin(people, eq(people.id, cases.openedBy))
      .where(eq(cases.id, id)),
    ctx.tx
      .select({ id: groups.id, name: groups.name })
      .from(caseGroups)
      .innerJoin(groups, eq(groups.id, caseGroups.groupId))
      .where(eq(caseGroups.caseId, id))
      .orderBy(asc(groups.name)),
    ctx.tx
      .select({ id: people.id, name: people.name, left: sql<boolean>`${staff.endedAt} is not null` })
      .from(casePeople)
      .innerJoin(people, eq(people.id, casePeople.personId))
      .leftJoin(staff, eq(staff.personId, casePeople.personId))
      .where(eq(casePeople.caseId, id))
      .orderBy(asc(people.name)),
  ])
  const { by, case: its } = found(row)
  const me = personIdOf(ctx.actor)
  return {
    ...its,
    by,
    groups: withGroups,
    people: workers,
    confidential: ofCase(its.audience),
    /** Whether the asker works on it, and so reads its confidential notes. */
    mine: workers.some((one) => one.id === me),
  }
}
export type Case = Awaited<ReturnType<typeof getCase>>

/** Whether the asker sees a case. */
export async function seesCase(ctx: Ctx, id: string): Promise<boolean> {
  const [row] = await ctx.tx.select({ id: cases.id }).from(cases).where(eq(cases.id, id))
  return Boolean(row)
}

/** The open cases that a session may be part of, by title; the asker's own first, and first of all those of these groups. */
export async function listCasesToChoose(ctx: Ctx, groupIds: string[]) {
  guard(ctx)
  const rows = await ctx.tx.execute<{ id: string; title: string; names: string; mine: boolean }>(sql`
    select c.id, c.title, coalesce(string_agg(g.name, ', ' order by g.name), '') as names,
      exists (select from case_people p where p.case_id = c.id and p.person_id = ${personIdOf(ctx.actor)}::uuid) as mine
    from cases c left join case_groups cg on cg.case_id = c.id left join groups g on g.id = cg.group_id
    where c.closed_on is null
    group by c.lio_id, c.id, c.title
    order by bool_or(cg.group_id = any (${sql.param(groupIds)}::uuid[])) desc nulls last, mine desc, lower(c.title), c.id
    limit 200`)
  return [...rows]
}

/** Confidential cases that a manager doesn't see: since when, and who works on them; never what they are about. */
export async function listSealedCases(ctx: Ctx) {
  ensure(mayLetIn(ctx.actor), say("Only managers can see which confidential cases there are."))
  return readingAll(
    ctx,
    "which confidential cases there are and who works on them, not what about",
    async () => {
      const rows = await ctx.tx.execute<{
        id: string
        openedOn: string
        names: string | null
        orphaned: boolean
      }>(sql`
      select c.id, c.opened_on::text as "openedOn",
        string_agg(p.name, ', ' order by p.name) as names,
        not coalesce(bool_or(s.person_id is not null and s.ended_at is null), false) as orphaned
      from cases c left join case_people cp on cp.case_id = c.id left join people p on p.id = cp.person_id
        left join staff s on s.person_id = cp.person_id
      where c.audience <> 'staff' and c.closed_on is null
        and not exists (select from case_people me where me.case_id = c.id and me.person_id = ${personIdOf(ctx.actor)}::uuid)
      group by c.lio_id, c.id, c.opened_on order by orphaned desc, c.opened_on, c.id`)
      return [...rows]
    },
  )
}
