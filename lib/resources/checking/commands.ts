import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import { ensure } from "../../errors"
import { leaveForStaff } from "../../tasks/commands"
import { say } from "../../words"
import { BROKEN_AFTER } from "../input"
import { linksThatWork } from "./links"

const MOST = 500
/** When none of so many links answers it is our own connection that is down. */
const TOO_MANY_AT_ONCE = 3

type Due = { id: string; link: string }

/** Links that were not asked for four weeks, and those that failed once and were not asked since yesterday. For the system. */
export async function listLinksToCheck(ctx: Ctx): Promise<Due[]> {
  ensure(ctx.actor.kind === "system")
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const rows = await ctx.tx.execute<Due>(sql`
    select id, link from resources where link is not null and retired_at is null
      and (link_tried_at is null or link_tried_at < ${now} - interval '28 days'
        or (link_failures between 1 and ${BROKEN_AFTER - 1} and link_tried_at < ${now} - interval '20 hours'))
    order by link_tried_at nulls first, id limit ${MOST}`)
  return [...rows]
}

/** Keeps what links answered. One that has failed twice in a row is broken, and becomes a task for whoever looks after it. Gives how many. */
export async function noteLinks(ctx: Ctx, answers: (Due & { works: boolean })[]): Promise<number> {
  ensure(ctx.actor.kind === "system")
  const broken = await ctx.tx.execute<{
    id: string
    title: string
    ownerId: string | null
    works: boolean
    failures: number
  }>(sql`
    update resources r set link_tried_at = ${ctx.now.toISOString()}::timestamptz, link_failures = case when a.works then 0 else r.link_failures + 1 end
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(id uuid, link text, works boolean)
    where r.id = a.id and r.link = a.link
    returning r.id, r.title, r.owner_id as "ownerId", r.link_failures as failures`)
  const fresh = broken.filter(({ failures }) => failures === BROKEN_AFTER)
  await leaveForStaff(
    ctx,
    fresh.map(({ id, title, ownerId }) => ({
      assigneeId: ownerId,
      what: say(
        "The link of the resource “{title}” doesn’t work. Find its new address, or retire it. ({path})",
        {
          title,
          path: `/resources/${id}`,
        },
      ),
    })),
  )
  return fresh.length
}

/** Asks the links of an LIO that are due, outside any transaction. Gives how many turned out to be broken. */
export async function checkLinks(lio: string, at: Date, ask = linksThatWork): Promise<number> {
  const due = await asSystem(lio, listLinksToCheck, { now: at })
  if (due.length === 0) return 0
  const works = await ask(due.map(({ link }) => link))
  if (due.length >= TOO_MANY_AT_ONCE && !works.includes(true)) return 0
  const answers = due.map((one, index) => ({ ...one, works: works[index] ?? false }))
  return asSystem(lio, (ctx) => noteLinks(ctx, answers), { now: at })
}
