import "server-only"
import { and, asc, desc, eq, sql } from "drizzle-orm"
import { events, groups, mailingGroups, mailings, people } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import { addresseesOf, listSpokespeople } from "../consultations/invitations/queries"
import { ensure, found } from "../errors"
import { say } from "../words"
import { maySeeMailings } from "./policy"

/** How many emails are on a page. */
export const PAGE_SIZE = 50

const REFUSED = say("Only staff see what is written to groups.")

/** Emails to groups, drafts first and then the newest, with the number of groups each is to. */
export async function listMailings(ctx: Ctx, page: number) {
  ensure(maySeeMailings(ctx.actor), REFUSED)
  const [rows, [counted]] = await Promise.all([
    ctx.tx
      .select({
        id: mailings.id,
        subject: mailings.subject,
        sentAt: mailings.sentAt,
        by: people.name,
        groups: sql<number>`(select count(*)::int from mailing_groups m where m.mailing_id = ${mailings.id})`,
      })
      .from(mailings)
      .leftJoin(people, eq(people.id, mailings.byPersonId))
      .orderBy(sql`${mailings.sentAt} desc nulls first`, desc(mailings.createdAt))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    ctx.tx.select({ total: sql<number>`count(*)::int` }).from(mailings),
  ])
  return { rows, total: counted?.total ?? 0 }
}

/** Who gets an email that is to these groups, one by one and by group; a group whose `readers` are none cannot be emailed. */
export async function listReaders(ctx: Ctx, chosen: { id: string; name: string }[]) {
  ensure(maySeeMailings(ctx.actor), REFUSED)
  const spokespeople = await listSpokespeople(
    ctx,
    chosen.map(({ id }) => id),
    "news",
  )
  const byGroup = Map.groupBy(spokespeople, ({ groupId }) => groupId)
  return {
    addressees: addresseesOf(spokespeople),
    groups: chosen.map((group) => ({
      ...group,
      readers: (byGroup.get(group.id) ?? []).map(({ name, address }) => name ?? address),
    })),
  }
}

/** One email to groups, with the groups by name, and which of them it went to. NotFound when there is none. */
export async function getMailing(ctx: Ctx, id: string) {
  ensure(maySeeMailings(ctx.actor), REFUSED)
  const [[row], to, went] = await Promise.all([
    ctx.tx
      .select({ mailing: mailings, by: people.name })
      .from(mailings)
      .leftJoin(people, eq(people.id, mailings.byPersonId))
      .where(eq(mailings.id, id)),
    ctx.tx
      .select({ id: groups.id, name: groups.name })
      .from(mailingGroups)
      .innerJoin(groups, eq(groups.id, mailingGroups.groupId))
      .where(eq(mailingGroups.mailingId, id))
      .orderBy(asc(groups.name), asc(groups.id)),
    ctx.tx
      .select({ groupId: events.groupId })
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.what, "mailing.sent"))),
  ])
  const { mailing, by } = found(row)
  const reached = new Set(went.map(({ groupId }) => groupId))
  return { ...mailing, by, groups: to.map((group) => ({ ...group, reached: reached.has(group.id) })) }
}
