import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { preferences, staff } from "@/db/schema"
import { type DIGEST_RHYTHMS, keys } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { linksIn } from "../../access/links"
import { isHeld } from "../../access/may"
import { NotFound, SignedOut } from "../../errors"
import { isColleague } from "../../lists/choices/queries"
import { say } from "../../words"
import { STREAMS } from "../streams"
import type { Stream } from "./input"

/** Whether somebody works here and doesn’t only look on: some emails are for them alone. */
export async function worksHere(ctx: Ctx, personId: string): Promise<boolean> {
  const [row] = await ctx.tx
    .select({ id: staff.personId })
    .from(staff)
    .where(and(eq(staff.personId, personId), isColleague))
  return row !== undefined
}

/** What somebody chose. Without a choice: a weekly digest, and every stream. `rhythm` is the digest's before it was stopped. */
export async function getPreferences(ctx: Ctx, personId: string) {
  const [row] = await ctx.tx.select().from(preferences).where(eq(preferences.personId, personId))
  const stopped = row?.stopped ?? []
  const rhythm = row?.digest ?? "weekly"
  const digest: keyof typeof DIGEST_RHYTHMS = stopped.includes("digest") ? "never" : rhythm
  return {
    digest,
    rhythm,
    streams: keys(STREAMS).filter((stream) => stream !== "digest" && !stopped.includes(stream)),
  }
}

/** The networks whose topics somebody may hear of, with what they chose for each. */
export async function listNetworkLevels(ctx: Ctx, personId: string) {
  return [
    ...(await ctx.tx.execute<{ id: string; name: string; level: string }>(sql`
      select distinct n.id, n.name, coalesce(w.level, 'new') as level from networks n
      join network_groups j on j.network_id = n.id and j.joined_at is not null and j.left_at is null
      join roles r on r.group_id = j.group_id and r.speaks is not null and ${isHeld(ctx)}
      left join network_watches w on w.network_id = n.id and w.person_id = r.person_id
      where r.person_id = ${personId} and n.closed_at is null order by n.name`)),
  ]
}

type LinkHolder = { personId: string; name: string; email: string; about?: Stream }

type Held = { lio?: string; token: string; purpose: "preferences" | "unsubscribe" }
type Work<T> = (ctx: Ctx, holder: LinkHolder) => Promise<T>

const notWorking = () =>
  new NotFound(say("This link does not work any more. Use the one in your latest email."))

async function enter<T>(of: Parameters<typeof asLink>[0], work: Work<T>): Promise<T> {
  try {
    return await asLink(of, (ctx, { holder, about }) => {
      if (!holder) throw notWorking()
      return work(ctx, { ...holder, about: (about as Stream | null) ?? undefined })
    })
  } catch (refusal) {
    throw refusal instanceof SignedOut ? notWorking() : refusal
  }
}

/**
 * Opens the door for whoever holds a link from one of our letters, to their own choices and nothing else.
 * `lio` is the name in the address, if there is one; NotFound when the link is forged, or its person has gone.
 */
export function byLink<T>({ lio, token, purpose }: Held, work: Work<T>): Promise<T> {
  return enter({ lio, purpose, key: token }, work)
}

/**
 * The same in each LIO whose words stood in the letter, one door after the other; `lio` is the name of the first. An LIO
 * that the person has left is passed over; NotFound when none is left, or the link is forged.
 */
export async function byLinkInEach<T>({ lio, token, purpose }: Held, work: Work<T>): Promise<T[]> {
  const done: T[] = []
  for (const [at, key] of linksIn(token, purpose).entries()) {
    try {
      done.push(await enter({ lio: at === 0 ? lio : undefined, purpose, key }, work))
    } catch (refusal) {
      if (!(refusal instanceof NotFound)) throw refusal
    }
  }
  if (done.length === 0) throw notWorking()
  return done
}
