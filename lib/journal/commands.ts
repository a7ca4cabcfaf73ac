import "server-only"
import { sql } from "drizzle-orm"
import { events } from "@/db/schema"
import { type Actor, type Ctx, nameOf, personOf } from "../access/ctx"

/** Something that happened. `summary` is one sentence without the actor's name: "Changed the phone number". */
export type Happening = {
  /** In the past tense: need.opened */
  what: string
  subject: [kind: string, id: string | null]
  /** On whose timelines it stands; none for what concerns no group. */
  groupIds?: string[]
  summary: string
  from?: unknown
  to?: unknown
}

/** Who stands in the log: a person where we know one, whichever door they came through. */
function by({ actor, via }: Ctx) {
  const person = actor.kind === "link" ? actor.holder : personOf(actor)
  const unnamed: Partial<Record<Actor["kind"], string>> = {
    guest: "The group’s own address",
    link: "Somebody with a link we sent",
  }
  return {
    actorId: person?.personId ?? null,
    actorName: nameOf(actor) ?? unnamed[actor.kind] ?? "A visitor",
    via,
  }
}

/** Writes what happened into the log and the timelines, in the transaction of the fact. */
export async function record(ctx: Ctx, happening: Happening) {
  const groupIds = happening.groupIds?.length ? happening.groupIds : [null]
  await ctx.tx.insert(events).values(
    groupIds.map((groupId) => ({
      lioId: ctx.lio.id,
      at: ctx.now,
      what: happening.what,
      summary: happening.summary,
      subjectKind: happening.subject[0],
      subjectId: happening.subject[1],
      groupId,
      ...by(ctx),
      from: happening.from ?? null,
      to: happening.to ?? null,
    })),
  )
}

/** What happened to one of many groups. */
export type GroupHappening = { groupId: string; from: unknown; to: unknown }

/** The same thing, happened to many groups at once: however many they are, it is one statement. */
export async function recordMany(
  ctx: Ctx,
  { what, summary, groups }: { what: string; summary: string; groups: GroupHappening[] },
) {
  if (groups.length === 0) return
  const { actorId, actorName, via } = by(ctx)
  await ctx.tx.execute(sql`
    insert into events (lio_id, at, what, summary, subject_kind, subject_id, group_id, actor_id, actor_name, via, "from", "to")
    select ${ctx.lio.id}::uuid, ${ctx.now.toISOString()}::timestamptz, ${what}, ${summary}, 'group', d."groupId", d."groupId",
      ${actorId}::uuid, ${actorName}, ${via}, d."from", d."to"
    from json_to_recordset(${JSON.stringify(groups)}::json) as d("groupId" uuid, "from" jsonb, "to" jsonb)`)
}

/** What happened to one group among many of which each has its own story. */
export type OwnHappening = { groupId: string; what: string; summary: string; from?: unknown; to?: unknown }

/** What an import did to groups, each in its own words: however many they are, it is one statement. */
export async function recordImported(ctx: Ctx, importId: string, groups: OwnHappening[]) {
  if (groups.length === 0) return
  const { actorId, actorName } = by(ctx)
  await ctx.tx.execute(sql`
    insert into events (lio_id, id, at, what, summary, subject_kind, subject_id, group_id, actor_id, actor_name, via, "from", "to")
    select ${ctx.lio.id}::uuid, uuidv7(), ${ctx.now.toISOString()}::timestamptz, d.what, d.summary, 'import', ${importId}::uuid, d."groupId",
      ${actorId}::uuid, ${actorName}, 'import', d."from", d."to"
    from json_to_recordset(${JSON.stringify(groups)}::json) as d("groupId" uuid, what text, summary text, "from" jsonb, "to" jsonb)`)
}
