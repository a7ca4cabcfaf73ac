import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asLink } from "../../access/doors"
import { healthCheckPath, readLink } from "../../access/links"
import { groupIdsOf, isHeld } from "../../access/may"
import { monthsAfter } from "../../days"
import { NotFound, SignedOut } from "../../errors"
import { say } from "../../words"
import { LINK_MONTHS } from "../input"
import { listChecks } from "../queries"

/**
 * Opens the door for whoever holds the link of a check, to that check. SignedOut when the link is forged or has expired, or
 * when its person speaks for the group no more.
 */
export function byCheckLink<T>(
  { lio, key }: { lio: string; key: string },
  work: (ctx: Ctx, checkId: string) => Promise<T>,
  now?: Date,
): Promise<T> {
  const groupOf = async (tx: Ctx["tx"], about: string) => {
    const [check] = await tx.execute<{ id: string }>(
      sql`select group_id as id from health_checks where id = ${about}`,
    )
    return check?.id ?? null
  }
  return asLink(
    { lio, purpose: "health-check", key, groupOf },
    async (ctx, { about, groupId, holder }) => {
      const to = readLink(key, "health-check", ctx.now.getTime())?.to ?? null
      const [speaks] = await ctx.tx.execute(sql`
        select g.id from groups g where g.id = ${groupId} and g.removed_at is null and case
          when ${holder?.personId ?? null}::uuid is null then lower(g.email) = ${to}
          else g.main_contact_id = ${holder?.personId ?? null}::uuid or exists (select from roles r
            where r.group_id = g.id and r.person_id = ${holder?.personId ?? null}::uuid and r.speaks is not null and ${isHeld(ctx)}) end`)
      if (!about || !speaks) throw new SignedOut(say("This link has expired."))
      return work(ctx, about)
    },
    { now },
  )
}

/** The same for a file that the page of a link offers: NotFound once the link has expired. */
export const fileByCheckLink: typeof byCheckLink = async (link, work, now) => {
  try {
    return await byCheckLink(link, work, now)
  } catch (refusal) {
    throw refusal instanceof SignedOut ? new NotFound(refusal.message) : refusal
  }
}

/** The checks of whoever is signed in for a group, each with the path at which they answer it and read what came of it. */
export async function listOwnChecks(ctx: Ctx) {
  const own = groupIdsOf(ctx)
  if (!("personId" in ctx.actor) || own.length === 0) return []
  const { personId } = ctx.actor
  const expires = new Date(monthsAfter(ctx.today, LINK_MONTHS))
  return (await listChecks(ctx)).map((check) => ({
    ...check,
    path: healthCheckPath(ctx.lio, check.id, { personId }, expires),
  }))
}
