import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, personOf } from "../../../access/ctx"
import { isHeld, leads } from "../../../access/may"
import { isAsked, listConsortia, openRoom } from "../queries"

/** Somebody who was let into a room, as the people in it see them. */
export type InRoom = {
  personId: string
  name: string
  /** Null: of the staff. */
  group: string | null
  namedAt: string
  enteredAt: string | null
  leftAt: string | null
  recused: boolean
  /** They were in another room for the same until this day. */
  elsewhereUntil: string | null
}

/** Who is in the room, who was let in and hasn't come yet, and who has gone. */
export async function listInRoom(ctx: Ctx, id: string): Promise<InRoom[]> {
  await openRoom(ctx, id)
  const rows = await ctx.tx.execute<InRoom>(sql`
    select p.id as "personId", p.name, g.name as "group", cp.named_at as "namedAt", cp.entered_at as "enteredAt", cp.left_at as "leftAt", cp.recused,
      cp.elsewhere_until::text as "elsewhereUntil"
    from consortium_people cp join people p on p.id = cp.person_id left join groups g on g.id = cp.group_id
    where cp.consortium_id = ${id}::uuid order by cp.left_at nulls first, lower(p.name), p.id`)
  return [...rows]
}

/** Whom a lead can let in for a group: those who speak for it and are not in the room. */
export async function listToName(ctx: Ctx, id: string, groupId: string) {
  const rows = await ctx.tx.execute<{ value: string; label: string }>(sql`
    select distinct p.id as value, p.name as label from roles r join people p on p.id = r.person_id and p.left_at is null
    where r.group_id = ${groupId}::uuid and r.speaks is not null and ${isHeld(ctx)}
      and not exists (select from consortium_people cp where cp.consortium_id = ${id}::uuid and cp.person_id = p.id and cp.left_at is null)
    order by label, value`)
  return [...rows]
}

/** Who works here and is not in the room. */
export async function listStaffToName(ctx: Ctx, id: string) {
  const rows = await ctx.tx.execute<{ value: string; label: string }>(sql`
    select p.id as value, p.name as label from staff s join people p on p.id = s.person_id and p.left_at is null
    where s.ended_at is null and not exists (
      select from consortium_people cp where cp.consortium_id = ${id}::uuid and cp.person_id = p.id and cp.left_at is null)
    order by label, value`)
  return [...rows]
}

/** The consortia into whose rooms the asker was let and has not come yet. */
export async function listNamed(ctx: Ctx): Promise<string[]> {
  const me = personOf(ctx.actor)?.personId
  if (!me) return []
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select consortium_id as id from consortium_people where person_id = ${me}::uuid and entered_at is null and left_at is null`)
  return rows.map(({ id }) => id)
}

/** Something that a consortium waits for from the asker: an answer for a group that they lead, or that they come into the room. */
export type AwaitedHere = {
  id: string
  title: string
  /** The group that was asked; null: they were let in by name. */
  group: string | null
}

/** What consortia wait for from the asker. */
export async function listAwaitedHere(ctx: Ctx): Promise<AwaitedHere[]> {
  const [all, named] = await Promise.all([listConsortia(ctx), listNamed(ctx)])
  return all
    .filter(({ dissolvedAt }) => !dissolvedAt)
    .flatMap(({ id, title, groups }) => [
      ...groups
        .filter((one) => isAsked(one) && leads(ctx.actor, one.groupId))
        .map(({ group }) => ({ id, title, group })),
      ...(named.includes(id) ? [{ id, title, group: null }] : []),
    ])
}
