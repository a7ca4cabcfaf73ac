import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { people, roleInvitations } from "@/db/schema"
import { ROLES } from "@/db/vocabulary"
import { type Ctx, personOf } from "../../../access/ctx"
import { invitationPath } from "../../../access/links"
import { holdsLink } from "../../../access/may"
import { post } from "../../../email/commands"
import { ensure, found, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { mayDescribeGroup, mayKeepGroups } from "../../policy"
import { getGroup } from "../../queries"
import { bringIn, bringInNew, chooseMainContact, welcomePerson } from "../commands"
import type { Welcome } from "../input"
import { INVITED_DAYS } from "./input"
import type { Invitation } from "./queries"

/** Who asks, in the words of a letter: a lead by name, staff with their LIO's. */
const askerOf = (ctx: Ctx) => {
  const name = personOf(ctx.actor)?.name ?? ctx.lio.name
  return ctx.actor.kind === "staff" ? say("{name} of {lio}", { name, lio: ctx.lio.name }) : name
}

/**
 * Adds somebody to a group. Staff do so at once, and whoever then may speak for it is told by whom. A lead invites
 * everybody with an email address, known here or not, and learns nothing of them before they say yes themselves.
 */
export async function addPerson(ctx: Ctx, input: Welcome): Promise<{ name: string; invited: boolean }> {
  if (!mayKeepGroups(ctx.actor) && input.email) return invite(ctx, { ...input, email: input.email })
  const { name, personId } = await welcomePerson(ctx, input)
  if (input.speaks && ctx.actor.kind === "staff") {
    const group = await getGroup(ctx, input.groupId)
    await post(ctx, {
      letter: "role-given",
      stream: "service",
      to: { personId },
      props: {
        group: group.name,
        by: askerOf(ctx),
        role: ROLES[input.role],
        speaks: input.speaks,
        url: `/${ctx.lio.slug}/home`,
      },
    })
  }
  return { name, invited: false }
}

async function invite(ctx: Ctx, input: Welcome & { email: string }) {
  const { groupId, email, name } = input
  const group = await getGroup(ctx, groupId)
  ensure(
    mayDescribeGroup(ctx.actor, groupId),
    say("Only a lead of the group or the staff can change its people."),
  )
  const [twice] = await ctx.tx
    .select({ id: roleInvitations.id })
    .from(roleInvitations)
    .where(
      and(
        eq(roleInvitations.groupId, groupId),
        eq(roleInvitations.email, email),
        isNull(roleInvitations.answeredAt),
        sql`${roleInvitations.createdAt} > ${ctx.now.toISOString()}::timestamptz - interval '1 day'`,
      ),
    )
  if (twice) throw new RuleBroken(say("We emailed this address today. Wait for their answer."), "email")
  const by = askerOf(ctx)
  const [made] = await ctx.tx
    .insert(roleInvitations)
    .values({
      ...input,
      lioId: ctx.lio.id,
      byPersonId: personOf(ctx.actor)?.personId ?? null,
      byName: by,
      createdAt: ctx.now,
    })
    .returning({ id: roleInvitations.id })
  const { id } = found(made)
  await record(ctx, {
    what: "role.invited",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: say("Invited {name} to be {roles}", { name, roles: ROLES[input.role].toLowerCase() }),
    to: { name, email, role: input.role, speaks: input.speaks },
    about: { email },
  })
  await post(ctx, {
    letter: "role-invitation",
    stream: "service",
    to: await whomAt(ctx, email),
    props: {
      group: group.name,
      by,
      role: ROLES[input.role],
      speaks: input.speaks,
      days: INVITED_DAYS,
      url: invitationPath(ctx.lio, id, new Date(ctx.now.getTime() + INVITED_DAYS * 86_400_000)),
    },
  })
  return { name, invited: true }
}

/** Somebody known at this address, so that whoever has left hears nothing; else the address alone. */
async function whomAt(ctx: Ctx, email: string) {
  const [person] = await ctx.tx.select({ id: people.id }).from(people).where(eq(people.email, email))
  return person ? { personId: person.id } : { email }
}

/** Takes an invitation back before it is answered. */
export async function withdrawInvitation(ctx: Ctx, { groupId, id }: { groupId: string; id: string }) {
  await getGroup(ctx, groupId)
  ensure(
    mayDescribeGroup(ctx.actor, groupId),
    say("Only a lead of the group or the staff can change its people."),
  )
  const [gone] = await ctx.tx
    .update(roleInvitations)
    .set({ answeredAt: ctx.now })
    .where(
      and(
        eq(roleInvitations.id, id),
        eq(roleInvitations.groupId, groupId),
        isNull(roleInvitations.answeredAt),
      ),
    )
    .returning({ name: roleInvitations.name, email: roleInvitations.email })
  if (!gone) throw new RuleBroken(say("This invitation has been answered already."))
  await record(ctx, {
    what: "role.invitation_withdrawn",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: say("Withdrew the invitation to {gone}", { gone: gone.name }),
    about: { email: gone.email },
  })
  return { groupId, name: gone.name }
}

/** Whoever was invited says yes or no, once. What a yes brings was settled by whoever invited them. */
export async function answerInvitation(ctx: Ctx, invitation: Invitation, answer: "yes" | "no") {
  ensure(holdsLink(ctx.actor, "role", invitation.id))
  const { id, groupId, email, name, phone, role, title, speaks, startedOn } = invitation
  const [answered] = await ctx.tx
    .update(roleInvitations)
    .set({ answeredAt: ctx.now, accepted: answer === "yes" })
    .where(and(eq(roleInvitations.id, id), isNull(roleInvitations.answeredAt)))
    .returning({ id: roleInvitations.id })
  if (!answered) return
  if (answer === "no") {
    await record(ctx, {
      what: "role.declined",
      subject: ["group", groupId],
      groupIds: [groupId],
      summary: say("{name} does not want to be {roles}", { name, roles: ROLES[role].toLowerCase() }),
      about: { email },
    })
    return
  }
  const [person] = await ctx.tx.select().from(people).where(eq(people.email, email))
  if (person?.leftAt) throw new RuleBroken(say("We can’t add you by this link. Please get in touch with us."))
  const given = { groupId, role, title, speaks, startedOn }
  const { personId } = person
    ? await bringIn(ctx, { ...given, personId: person.id })
    : await bringInNew(ctx, { ...given, name, email, phone })
  if (invitation.main) await chooseMainContact(ctx, { groupId, personId })
}
