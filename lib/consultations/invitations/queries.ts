import "server-only"
import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { alsoAsked, groups, networkGroups, networks } from "@/db/schema"
import type { Basis } from "@/db/schema/email"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { ensure } from "../../errors"
import { groupList } from "../../groups/list/filters"
import { listGroupIds } from "../../groups/list/queries"
import { readList } from "../../lists/input"
import type { StreamName } from "../../rooms"
import { listViews } from "../../views/queries"
import { say, sayCount } from "../../words"
import { MEMBERS } from "../input"
import { maySeeAll } from "../policy"

/** An audience that is no saved view: the groups that were ticked, or the filters of the list. */
function audienceInWords(query: string): string {
  const { id, ...others } = readList(groupList, query).chosen
  return id && Object.keys(others).length === 0
    ? sayCount(id.values.length, {
        one: "{count} group that you ticked",
        other: "{count} groups that you ticked",
      })
    : say("Groups by {query}", { query })
}

/** What an audience may be: the value of the form's field, its words, and under which heading it stands. */
export async function listAudiences(ctx: Ctx, now?: { networkId: string | null; viewQuery: string | null }) {
  ensure(maySeeAll(ctx.actor))
  const [places, views] = await Promise.all([
    ctx.tx
      .select({ id: networks.id, name: networks.name })
      .from(networks)
      .where(isNull(networks.closedAt))
      .orderBy(asc(networks.name)),
    listViews(ctx, groupList),
  ])
  const offered = [
    { value: `view:${MEMBERS}`, label: say("All members"), group: "" },
    { value: "view:", label: say("Every group we know"), group: "" },
    ...places.map(({ id, name }) => ({ value: `network:${id}`, label: name, group: say("A network") })),
    ...views.map(({ name, query }) => ({
      value: `view:${query}`,
      label: name,
      group: say("A view of the groups"),
    })),
    ...(groupList.ready ?? []).map(({ name, query }) => ({
      value: `view:${query}`,
      label: name,
      group: say("A view of the groups"),
    })),
  ]
  const saved = now?.viewQuery ? `view:${now.viewQuery}` : null
  if (saved && !offered.some(({ value }) => value === saved)) {
    offered.push({
      value: saved,
      label: audienceInWords(now?.viewQuery ?? ""),
      group: say("A view of the groups"),
    })
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

/** Whom a draft asks: its audience, and groups that were chosen one by one. */
type Asking = { id: string; networkId: string | null; viewQuery: string | null; bodyId: string | null }

/** Of these groups, by name, those that may be asked: none that has closed, nor the body it concerns. */
export async function listAskable(ctx: Ctx, ids: string[], bodyId: string | null): Promise<string[]> {
  ensure(maySeeAll(ctx.actor))
  if (ids.length === 0) return []
  const open = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(
      and(
        isOneOf(groups.id, ids),
        isNull(groups.removedAt),
        ne(groups.stage, "closed"),
        bodyId ? ne(groups.id, bodyId) : undefined,
      ),
    )
    .orderBy(asc(groups.name), asc(groups.id))
  return open.map(({ id }) => id)
}

async function listInNetwork(ctx: Ctx, networkId: string) {
  const rows = await ctx.tx
    .select({ id: networkGroups.groupId })
    .from(networkGroups)
    .where(
      and(
        eq(networkGroups.networkId, networkId),
        isNotNull(networkGroups.joinedAt),
        isNull(networkGroups.leftAt),
      ),
    )
  return rows.map(({ id }) => id)
}

/** The groups that a draft would ask if it opened now. */
export async function listAudience(ctx: Ctx, of: Asking): Promise<string[]> {
  ensure(maySeeAll(ctx.actor))
  const [ids, also] = await Promise.all([
    of.networkId
      ? listInNetwork(ctx, of.networkId)
      : listGroupIds(ctx, readList(groupList, of.viewQuery ?? MEMBERS)),
    ctx.tx.select({ id: alsoAsked.groupId }).from(alsoAsked).where(eq(alsoAsked.consultationId, of.id)),
  ])
  return listAskable(ctx, [...new Set([...ids, ...also.map(({ id }) => id)])], of.bodyId)
}

/** The groups that a draft asks one by one, besides its audience, by name. */
export async function listAlsoAsked(ctx: Ctx, consultationId: string) {
  ensure(maySeeAll(ctx.actor))
  return ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(alsoAsked)
    .innerJoin(groups, eq(groups.id, alsoAsked.groupId))
    .where(eq(alsoAsked.consultationId, consultationId))
    .orderBy(asc(groups.name), asc(groups.id))
}

/**
 * Somebody who can be asked for a group. `by`: they speak for it; or, where no lead can be written to, they are its main
 * contact; or it is the group's own address and nobody's. `lead`: may send the answer.
 */
export type Spokesperson = {
  personId: string | null
  name: string | null
  address: string
  groupId: string
  group: string
  lead: boolean
  by: "speaker" | "contact" | "address"
}

/**
 * Who can be asked for these groups and will get a letter of this kind: the one rule for invitations, reminders, outcomes
 * and for what pages say of it. Everybody who speaks for a group; where that is no lead, its main contact; where that is
 * nobody, its own address. Only addresses that work, and that have not stopped such letters. Leads first.
 */
export async function listSpokespeople(
  ctx: Ctx,
  groupIds: string[],
  stream: StreamName | "service",
): Promise<Spokesperson[]> {
  if (groupIds.length === 0) return []
  const rows = await ctx.tx.execute<Spokesperson>(sql`
    with asked as (
      select g.id, g.name, g.email, g.main_contact_id from groups g
      where g.id = any (${sql.param(groupIds)}::uuid[]) and g.removed_at is null
    ),
    speaking as (
      select r.group_id, r.person_id, bool_or(r.speaks = 'lead') as lead from roles r
      where r.group_id in (select id from asked) and r.speaks is not null and ${isHeld(ctx)}
      group by r.group_id, r.person_id
    ),
    reachable as (
      select p.id, p.name, p.email from (select person_id as id from speaking union select main_contact_id from asked) k
      join people p on p.id = k.id left join preferences f on f.person_id = p.id
      where p.email is not null and p.left_at is null and not coalesce(${stream} = any (f.stopped), false)
        and not exists (select from suppressions s where s.email = p.email)
    ),
    speakers as (
      select s.group_id, p.id, p.name, p.email, s.lead from speaking s join reachable p on p.id = s.person_id
    ),
    contacts as (
      select a.id as group_id, p.id, p.name, p.email from asked a join reachable p on p.id = a.main_contact_id
      where not exists (select from speakers s where s.group_id = a.id and s.lead)
    ),
    said as (
      select group_id, id, name, email, lead, 'speaker' as by from speakers s
        where not exists (select from contacts c where c.group_id = s.group_id and c.id = s.id)
      union all select group_id, id, name, email, true, 'contact' from contacts
      union all select a.id, null, null, lower(a.email), true, 'address' from asked a
        where a.email is not null and not exists (select from suppressions s where s.email = lower(a.email))
          and not exists (select from speakers s where s.group_id = a.id and s.lead)
          and not exists (select from contacts c where c.group_id = a.id)
    )
    select s.id as "personId", s.name, s.email as address, a.id as "groupId", a.name as "group", s.lead, s.by
    from said s join asked a on a.id = s.group_id
    order by s.lead desc, s.name nulls last, a.name`)
  return [...rows]
}

/** Whom one email is to, whatever number of groups it is for. */
export type Addressee = {
  to: { personId: string } | { email: string; name?: string }
  groups: string[]
  groupIds: string[]
  /** Those of them that the reader speaks for: they must still, when the email goes out. */
  basis: Basis | undefined
  lead: boolean
  /** Those that it is for though the reader speaks for none of them here. */
  invited: string[]
}

/** One email to each person or address. */
export const addresseesOf = (spokespeople: Spokesperson[]): Addressee[] =>
  [...Map.groupBy(spokespeople, ({ personId, address }) => personId ?? address).values()].map((mine) => {
    const [{ personId, address, group } = { personId: null, address: "", group: "" }] = mine
    const spoken = mine.filter(({ by }) => by === "speaker").map(({ groupId }) => groupId)
    return {
      to: personId ? { personId } : { email: address, name: group },
      groups: mine.map((one) => one.group),
      groupIds: mine.map(({ groupId }) => groupId),
      basis: spoken.length > 0 ? { groupIds: spoken } : undefined,
      lead: mine.some(({ lead }) => lead),
      invited: mine.filter(({ by }) => by !== "speaker").map(({ groupId }) => groupId),
    }
  })

/** The groups that a draft would ask if it opened now, by name, each with who would get the email. */
export async function listWouldAsk(ctx: Ctx, of: Asking) {
  const groupIds = await listAudience(ctx, of)
  if (groupIds.length === 0) return []
  const [named, spokespeople] = await Promise.all([
    ctx.tx
      .select({ id: groups.id, name: groups.name })
      .from(groups)
      .where(isOneOf(groups.id, groupIds))
      .orderBy(asc(groups.name), asc(groups.id)),
    listSpokespeople(ctx, groupIds, "consultations"),
  ])
  const readers = Map.groupBy(spokespeople, ({ groupId }) => groupId)
  return named.map((group) => ({
    ...group,
    readers: (readers.get(group.id) ?? []).map(({ name, address }) => name ?? address),
  }))
}
