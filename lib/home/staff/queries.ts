import "server-only"
import { type SQL, sql } from "drizzle-orm"
import { FUNCTIONS } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../access/ctx"
import { monthsBefore } from "../../days"
import { ensure, found } from "../../errors"
import { isConfirmed } from "../../sign-in/queries"
import { say } from "../../words"
import { maySeeStaffHome } from "../policy"

/** After how many months without contact a member counts as not heard. */
const QUIET_MONTHS = 6
const guard = (ctx: Ctx) => ensure(maySeeStaffHome(ctx.actor), say("This page is for staff."))

/** How many members nobody has spoken to for six months, of how many. */
export async function countQuiet(ctx: Ctx) {
  guard(ctx)
  const quietSince = monthsBefore(ctx.today, QUIET_MONTHS)
  const [row] = await ctx.tx.execute<{ quiet: number; members: number }>(sql`
    select (count(*) filter (where last_contact_on is null or last_contact_on <= ${quietSince}::date))::int as quiet,
      count(*)::int as members
    from groups where stage = 'member' and removed_at is null`)
  return found(row)
}

/** Sessions and minutes of this month for each of the five functions. A session with several groups counts once. */
export async function sumMonth(ctx: Ctx) {
  guard(ctx)
  const from = `${ctx.today.slice(0, 7)}-01`
  const rows = await ctx.tx.execute<{
    function: keyof typeof FUNCTIONS
    sessions: number
    minutes: number
  }>(sql`
    select s.function, count(*)::int as sessions, sum(s.minutes)::int as minutes
    from sessions s where s."on" >= ${from}::date and s."on" <= ${ctx.today}::date and s.undone_at is null
    group by s.function`)
  const functions = (Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[]).map((name) => {
    const row = rows.find((one) => one.function === name)
    return { name, label: FUNCTIONS[name], sessions: row?.sessions ?? 0, minutes: row?.minutes ?? 0 }
  })
  return { from, functions }
}

/** Not one of the examples. */
const own = (id: SQL) => sql`not exists (select from examples x where x.row_id = ${id})`

/** Which of the first things of a new LIO are done. */
export async function getChecklist(ctx: Ctx) {
  guard(ctx)
  const me = personOf(ctx.actor)
  const [[row], confirmed] = await Promise.all([readChecklist(ctx), me ? isConfirmed(me.email) : true])
  const { demo, emailed, postcodes, ...done } = found(row)
  // What concerns the installation is no concern of a demo.
  return {
    ...done,
    confirmed: demo || confirmed,
    emailed: demo || emailed,
    postcodes: demo || postcodes,
  }
}

const readChecklist = (ctx: Ctx) =>
  ctx.tx.execute<{
    demo: boolean
    areas: boolean
    emailed: boolean
    postcodes: boolean
    described: boolean
    listed: boolean
    groups: boolean
    team: boolean
    session: boolean
    asked: boolean
    dismissed: boolean
  }>(sql`
    select (select l.demo from lios l where l.id = ${ctx.lio.id}) as demo,
      exists (select from areas where ${own(sql`areas.id`)}) as areas,
      exists (select from letters where letter = 'test-email' and sent_at is not null and provider_id is not null) as emailed,
      exists (select from place_versions) as postcodes,
      (select l.checklist_away_at is not null from lios l where l.id = ${ctx.lio.id}) as dismissed,
      (select l.about is not null and l.about <> '' from lios l where l.id = ${ctx.lio.id}) as described,
      exists (select from terms where ${own(sql`terms.id`)}) as listed,
      exists (select from groups where removed_at is null and ${own(sql`groups.id`)}) as groups,
      (select count(*) > 1 from staff where ended_at is null) as team,
      exists (select from sessions where ${own(sql`sessions.id`)}) as session,
      exists (select from networks where ${own(sql`networks.id`)})
        or exists (select from consultations where ${own(sql`consultations.id`)}) as asked`)

export type Checklist = Awaited<ReturnType<typeof getChecklist>>
