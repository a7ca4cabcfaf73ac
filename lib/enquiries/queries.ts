import "server-only"
import { asc, eq, getTableColumns, type SQL, sql } from "drizzle-orm"
import { enquiries, enquirySteps, groups, people } from "@/db/schema"
import { type Ctx, readOnce } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { maySeeEnquiries } from "./policy"

const guard = (ctx: Ctx) => ensure(maySeeEnquiries(ctx.actor), say("Only staff can see enquiries."))
const ALL = 1_000
const ENDED_SHOWN = 200
/** After so many days without anything done an enquiry has gone quiet. */
const QUIET_DAYS = 60

const of = (ctx: Ctx, where: SQL, order: SQL, most: number) => {
  const last = sql`greatest(coalesce(${enquiries.touchedAt}, ${enquiries.askedAt}), (
    select max(s."on")::timestamptz from session_enquiries se join sessions s on s.id = se.session_id and s.undone_at is null
    where se.enquiry_id = ${enquiries.id}))`
  return ctx.tx
    .select({
      ...getTableColumns(enquiries),
      helper: people.name,
      group: groups.name,
      lastOn: sql<string>`(${last})::date::text`,
      quiet: sql<boolean>`(${last} < ${ctx.today}::date - ${QUIET_DAYS}::int)`,
      steps: sql<number>`(select count(*)::int from enquiry_steps s where s.enquiry_id = ${enquiries.id})`,
      stepsDone: sql<number>`(select count(*)::int from enquiry_steps s where s.enquiry_id = ${enquiries.id} and s.done_on is not null)`,
      next: sql<
        string | null
      >`(select s.title from enquiry_steps s where s.enquiry_id = ${enquiries.id} and s.done_on is null order by s.position limit 1)`,
    })
    .from(enquiries)
    .leftJoin(people, eq(people.id, enquiries.helperId))
    .leftJoin(groups, eq(groups.id, enquiries.groupId))
    .where(where)
    .orderBy(order, asc(enquiries.id))
    .limit(most)
}
export type Enquiry = Awaited<ReturnType<typeof of>>[number]

const WAITING = sql`${enquiries.doneAt} is null and ${enquiries.begunAt} is null`
const ON_THE_WAY = sql`${enquiries.doneAt} is null and ${enquiries.begunAt} is not null`

/** The enquiries that wait, the longest waiting first. */
export async function listWaitingEnquiries(ctx: Ctx, most = ALL): Promise<Enquiry[]> {
  guard(ctx)
  return of(ctx, WAITING, sql`${enquiries.askedAt} asc`, most)
}

/** Those on their way to a group, the quietest first. */
export async function listOnTheirWay(ctx: Ctx): Promise<Enquiry[]> {
  guard(ctx)
  return of(ctx, ON_THE_WAY, sql`coalesce(${enquiries.touchedAt}, ${enquiries.askedAt}) asc`, ALL)
}

/** Those that became a group or were dealt with, the last first. */
export async function listDoneEnquiries(ctx: Ctx): Promise<Enquiry[]> {
  guard(ctx)
  return of(ctx, sql`${enquiries.doneAt} is not null`, sql`${enquiries.doneAt} desc`, ENDED_SHOWN)
}

/** What became of the enquiries of a calendar year: how many came, how many of them are on their way, and how many became groups in it. */
export async function countEnquiriesOf(ctx: Ctx, year: number) {
  guard(ctx)
  const day = (column: SQL) => sql`(${column} at time zone ${ctx.lio.timezone})::date`
  const [row] = await ctx.tx
    .select({
      came: sql<number>`(count(*) filter (where extract(year from ${day(sql`${enquiries.askedAt}`)}) = ${year}))::int`,
      onTheWay: sql<number>`(count(*) filter (where ${ON_THE_WAY}))::int`,
      became: sql<number>`(count(*) filter (where extract(year from ${enquiries.becameOn}) = ${year}))::int`,
    })
    .from(enquiries)
  return found(row)
}

/** How many wait. */
export const countEnquiries = readOnce(async (ctx): Promise<number> => {
  guard(ctx)
  const [row] = await ctx.tx.select({ waiting: sql<number>`count(*)::int` }).from(enquiries).where(WAITING)
  return row?.waiting ?? 0
})

/** One of them. */
export async function getEnquiry(ctx: Ctx, id: string): Promise<Enquiry> {
  guard(ctx)
  return found((await of(ctx, sql`${enquiries.id} = ${id}`, sql`1`, 1))[0])
}

/** The steps of an enquiry, in order, with who helps. */
export async function listSteps(ctx: Ctx, enquiryId: string) {
  guard(ctx)
  return ctx.tx
    .select({ ...getTableColumns(enquirySteps), helper: people.name })
    .from(enquirySteps)
    .leftJoin(people, eq(people.id, enquirySteps.helperId))
    .where(eq(enquirySteps.enquiryId, enquiryId))
    .orderBy(asc(enquirySteps.position), asc(enquirySteps.id))
}
export type Step = Awaited<ReturnType<typeof listSteps>>[number]
