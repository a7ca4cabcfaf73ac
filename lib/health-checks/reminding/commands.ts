import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { healthCheckPath } from "../../access/links"
import { addresseesOf, listSpokespeople } from "../../consultations/invitations/queries"
import { monthsAfter } from "../../days"
import { type Letter, postAll } from "../../email/commands"
import { ensure } from "../../errors"
import { recordEach } from "../../journal/commands"
import { stillHere } from "../../lists/choices/queries"
import { leaveForStaff } from "../../tasks/commands"
import { say } from "../../words"
import { LINK_MONTHS } from "../input"

/** Days without an answer after which a group is reminded; and days after which it is too late for that. */
const AFTER = 14
const UNTIL = 90

type Open = {
  id: string
  groupId: string
  group: string
  askedById: string | null
  left: number
  all: number
}

/**
 * Reminds groups, once, of a health check that they haven’t finished: when nothing has been answered for two weeks. Whoever
 * asked for it gets a task at the same time. Gives how many checks.
 */
export async function remindOfChecks(ctx: Ctx): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const open = await ctx.tx.execute<Open>(sql`
    update health_checks c set reminded_at = ${now}
    from groups g, (select q.check_id, max(q.answered_at) as last, count(*) filter (where q.answer is null)::int as left, count(*)::int as all
      from health_check_questions q group by q.check_id) said
    where said.check_id = c.id and g.id = c.group_id and g.removed_at is null and c.handed_in_at is null and c.reminded_at is null
      and greatest(c.asked_at, said.last) < ${now} - make_interval(days => ${AFTER}) and c.asked_at > ${now} - make_interval(days => ${UNTIL})
    returning c.id, c.group_id as "groupId", g.name as "group",
      ${stillHere(sql`c.asked_by_id`)} as "askedById", said.left, said.all`)
  const expires = new Date(monthsAfter(ctx.today, LINK_MONTHS))
  const groupIds = open.map(({ groupId }) => groupId)
  const speakers = Map.groupBy(
    await listSpokespeople(ctx, groupIds, "healthChecks"),
    ({ groupId }) => groupId,
  )
  await postAll(
    ctx,
    open.flatMap(({ id, groupId, group, left, all }) =>
      addresseesOf(speakers.get(groupId) ?? []).map(({ to, basis }): Letter => {
        const letter = "health-check-open" as const
        const said = { group, left, all }
        if ("personId" in to) {
          const props = { ...said, url: healthCheckPath(ctx.lio, id, to, expires) }
          return { letter, stream: "healthChecks", to, basis, props }
        }
        const url = healthCheckPath(ctx.lio, id, { personId: null, address: to.email }, expires)
        return { letter, stream: "service", to, basis, props: { ...said, url } }
      }),
    ),
  )
  await recordEach(
    ctx,
    open.map(({ id, groupId }) => ({
      what: "health_check.reminded" as const,
      subject: ["health-check", id] as const,
      groupIds: [groupId],
      summary: say("Sent a reminder of the health check"),
    })),
  )
  await leaveForStaff(
    ctx,
    open.map(({ groupId, group, askedById }) => ({
      what: say(
        "{group} hasn’t finished its health check. We’ve sent one reminder. Would a call help, or answering together?",
        { group },
      ),
      groupId,
      assigneeId: askedById,
    })),
  )
  return open.length
}
