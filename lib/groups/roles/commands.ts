import "server-only"
import { and, eq } from "drizzle-orm"
import { groups, people, roles } from "@/db/schema"
import { ROLES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { ensure, found, NotFound, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { heldOn } from "../../people/queries"
import { writeLeft, writePerson } from "../../people/records/commands"
import { formatDate, say } from "../../words"
import { mayDescribeGroup, mayKeepGroups } from "../policy"
import { getGroup, lockGroup } from "../queries"
import type { EndRole, GiveRole, MainContact, Speaking, Welcome } from "./input"

/** The group, if the asker may change its people. */
async function ownGroup(ctx: Ctx, groupId: string) {
  await lockGroup(ctx, groupId)
  const group = await getGroup(ctx, groupId)
  ensure(
    mayDescribeGroup(ctx.actor, groupId),
    say("Only a lead of the group or the staff can change its people."),
  )
  return group
}

async function getPerson(ctx: Ctx, id: string) {
  const [person] = await ctx.tx
    .select({ name: people.name, email: people.email, leftAt: people.leftAt })
    .from(people)
    .where(eq(people.id, id))
  return found(person)
}

const SPEAKING = { lead: say("may speak and sign off for the group"), member: say("may speak for the group") }

type Became = { name: string; back: boolean; role: string; speaks: string | null }

function becameInWords({ name, back, role, speaks }: Became): string {
  if (speaks)
    return back
      ? say("{name} is back, and became {role} and {speaks}", { name, role, speaks })
      : say("{name} became {role} and {speaks}", { name, role, speaks })
  return back
    ? say("{name} is back, and became {role}", { name, role })
    : say("{name} became {role}", { name, role })
}

/** Gives a person a dated role in a group, with or without the right to speak for it here. */
export async function giveRole(
  ctx: Ctx,
  input: GiveRole,
): Promise<{ id: string; personId: string; name: string }> {
  await ownGroup(ctx, input.groupId)
  if (!mayKeepGroups(ctx.actor)) {
    const { leftAt, email } = await getPerson(ctx, input.personId)
    // A lead moves the group's own people about, and adds those without an address; nobody else of the LIO's.
    if (leftAt || (email && !(await isIn(ctx, input.groupId, input.personId))))
      throw new NotFound(say("There is nobody like that in this group."))
  }
  return bringIn(ctx, input)
}

/** The same for whoever said yes to an invitation. Who may is settled before. */
export async function bringIn(
  ctx: Ctx,
  input: GiveRole,
): Promise<{ id: string; personId: string; name: string }> {
  await lockGroup(ctx, input.groupId)
  const { name, leftAt } = await getPerson(ctx, input.personId)
  const [twice] = await ctx.tx
    .select({ id: roles.id })
    .from(roles)
    .where(
      and(
        eq(roles.groupId, input.groupId),
        eq(roles.personId, input.personId),
        eq(roles.role, input.role),
        heldOn(ctx),
      ),
    )
  if (twice)
    throw new RuleBroken(
      say("{name} is {roles} of this group already.", { name, roles: ROLES[input.role].toLowerCase() }),
      "role",
    )
  if (leftAt) await writeLeft(ctx, input.personId, null)
  const [made] = await ctx.tx
    .insert(roles)
    .values({ ...input, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: roles.id })
  await record(ctx, {
    what: "role.given",
    subject: ["person", input.personId],
    groupIds: [input.groupId],
    summary: becameInWords({
      name,
      back: leftAt !== null,
      role: (input.title ?? ROLES[input.role]).toLowerCase(),
      speaks: input.speaks ? SPEAKING[input.speaks] : null,
    }),
    to: { role: input.role, title: input.title, speaks: input.speaks, startedOn: input.startedOn },
  })
  return { id: found(made).id, personId: input.personId, name }
}

/**
 * Brings somebody into a group by name and address: whoever has the address already, or a new person. For staff; a lead
 * may so add people without an address, and invites the others (`addPerson`).
 */
export async function welcomePerson(
  ctx: Ctx,
  input: Welcome,
): Promise<{ id: string; personId: string; name: string }> {
  await ownGroup(ctx, input.groupId)
  ensure(
    mayKeepGroups(ctx.actor) || !input.email,
    say("Somebody with an address is invited, and answers themselves."),
  )
  const { main, ...person } = input
  const given = await bringInNew(ctx, person)
  if (main) await chooseMainContact(ctx, { groupId: input.groupId, personId: given.personId })
  return given
}

/** The same for whoever said yes to an invitation. Who may is settled before. */
export async function bringInNew(
  ctx: Ctx,
  { name, email, phone, ...role }: Omit<Welcome, "main">,
): Promise<{ id: string; personId: string; name: string }> {
  if (role.speaks && !email)
    throw new RuleBroken(say("Somebody who speaks for the group needs an email address to sign in."), "email")
  const [person] = email
    ? await ctx.tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    : []
  const { id: personId } =
    person ?? (await writePerson(ctx, { name, email, phone, channel: null, about: null }))
  return bringIn(ctx, { ...role, personId })
}

/** Ends a role; the history keeps it. A main contact without another role in the group is the main contact no more. */
export async function endRole(
  ctx: Ctx,
  input: EndRole,
): Promise<{ groupId: string; name: string; endedOn: string; over: boolean }> {
  const group = await ownGroup(ctx, input.groupId)
  const endedOn = input.endedOn ?? ctx.today
  const [role] = await ctx.tx
    .select({ startedOn: roles.startedOn, personId: roles.personId, role: roles.role })
    .from(roles)
    .where(and(eq(roles.id, input.roleId), eq(roles.groupId, input.groupId)))
  const { startedOn, personId, role: kind } = found(role)
  if (startedOn && endedOn < startedOn) throw new RuleBroken(say("This is before the role began."), "endedOn")
  const [ended] = await ctx.tx
    .update(roles)
    .set({ endedOn })
    .where(and(eq(roles.id, input.roleId), heldOn(ctx)))
    .returning({ id: roles.id })
  if (!ended) throw new RuleBroken(say("This role has ended already."))
  const [person] = await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const { name } = found(person)
  await record(ctx, {
    what: "role.ended",
    subject: ["person", personId],
    groupIds: [input.groupId],
    summary:
      endedOn > ctx.today
        ? say("{name} is {roles} until {endedOn}", {
            name,
            roles: ROLES[kind].toLowerCase(),
            endedOn: formatDate(endedOn),
          })
        : say("{name} is no longer {roles}", { name, roles: ROLES[kind].toLowerCase() }),
    from: { role: kind, endedOn: null },
    to: { role: kind, endedOn },
  })
  if (group.mainContactId === personId && !(await isIn(ctx, input.groupId, personId))) {
    await setMainContact(ctx, { groupId: input.groupId, personId: null })
  }
  return { groupId: input.groupId, name, endedOn, over: endedOn <= ctx.today }
}

/** Lets somebody speak for the group here, as member or lead, or no longer. */
export async function setSpeaking(ctx: Ctx, input: Speaking): Promise<{ groupId: string; name: string }> {
  await ownGroup(ctx, input.groupId)
  const [before] = await ctx.tx
    .select({ speaks: roles.speaks, personId: roles.personId, name: people.name, email: people.email })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.id, input.roleId), eq(roles.groupId, input.groupId), heldOn(ctx)))
  const { speaks, personId, name, email } = found(before)
  if (input.speaks && !email)
    throw new RuleBroken(say("{name} needs an email address to sign in. Add it first.", { name }), "speaks")
  if (speaks === input.speaks) return { groupId: input.groupId, name }
  if (input.seen !== undefined && input.seen !== speaks)
    throw new RuleBroken(
      say(
        "Somebody changed this meanwhile: {name} {speaks}. Look at the people of the group again, then choose.",
        { name, speaks: speaks ? SPEAKING[speaks] : say("no longer speaks for the group") },
      ),
    )
  await ctx.tx.update(roles).set({ speaks: input.speaks }).where(eq(roles.id, input.roleId))
  await record(ctx, {
    what: "role.speaking",
    subject: ["person", personId],
    groupIds: [input.groupId],
    summary: input.speaks
      ? `${name} ${SPEAKING[input.speaks]}`
      : say("{name} no longer speaks for the group", { name }),
    from: { speaks },
    to: { speaks: input.speaks },
  })
  return { groupId: input.groupId, name }
}

async function isIn(ctx: Ctx, groupId: string, personId: string) {
  const rows = await ctx.tx
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.groupId, groupId), eq(roles.personId, personId), heldOn(ctx)))
    .limit(1)
  return rows.length > 0
}

/** Makes one of the group's people its main contact; null for nobody. */
export async function setMainContact(
  ctx: Ctx,
  input: MainContact,
): Promise<{ groupId: string; name: string | null }> {
  await ownGroup(ctx, input.groupId)
  return chooseMainContact(ctx, input)
}

/** The same for whoever said yes to an invitation. Who may is settled before. */
export async function chooseMainContact(
  ctx: Ctx,
  input: MainContact,
): Promise<{ groupId: string; name: string | null }> {
  const { groupId, personId } = input
  await lockGroup(ctx, groupId)
  const before = await getGroup(ctx, groupId)
  if (personId && !(await isIn(ctx, groupId, personId))) {
    throw new RuleBroken(
      say("The main contact must be one of the group’s people. Add them to the group first."),
      "personId",
    )
  }
  const [person] = personId
    ? await ctx.tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
    : []
  const name = person?.name ?? null
  if (before.mainContactId === personId) return { groupId, name }
  if (input.seen !== undefined && input.seen !== before.mainContactId) {
    const now = before.mainContactId ? (await getPerson(ctx, before.mainContactId)).name : "nobody"
    throw new RuleBroken(
      say(
        "Somebody changed the main contact meanwhile: it is {now} now. Look at the people of the group again, then choose.",
        { now },
      ),
    )
  }
  await ctx.tx
    .update(groups)
    .set({ mainContactId: personId, version: before.version + 1, updatedAt: ctx.now })
    .where(eq(groups.id, groupId))
  await record(ctx, {
    what: "group.changed",
    subject: ["group", groupId],
    groupIds: [groupId],
    summary: name ? say("Made {name} the main contact", { name }) : say("There is no main contact any more"),
    from: { mainContactId: before.mainContactId },
    to: { mainContactId: personId, version: before.version + 1 },
    about: { personIds: [before.mainContactId, personId] },
  })
  return { groupId, name }
}
