import "server-only"
import { sql } from "drizzle-orm"
import { type Ctx, nameOf, personIdOf } from "../access/ctx"
import { confirmPath } from "../access/links"
import { holdsLink } from "../access/may"
import { daysAfter, monthsBefore } from "../days"
import { type Letter, postAll } from "../email/commands"
import { ensure } from "../errors"
import { writeAsked, writeConfirmation } from "../groups/confirmations/commands"
import { getOwnPages } from "../groups/proposals/queries"
import { getGroup } from "../groups/queries"
import { type Happening, record, recordEach } from "../journal/commands"
import { say } from "../words"
import { LINK_DAYS, ONE_IN, REMIND_AFTER_DAYS } from "./input"
import { mayConfirm } from "./policy"
import { listKeptOf, reachable, voiceOf } from "./queries"

/** Groups that are asked at all. */
const ASKED = sql`g.removed_at is null and g.stage not in ('closed', 'enquiry')`

async function keepConfirmed(ctx: Ctx, id: string, by: string): Promise<{ id: string; name: string }> {
  const group = await getGroup(ctx, id)
  const on = ctx.today
  if (group.confirmedOn === on && group.confirmedBy === by) return group
  await writeConfirmation(ctx, id, { on, by })
  await record(ctx, {
    what: "group.confirmed",
    subject: ["group", id],
    groupIds: [id],
    summary: say("{by} said that all details are right", { by }),
    from: { confirmedOn: group.confirmedOn, confirmedBy: group.confirmedBy },
    to: { confirmedOn: on, confirmedBy: by },
    about: { personIds: [personIdOf(ctx.actor)] },
  })
  return group
}

/** Somebody signed in says that all that is kept of a group is right: a lead, or staff whom the group told. */
export async function confirmGroup(ctx: Ctx, { id }: { id: string }) {
  await getGroup(ctx, id)
  ensure(mayConfirm(ctx.actor, id), say("Only a lead of the group or the staff can say that."))
  return keepConfirmed(ctx, id, nameOf(ctx.actor) ?? ctx.lio.name)
}

/** The same with the link of a letter. */
export async function confirmByLink(ctx: Ctx, id: string) {
  ensure(holdsLink(ctx.actor, "confirm", id))
  return keepConfirmed(ctx, id, nameOf(ctx.actor) ?? ctx.lio.name)
}

type Spokesperson = { groupId: string; personId: string; name: string }

async function write(ctx: Ctx, groupIds: string[], again: boolean): Promise<number> {
  if (groupIds.length === 0) return 0
  const spokespeople = await ctx.tx.execute<Spokesperson>(sql`
    select g.id as "groupId", p.id as "personId", p.name from groups g
    join people p on ${voiceOf(ctx)} and ${reachable}
    where g.id = any (${sql.param(groupIds)}::uuid[])
    order by g.id, p.name`)
  const voices = Map.groupBy(spokespeople, ({ groupId }) => groupId)
  const expires = new Date(ctx.now.getTime() + LINK_DAYS * 86_400_000)
  const letters: Letter[] = []
  const told: Happening[] = []
  for (const { id, name, facts } of await listKeptOf(ctx, groupIds)) {
    const mine = voices.get(id) ?? []
    letters.push(
      ...mine.map(({ personId }) => ({
        letter: "group-confirm" as const,
        stream: "details" as const,
        to: { personId },
        props: { group: name, facts, again, url: confirmPath(ctx.lio, id, personId, expires) },
      })),
    )
    const names = mine.map((spokesperson) => spokesperson.name).join(", ")
    told.push({
      what: again ? "group.confirm_reminded" : "group.confirm_asked",
      subject: ["group", id],
      groupIds: [id],
      summary: again
        ? say("Asked {names} once more whether all details are right", { names })
        : say("Asked {names} whether all details are right", { names }),
      about: { personIds: mine.map(({ personId }) => personId) },
    })
  }
  await recordEach(ctx, told)
  return postAll(ctx, letters)
}

/**
 * Asks groups that nobody has confirmed for a year, the longest ago first, and never more than a twentieth of all on one
 * day. Run twice on a day it asks nobody twice.
 */
export async function askYearly(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  if (!(await getOwnPages(ctx)).asksYearly) return 0
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`confirming ${ctx.lio.id}`}))`)
  const day = ctx.today
  const yearAgo = monthsBefore(day, 12)
  const [counted] = await ctx.tx.execute<{ all: number; asked: number }>(sql`
    select count(*)::int as all, (count(*) filter (where g.confirm_asked_on = ${day}::date))::int as asked
    from groups g where ${ASKED}`)
  const room = Math.ceil((counted?.all ?? 0) / ONE_IN) - (counted?.asked ?? 0)
  if (room <= 0) return 0
  const due = await ctx.tx.execute<{ id: string }>(sql`
    select g.id from groups g
      where ${ASKED} and coalesce(g.confirmed_on, (g.created_at at time zone ${ctx.lio.timezone})::date) <= ${yearAgo}::date
        and (g.confirm_asked_on is null or g.confirm_asked_on <= ${yearAgo}::date)
        and exists (select from people p where ${voiceOf(ctx)} and ${reachable})
      order by coalesce(g.confirmed_on, (g.created_at at time zone ${ctx.lio.timezone})::date), g.id limit ${room}`)
  const ids = due.map(({ id }) => id)
  await writeAsked(ctx, ids, day)
  return write(ctx, ids, false)
}

/** Asks once more, three weeks later, where nobody has said anything. */
export async function remindYearly(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  if (!(await getOwnPages(ctx)).asksYearly) return 0
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`confirming ${ctx.lio.id}`}))`)
  const late = daysAfter(ctx.today, -REMIND_AFTER_DAYS)
  const due = await ctx.tx.execute<{ id: string }>(sql`
    select g.id from groups g
    where ${ASKED} and g.confirm_asked_on between ${daysAfter(late, -14)}::date and ${late}::date
      and (g.confirmed_on is null or g.confirmed_on < g.confirm_asked_on)
      and not exists (select from events e where e.group_id = g.id and e.what = 'group.confirm_reminded'
        and e.at >= g.confirm_asked_on)
    order by g.id`)
  return write(
    ctx,
    due.map(({ id }) => id),
    true,
  )
}
