import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { enquiries } from "@/db/schema"
import { type Ctx, nameOf } from "../../access/ctx"
import { dayThatWas, ensure, found, RuleBroken } from "../../errors"
import { addGroup } from "../../groups/commands"
import { welcomePerson } from "../../groups/roles/commands"
import { alsoOfGroup, record } from "../../journal/commands"
import { giveSessionsTo } from "../../sessions/enquiries/commands"
import { formatDate, say } from "../../words"
import type { Become } from "../input"
import { mayKeepEnquiries } from "../policy"

/**
 * An enquiry becomes a group that is forming, with all its history: whoever asked as its contact, its sessions with their
 * hours, and what happened on its timeline. The enquiry stays, and leads to the group.
 */
export async function becomeGroup(
  ctx: Ctx,
  input: Become,
): Promise<{ id: string; groupId: string; name: string }> {
  ensure(mayKeepEnquiries(ctx.actor), say("Only workers and managers can deal with enquiries."))
  const { id, name } = input
  const becameOn = dayThatWas(ctx, input.becameOn, "becameOn")
  const [row] = await ctx.tx.select().from(enquiries).where(eq(enquiries.id, id)).for("update")
  const enquiry = found(row)
  if (enquiry.groupId) throw new RuleBroken(say("This enquiry has become a group already."))
  const group = await addGroup(ctx, {
    name,
    stage: "forming",
    about: enquiry.about,
    ...(input.contact ? {} : { email: enquiry.email, phone: enquiry.phone }),
  })
  if (input.contact)
    await welcomePerson(ctx, {
      groupId: group.id,
      ...{ name: enquiry.name, email: enquiry.email, phone: enquiry.phone },
      ...{ main: true, role: "contact", title: null, speaks: null, startedOn: null },
    })
  await ctx.tx
    .update(enquiries)
    .set({
      groupId: group.id,
      becameOn,
      doneAt: ctx.now,
      doneBy: nameOf(ctx.actor),
      touchedAt: ctx.now,
      endedBecause: null,
    })
    .where(and(eq(enquiries.id, id), isNull(enquiries.groupId)))
  await giveSessionsTo(ctx, { enquiryId: id, groupId: group.id })
  await alsoOfGroup(ctx, { kind: "enquiry", ids: [id], groupId: group.id })
  await record(ctx, {
    what: "enquiry.became",
    subject: ["enquiry", id],
    groupIds: [group.id],
    summary: say("Grew out of an enquiry of {day}", { day: formatDate(enquiry.askedAt) }),
  })
  return { id, groupId: group.id, name: group.name }
}
