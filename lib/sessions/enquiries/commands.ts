import "server-only"
import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { enquiries, people, sessionEnquiries, sessionGroups, sessions } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { noteContact } from "../../groups/contact/commands"
import { alsoOfGroup } from "../../journal/commands"
import { say } from "../../words"
import { mayRecordSessions } from "../policy"

/** Writes which enquiries a session was about: of this LIO, and not closed. */
export async function writeEnquiries(ctx: Ctx, sessionId: string, enquiryIds: string[]): Promise<void> {
  const ids = [...new Set(enquiryIds)]
  if (ids.length === 0) return
  const there = await ctx.tx
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(and(isOneOf(enquiries.id, ids, "uuid"), isNull(enquiries.doneAt)))
  if (there.length < ids.length)
    throw new RuleBroken(
      say("One of these enquiries is closed. Record the session with its group."),
      "enquiryIds",
    )
  await ctx.tx
    .insert(sessionEnquiries)
    .values(ids.map((enquiryId) => ({ lioId: ctx.lio.id, sessionId, enquiryId })))
}

/** The sessions of an enquiry are those of the group that it became, too: with their hours, on its timeline, and as contact. */
export async function giveSessionsTo(
  ctx: Ctx,
  { enquiryId, groupId }: { enquiryId: string; groupId: string },
) {
  ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can change sessions."))
  const its = await ctx.tx
    .select({ id: sessions.id, on: sessions.on, by: people.name })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.byPersonId))
    .where(
      and(
        isNull(sessions.undoneAt),
        sql`${sessions.id} in (select se.session_id from session_enquiries se where se.enquiry_id = ${enquiryId}::uuid)`,
      ),
    )
    .orderBy(desc(sessions.on), sql`${sessions.createdAt} desc`)
  const [last] = its
  if (!last) return
  await ctx.tx
    .insert(sessionGroups)
    .values(its.map(({ id }) => ({ lioId: ctx.lio.id, sessionId: id, groupId })))
    .onConflictDoNothing()
  await alsoOfGroup(ctx, { kind: "session", ids: its.map(({ id }) => id), groupId })
  await noteContact(ctx, { groupIds: [groupId], on: last.on, by: last.by })
}
