import "server-only"
import { asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import { type Ctx, readOnce } from "../access/ctx"
import { ensure, found } from "../errors"
import { say } from "../words"
import { maySeeEnquiries } from "./policy"

const guard = (ctx: Ctx) => ensure(maySeeEnquiries(ctx.actor), say("Only staff can see enquiries."))
const ALL = 1_000
const DONE_SHOWN = 50

/** The enquiries that wait, the longest waiting first. */
export async function listWaitingEnquiries(ctx: Ctx, most = ALL) {
  guard(ctx)
  return ctx.tx
    .select()
    .from(enquiries)
    .where(isNull(enquiries.doneAt))
    .orderBy(asc(enquiries.askedAt), asc(enquiries.id))
    .limit(most)
}
export type Enquiry = Awaited<ReturnType<typeof listWaitingEnquiries>>[number]

/** Those that were dealt with, the last first. */
export async function listDoneEnquiries(ctx: Ctx) {
  guard(ctx)
  return ctx.tx
    .select()
    .from(enquiries)
    .where(isNotNull(enquiries.doneAt))
    .orderBy(desc(enquiries.doneAt), asc(enquiries.id))
    .limit(DONE_SHOWN)
}

/** How many wait. */
export const countEnquiries = readOnce(async (ctx): Promise<number> => {
  guard(ctx)
  const [row] = await ctx.tx
    .select({ waiting: sql<number>`count(*)::int` })
    .from(enquiries)
    .where(isNull(enquiries.doneAt))
  return row?.waiting ?? 0
})

/** One of them. */
export async function getEnquiry(ctx: Ctx, id: string): Promise<Enquiry> {
  guard(ctx)
  const [row] = await ctx.tx.select().from(enquiries).where(eq(enquiries.id, id))
  return found(row)
}
