import "server-only"
import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups } from "@/db/schema"
import { ROLES } from "@/db/vocabulary"
import type { Ctx } from "../access/ctx"
import { asLink } from "../access/doors"
import { isHeld } from "../access/may"
import { SignedOut } from "../errors"
import { getGroup } from "../groups/queries"
import { type GroupRole, listRoles, listRolesOf } from "../groups/roles/queries"
import { factInWords, ownLabel } from "../groups/words"
import { formatDate, inWords, say } from "../words"

/** Who may say for a group `g` that all is right: a person `p` who leads it, or its main contact where nobody leads. */
export const voiceOf = (
  ctx: Ctx,
) => sql`p.id in (select g.main_contact_id union all select r.person_id from roles r where r.group_id = g.id)
  and p.left_at is null and p.email is not null and (exists (select from roles r where r.person_id = p.id and r.group_id = g.id and r.speaks = 'lead'
    and ${isHeld(ctx)})
  or (p.id = g.main_contact_id and not exists (
    select from roles r join people l on l.id = r.person_id
    where r.group_id = g.id and r.speaks = 'lead' and l.email is not null and l.left_at is null
      and ${isHeld(ctx)})))`

/** Of them, who may be written to: no letter goes to who stopped this question, or whose address does not work. */
export const reachable = sql`not exists (select from suppressions s where s.email = p.email)
  and not exists (select from preferences f where f.person_id = p.id and 'details' = any (f.stopped))`

const FIELDS = ["name", "alsoKnownAs", "about", "address", "postcode", "email", "phone", "website"] as const

/** What is kept of a group, as its own people are asked whether it is right. */
export async function listKept(ctx: Ctx, id: string) {
  const group = await getGroup(ctx, id)
  return keptOf(group, await listRoles(ctx, id))
}

/** The same of many groups, in no order. Who may see them is settled before. */
export async function listKeptOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.select().from(groups).where(isOneOf(groups.id, ids))
  const roles = Map.groupBy(await listRolesOf(ctx, ids), ({ groupId }) => groupId)
  return rows.map((group) => keptOf(group, roles.get(group.id) ?? []))
}

function keptOf(group: typeof groups.$inferSelect, all: GroupRole[]) {
  const roles = all.filter(({ held }) => held)
  const contact = roles.find(({ personId }) => personId === group.mainContactId)
  const people = roles.map(({ name, role, title }) => `${name} (${(title ?? ROLES[role]).toLowerCase()})`)
  const size = [
    group.incomeBand
      ? say("yearly income: {income}", { income: factInWords("incomeBand", group.incomeBand) ?? "" })
      : "",
    group.volunteers === null ? "" : `volunteers: ${factInWords("volunteers", group.volunteers)}`,
    group.sizesAsAt ? `on ${formatDate(group.sizesAsAt)}` : "",
  ].filter(Boolean)
  return {
    id: group.id,
    name: group.name,
    confirmedOn: group.confirmedOn,
    confirmedBy: group.confirmedBy,
    askedOn: group.confirmAskedOn,
    facts: [
      ...FIELDS.filter((field) => group[field] || !["alsoKnownAs", "website"].includes(field)).map(
        (field) => ({
          label: ownLabel(field),
          said: factInWords(field, group[field]),
        }),
      ),
      { label: say("Main contact"), said: contact?.name ?? null },
      { label: say("People"), said: inWords(people) || null },
      { label: say("Size"), said: size.join(", ") || null },
    ],
  }
}
export type Kept = Awaited<ReturnType<typeof listKept>>

/** The groups that the asker leads and that were asked whether all is right, and have not said. */
export async function listToConfirm(ctx: Ctx) {
  const ids = "groups" in ctx.actor ? ctx.actor.groups.filter(({ lead }) => lead).map(({ id }) => id) : []
  if (ids.length === 0) return []
  return [
    ...(await ctx.tx.execute<{ id: string; name: string; askedOn: string }>(sql`
      select id, name, confirm_asked_on::text as "askedOn" from groups
      where id = any (${sql.param(ids)}::uuid[]) and removed_at is null and stage <> 'closed'
        and confirm_asked_on > ${ctx.today}::date - 365
        and (confirmed_on is null or confirmed_on < confirm_asked_on)
      order by name`)),
  ]
}

/**
 * Opens the door for whoever holds the link of a letter, to this one group and one question. SignedOut when the link is
 * forged, has run out, or its person speaks for the group no more.
 */
export function byConfirmLink<T>(
  { lio, id, key }: { lio: string; id: string; key: string },
  work: (ctx: Ctx) => Promise<T>,
  now?: Date,
): Promise<T> {
  return asLink(
    { lio, purpose: "confirm", key, about: id, groupOf: async () => id },
    async (ctx, { holder }) => {
      const [speaks] = await ctx.tx.execute(sql`
        select p.id from people p join groups g on g.id = ${id} and g.removed_at is null
        where p.id = ${holder?.personId ?? null} and ${voiceOf(ctx)}`)
      if (!speaks) throw new SignedOut(say("This link has expired."))
      return work(ctx)
    },
    { now },
  )
}
