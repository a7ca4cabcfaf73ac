import "server-only"
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { consultations, groups, invitations, networkGroups, networks, responses } from "@/db/schema"
import type { STREAMS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure } from "../../errors"
import { filterOf } from "../../groups/list/input"
import { listGroupIds } from "../../groups/list/queries"
import { READY_VIEWS } from "../../groups/views/input"
import { listViews } from "../../groups/views/queries"
import { dayOf } from "../../words"
import { MEMBERS } from "../input"
import { maySeeAll } from "../policy"

/** What an audience may be: the value of the form's field, its words, and under which heading it stands. */
export async function listAudiences(ctx: Ctx, now?: { networkId: string | null; viewQuery: string | null }) {
  ensure(maySeeAll(ctx.actor))
  const [places, views] = await Promise.all([
    ctx.tx
      .select({ id: networks.id, name: networks.name })
      .from(networks)
      .where(isNull(networks.closedAt))
      .orderBy(asc(networks.name)),
    listViews(ctx),
  ])
  const offered = [
    { value: `view:${MEMBERS}`, label: "All members", group: "" },
    { value: "view:", label: "Every group we know", group: "" },
    ...places.map(({ id, name }) => ({ value: `network:${id}`, label: name, group: "A network" })),
    ...views.map(({ name, query }) => ({
      value: `view:${query}`,
      label: name,
      group: "A view of the groups",
    })),
    ...READY_VIEWS.map(({ name, query }) => ({
      value: `view:${query}`,
      label: name,
      group: "A view of the groups",
    })),
  ]
  const kept = now?.viewQuery ? `view:${now.viewQuery}` : null
  if (kept && !offered.some(({ value }) => value === kept)) {
    offered.push({ value: kept, label: `Groups by ${now?.viewQuery}`, group: "A view of the groups" })
  }
  return offered.filter(({ value }, at) => offered.findIndex((one) => one.value === value) === at)
}

/** The statutory bodies that a consultation may be about, by name. */
export async function listBodies(ctx: Ctx) {
  return ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.sector, "statutory"), isNull(groups.removedAt), ne(groups.stage, "closed")))
    .orderBy(asc(groups.name))
}

/** The groups that a draft would ask if it opened now. Closed groups are never asked, nor the body it concerns. */
export async function listAudience(
  ctx: Ctx,
  of: { networkId: string | null; viewQuery: string | null; bodyId: string | null },
): Promise<string[]> {
  ensure(maySeeAll(ctx.actor))
  const ids = of.networkId
    ? (
        await ctx.tx
          .select({ id: networkGroups.groupId })
          .from(networkGroups)
          .where(
            and(
              eq(networkGroups.networkId, of.networkId),
              isNotNull(networkGroups.joinedAt),
              isNull(networkGroups.leftAt),
            ),
          )
      ).map(({ id }) => id)
    : await listGroupIds(ctx, filterOf(of.viewQuery ?? MEMBERS))
  if (ids.length === 0) return []
  const open = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(
      and(
        inArray(groups.id, ids),
        isNull(groups.removedAt),
        ne(groups.stage, "closed"),
        of.bodyId ? ne(groups.id, of.bodyId) : undefined,
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
  return open.map(({ id }) => id)
}

/** Somebody who speaks for a group that was asked. */
export type Voice = { personId: string; groupId: string; group: string; lead: boolean }

/**
 * Who speaks for these groups and will get a letter of this kind, leads first: with an address that works, and not
 * stopped by them.
 */
export async function listVoices(
  ctx: Ctx,
  groupIds: string[],
  stream: keyof typeof STREAMS | "service",
): Promise<Voice[]> {
  if (groupIds.length === 0) return []
  const rows = await ctx.tx.execute<Voice>(sql`
    select p.id as "personId", g.id as "groupId", g.name as "group", bool_or(r.speaks = 'lead') as lead
    from roles r join people p on p.id = r.person_id and p.email is not null and p.left_at is null
      join groups g on g.id = r.group_id
      left join preferences f on f.person_id = p.id
    where r.group_id = any (${sql.param(groupIds)}::uuid[]) and r.speaks is not null
      and (r.ended_on is null or r.ended_on > ${dayOf(ctx.now, ctx.lio.timezone)}::date)
      and not exists (select from suppressions s where s.email = p.email)
      and not coalesce(${stream} = any (f.stopped), false)
    group by p.id, p.name, g.id, g.name
    order by lead desc, p.name, g.name`)
  return [...rows]
}

/** The groups that were asked, have neither answered nor declined, and were not reminded yet. */
export async function listToRemind(ctx: Ctx, consultationId: string): Promise<string[]> {
  const rows = await ctx.tx
    .select({ id: invitations.groupId })
    .from(invitations)
    .innerJoin(consultations, eq(consultations.id, invitations.consultationId))
    .leftJoin(
      responses,
      and(
        eq(responses.consultationId, invitations.consultationId),
        eq(responses.groupId, invitations.groupId),
      ),
    )
    .where(
      and(
        eq(invitations.consultationId, consultationId),
        isNull(invitations.declinedAt),
        isNull(invitations.remindedAt),
        sql`coalesce(${responses.version}, 0) = 0`,
      ),
    )
  return rows.map(({ id }) => id)
}
