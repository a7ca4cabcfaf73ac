import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { roles } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { ensure, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { mayKeepPeople } from "../../people/policy"
import { getPerson, heldOn } from "../../people/queries"
import { writeLeft } from "../../people/records/commands"
import { endSessionsOf } from "../../sign-in/commands"
import { inAlphabet, say } from "../../words"
import { clearContacts } from "../roles/contacts/commands"

type Left = { id: string; name: string; groups: { id: string; name: string }[] }

/**
 * Somebody has left for good: their roles end today, they are signed out, and nothing is sent to them any more. What
 * they did stays. Says which groups have no main contact now.
 */
export async function leavePerson(ctx: Ctx, { id }: { id: string }): Promise<Left> {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can say that somebody has left."))
  const person = await getPerson(ctx, id)
  if (person.leftAt) throw new RuleBroken(say("{person} has left already.", { person: person.name }))
  if (person.onStaff)
    throw new RuleBroken(
      say("{person} is on your staff. End that first, under Settings, Staff.", { person: person.name }),
    )
  const { today } = ctx
  const contactOf = await clearContacts(ctx, sql`g.main_contact_id = ${id}`)
  await ctx.tx
    .update(roles)
    .set({ endedOn: today })
    .where(and(eq(roles.personId, id), heldOn(ctx)))
  await writeLeft(ctx, id, ctx.now)
  await record(ctx, {
    what: "person.left",
    subject: ["person", id],
    groupIds: person.groupIds,
    summary: say("{person} has left", { person: person.name }),
    from: { roles: person.roles.filter(({ held }) => held).map(({ group, role }) => ({ group, role })) },
    to: { leftAt: ctx.now.toISOString() },
  })
  if (person.email) await endSessionsOf(person.email)
  return {
    id,
    name: person.name,
    groups: contactOf.toSorted((a, b) => inAlphabet(a.name, b.name)),
  }
}

/** Somebody who had left is back. Their roles stay ended: each is given anew. */
export async function comeBack(ctx: Ctx, { id }: { id: string }): Promise<{ id: string; name: string }> {
  ensure(mayKeepPeople(ctx.actor), say("Only staff can say that somebody is back."))
  const person = await getPerson(ctx, id)
  if (!person.leftAt) throw new RuleBroken(say("{person} has not left.", { person: person.name }))
  if (person.mergedIntoId)
    throw new RuleBroken(
      say("This entry was merged with another for the same person. Undo the merge instead."),
    )
  await writeLeft(ctx, id, null)
  await record(ctx, {
    what: "person.came_back",
    subject: ["person", id],
    groupIds: [...new Set(person.roles.map(({ groupId }) => groupId))],
    summary: say("{person} is back", { person: person.name }),
    from: { leftAt: person.leftAt.toISOString() },
    to: { leftAt: null },
  })
  return { id, name: person.name }
}
