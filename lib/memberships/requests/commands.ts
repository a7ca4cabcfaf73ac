import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { membershipRequests } from "@/db/schema"
import { keys, ROLES } from "@/db/vocabulary"
import { readingAll } from "../../access/audiences"
import { type Ctx, personOf } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { addGroup } from "../../groups/commands"
import { getGroup } from "../../groups/queries"
import { welcomePerson } from "../../groups/roles/commands"
import { record } from "../../journal/commands"
import { COUNTS } from "../../membership-status/period"
import { renewsItself } from "../../membership-status/words"
import { dayOf, say } from "../../words"
import { beginMembership, renewFor, renewMembership } from "../commands"
import { mayAskFor, mayKeepMemberships } from "../policy"
import { getMembershipStatus, getWaiting } from "../queries"
import { getType } from "../types/queries"
import type { Accept, Ask, Join, Refuse } from "./input"
import { postAsked, postDecided } from "./letters"
import { getRequest, type Request } from "./queries"

const joinType = async (ctx: Ctx, typeId: string) => {
  const type = await getType(ctx, typeId)
  if (type.retiredAt || !type.openToJoin)
    throw new RuleBroken(
      say("“{type}” is not open to new groups. Choose another one.", { type: type.name }),
      "typeId",
    )
  return type
}

/** Anybody asks for a group to join. The same request of the same address a second time is the first one. */
export async function askToJoin(ctx: Ctx, { typeId, ...fields }: Join): Promise<{ id: string }> {
  const type = await joinType(ctx, typeId)
  return readingAll(ctx, "whoever asks is told whether they asked before, and reads no request", () =>
    keepJoinRequest(ctx, fields, type),
  )
}

async function keepJoinRequest(
  ctx: Ctx,
  input: Omit<Join, "typeId">,
  type: Awaited<ReturnType<typeof joinType>>,
) {
  const [twice] = await ctx.tx
    .select({ id: membershipRequests.id })
    .from(membershipRequests)
    .where(
      and(
        isNull(membershipRequests.decidedAt),
        sql`${membershipRequests.said}->>'email' = ${input.email}`,
        sql`lower(${membershipRequests.said}->>'group') = ${input.group.toLowerCase()}`,
      ),
    )
  if (twice) return twice
  const [made] = await ctx.tx
    .insert(membershipRequests)
    .values({ lioId: ctx.lio.id, typeId: type.id, kind: "join", said: input, askedAt: ctx.now })
    .returning({ id: membershipRequests.id })
  const { id } = found(made)
  await record(ctx, {
    what: "membership-request.made",
    subject: ["membership-request", id],
    summary: say("{group} asked to join: {type}", { group: input.group, type: type.name }),
    to: { typeId: type.id, ...input },
    about: { email: input.email },
  })
  await postAsked(
    ctx,
    { personId: null, said: input },
    { kind: "join", typeName: type.name, ...type, group: input.group },
  )
  return { id }
}

/** Keeps the request of a group that is known, and confirms it to the person who asked. */
export async function keepRequest(
  ctx: Ctx,
  of: {
    groupId: string
    group: string
    typeId: string
    kind: "join" | "renewal"
    personId: string
    name: string
  },
) {
  if (await getWaiting(ctx, of.groupId))
    throw new RuleBroken(
      say("Your group has asked already. You hear from us as soon as somebody has looked at it."),
    )
  const type = await getType(ctx, of.typeId)
  const [made] = await ctx.tx
    .insert(membershipRequests)
    .values({
      lioId: ctx.lio.id,
      groupId: of.groupId,
      typeId: of.typeId,
      kind: of.kind,
      personId: of.personId,
      said: {},
      askedAt: ctx.now,
    })
    .returning({ id: membershipRequests.id })
  const { id } = found(made)
  await record(ctx, {
    what: "membership.asked",
    subject: ["membership-request", id],
    groupIds: [of.groupId],
    summary:
      of.kind === "join"
        ? say("{name} asked to join: {type}", { name: of.name, type: type.name })
        : say("{name} asked to renew: {type}", { name: of.name, type: type.name }),
    to: { typeId: of.typeId },
  })
  await postAsked(
    ctx,
    { personId: of.personId, said: {} },
    { kind: of.kind, typeName: type.name, feePence: type.feePence, group: of.group },
  )
  return { id }
}

/** A lead asks for their own group: to renew what it has (at once where that needs nobody's yes), or to join by a type that is open. */
export async function askForGroup(
  ctx: Ctx,
  { groupId, typeId }: Ask,
): Promise<{ groupId: string; renewed: boolean }> {
  const group = await getGroup(ctx, groupId)
  ensure(mayAskFor(ctx.actor, groupId), say("Only a lead of the group can ask for it."))
  const person = found(personOf(ctx.actor))
  const standing = await getMembershipStatus(ctx, groupId)
  const has = standing && (COUNTS.has(standing.state) || standing.state === "future")
  if (has && standing.state !== "ending" && standing.state !== "grace")
    throw new RuleBroken(say("Your group’s membership does not need to be renewed yet."))
  if (has && renewsItself(standing.type)) {
    await renewFor(ctx, group)
    return { groupId, renewed: true }
  }
  if (!has && !typeId) throw new RuleBroken(say("Choose a membership"), "typeId")
  const type = has ? standing.type : await joinType(ctx, typeId ?? "")
  await keepRequest(ctx, {
    groupId,
    group: group.name,
    typeId: type.id,
    kind: has ? "renewal" : "join",
    personId: person.personId,
    name: person.name,
  })
  return { groupId, renewed: false }
}

/** Marks a request as decided, once; RuleBroken when somebody was quicker. */
async function decide(ctx: Ctx, id: string, decision: "accepted" | "refused", reason: string | null) {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can decide about a request."))
  const request = await getRequest(ctx, id)
  const by = ctx.actor.kind === "system" ? ctx.actor.name : found(personOf(ctx.actor)).name
  const [decided] = await ctx.tx
    .update(membershipRequests)
    .set({ decidedAt: ctx.now, decision, reason, decidedBy: by })
    .where(and(eq(membershipRequests.id, id), isNull(membershipRequests.decidedAt)))
    .returning({ id: membershipRequests.id })
  if (!decided)
    throw new RuleBroken(
      say("{decidedBy} has decided about this already.", { decidedBy: request.decidedBy ?? say("Somebody") }),
    )
  return request
}

/** The group of a request: the one that asked, one that was there already, or a new one with what was said of it. */
async function groupOf(ctx: Ctx, request: Request, chosen: Accept["group"]) {
  if (request.groupId) return getGroup(ctx, request.groupId)
  if (!chosen) throw new RuleBroken(say("Choose which group this is"), "group")
  if (chosen !== "new") return getGroup(ctx, chosen)
  const { group, about, postcode, name, directory } = request.said
  const consent = directory
    ? {
        directoryConsent: directory === "yes",
        directorySaidOn: dayOf(request.askedAt, ctx.lio.timezone),
        directorySaidBy: name,
        directorySaidHow: "form" as const,
      }
    : {}
  const { id } = await addGroup(ctx, { name: group ?? "", about, postcode, stage: "enquiry", ...consent })
  return getGroup(ctx, id)
}

/** The asker becomes somebody of the group, unless they are already. */
async function welcomeAsker(
  ctx: Ctx,
  request: Request,
  groupId: string,
  speaks: Accept["speaks"],
  main: boolean,
) {
  if (request.personId) return { personId: request.personId, signsIn: true }
  const { name, email, phone, role } = request.said
  const [there] = await ctx.tx.execute<{ id: string; speaks: boolean }>(sql`
    select p.id, bool_or(r.speaks is not null) as speaks from people p join roles r on r.person_id = p.id and r.group_id = ${groupId}
      and ${isHeld(ctx)}
    where p.email = ${email ?? ""} group by p.id`)
  if (there) return { personId: there.id, signsIn: there.speaks }
  const { personId } = await welcomePerson(ctx, {
    groupId,
    name: name ?? "",
    email: email ?? null,
    phone: phone ?? null,
    main,
    role: keys(ROLES).find((one) => one === role) ?? "contact",
    title: null,
    speaks,
    startedOn: null,
  })
  return { personId, signsIn: speaks !== null }
}

/** Accepts a request: the group is settled, its membership begins or is renewed, and the asker hears of it. */
export async function acceptRequest(ctx: Ctx, { id, group: chosen, startsOn, speaks }: Accept) {
  const request = await decide(ctx, id, "accepted", null)
  const group = await groupOf(ctx, request, chosen)
  const asker = await welcomeAsker(ctx, request, group.id, speaks, group.mainContactId === null)
  const standing = await getMembershipStatus(ctx, group.id)
  const made =
    standing && COUNTS.has(standing.state)
      ? await renewMembership(ctx, { groupId: group.id, typeId: request.typeId })
      : await beginMembership(ctx, {
          groupId: group.id,
          typeId: request.typeId,
          startsOn: startsOn ?? ctx.today,
        })
  await ctx.tx
    .update(membershipRequests)
    .set({ groupId: group.id, personId: asker.personId, membershipId: made.id })
    .where(eq(membershipRequests.id, id))
  await record(ctx, {
    what: "membership.accepted",
    subject: ["membership-request", id],
    groupIds: [group.id],
    summary:
      request.kind === "join" ? say("Accepted the request to join") : say("Accepted the request to renew"),
  })
  await postDecided(
    ctx,
    { personId: asker.personId, said: request.said },
    { ...request, group: group.name },
    { decision: "accepted", groupId: group.id, endsOn: made.endsOn, signsIn: asker.signsIn },
  )
  return { id, groupId: group.id, group: group.name }
}

/** Refuses a request; the asker is told why. */
export async function refuseRequest(ctx: Ctx, { id, reason }: Refuse) {
  const request = await decide(ctx, id, "refused", reason)
  const group = request.groupName ?? request.said.group ?? say("the group")
  await record(ctx, {
    what: "membership.refused",
    subject: ["membership-request", id],
    groupIds: request.groupId ? [request.groupId] : [],
    summary:
      request.kind === "join"
        ? say("Did not accept the request of {group} to join: {reason}", { group, reason })
        : say("Did not accept the request of {group} to renew: {reason}", { group, reason }),
  })
  await postDecided(ctx, request, { ...request, group }, { decision: "refused", reason })
  return { id, group }
}
