import "server-only"
import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { consortia, consortiumGroups } from "@/db/schema"
import { readingAll, tellAudiences } from "../../access/audiences"
import { type Ctx, personIdOf } from "../../access/ctx"
import { leads } from "../../access/may"
import { ensure, found, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { say } from "../../words"
import { stillToBeHad } from "../interest/commands"
import { rowOf, takeOut, writeToLeads } from "./groups/commands"
import type { Accept, Form, OfConsortium } from "./input"
import { enterRoom, letIn } from "./people/commands"
import { bidsAlready, getConsortium, guided, isAsked, leadOf } from "./queries"

const guard = (ctx: Ctx, groupId: string) =>
  ensure(leads(ctx.actor, groupId), say("Only a lead of the group can say so."))
type Said = { id: string; title: string }

/** Nobody else brings the same groups together for this opportunity until this is done, and the group is free. */
async function ensureFree(ctx: Ctx, { opportunityId, groupId }: { opportunityId: string; groupId: string }) {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${opportunityId}, 61))`)
  if (await bidsAlready(ctx, { opportunityId, groupId }))
    throw new RuleBroken(
      say(
        "Your group is already in a consortium for this. It can’t be in two that bid against each other: leave that one first.",
      ),
    )
}

/** The lead of a group that is interested brings groups together to bid. They are the first in the room. */
export async function formConsortium(ctx: Ctx, { opportunityId, groupId }: Form): Promise<Said> {
  guard(ctx, groupId)
  const { title } = await stillToBeHad(ctx, opportunityId)
  const [interest] = await ctx.tx.execute(sql`
    select from expressions_of_interest where opportunity_id = ${opportunityId}::uuid and group_id = ${groupId}::uuid and withdrawn_at is null`)
  if (!interest) throw new RuleBroken(say("Say first that your group is interested."))
  await ensureFree(ctx, { opportunityId, groupId })
  const id = randomUUID()
  const me = found(personIdOf(ctx.actor))
  await ctx.tx
    .insert(consortia)
    .values({ lioId: ctx.lio.id, id, opportunityId, formedAt: ctx.now, formedBy: me })
  await ctx.tx.insert(consortiumGroups).values({
    ...{ lioId: ctx.lio.id, consortiumId: id, groupId, askedAs: groupId, leads: true },
    ...{ invitedAt: ctx.now, acceptedAt: ctx.now },
  })
  await letIn(ctx, { id, opportunityId }, { groupId, personId: me })
  await tellAudiences(ctx.tx, ctx.actor)
  await enterRoom(ctx, { id })
  await record(ctx, {
    what: "consortium.formed",
    subject: ["consortium", id],
    groupIds: [groupId],
    summary: say("Formed a consortium for “{title}”", { title }),
  })
  return { id, title }
}

/** Asks a group to come in: one that shows its interest, or may be found, or that staff have proposed. Its leads get an email. */
export async function askGroup(ctx: Ctx, { id, groupId }: OfConsortium): Promise<Said & { group: string }> {
  const its = await guided(ctx, id)
  const there = its.groups.find((one) => one.groupId === groupId)
  if (there && !there.renamed && (there.stands === "in" || there.stands === "asked"))
    throw new RuleBroken(say("This group has been asked already."), "groupId")
  const [known] = await ctx.tx.execute<{ name: string }>(sql`
    select g.name from groups g where g.id = ${groupId}::uuid and g.removed_at is null and g.stage <> 'closed' and (
      ${there?.stands === "proposed" || there?.renamed === true} or g.id in (select e.group_id from expressions_of_interest e
        where e.opportunity_id = ${its.opportunityId}::uuid and e.withdrawn_at is null and e.seen_by = 'interested')
      or g.id in (select b.group_id from bidding_consents b where b.willing))`)
  if (!known) throw new RuleBroken(say("Choose a group from the list."), "groupId")
  const asked = { askedAs: groupId, leads: false, invitedAt: ctx.now, ...NOT_ANSWERED }
  await ctx.tx
    .insert(consortiumGroups)
    .values({ lioId: ctx.lio.id, consortiumId: id, groupId, ...asked })
    .onConflictDoUpdate({
      target: [consortiumGroups.lioId, consortiumGroups.consortiumId, consortiumGroups.groupId],
      set: asked,
    })
  const props = {
    ...{ group: known.name, by: leadOf(its).group, title: its.title },
    url: `/${ctx.lio.slug}/consortia/${id}`,
  }
  await writeToLeads(ctx, groupId, (to) => ({ ...to, letter: "consortium-invitation", props }))
  await record(ctx, {
    what: "consortium.asked",
    subject: ["consortium", id],
    groupIds: [groupId],
    summary: say("Was asked to bid together with others for “{title}”", { title: its.title }),
  })
  return { id, title: its.title, group: known.name }
}
const NOT_ANSWERED = { acceptedAt: null, declinedAt: null, leftAt: null, removed: false }

async function asked(ctx: Ctx, input: OfConsortium) {
  guard(ctx, input.groupId)
  const its = await getConsortium(ctx, input.id)
  const own = found(its.groups.find(({ groupId }) => groupId === input.groupId))
  if (!isAsked(own) || its.dissolvedAt)
    throw new RuleBroken(say("There is no invitation to answer any more."))
  return { its, own }
}

/** A group comes in, and says who comes for it: whoever says so, or somebody else who speaks for it. */
export async function acceptInvitation(ctx: Ctx, input: Accept): Promise<Said> {
  const { its, own } = await asked(ctx, input)
  const { groupId, personId } = input
  await ensureFree(ctx, { opportunityId: its.opportunityId, groupId })
  await ctx.tx.update(consortiumGroups).set({ acceptedAt: ctx.now }).where(rowOf(input))
  await letIn(ctx, its, { groupId, personId })
  if (personId === personIdOf(ctx.actor)) await enterRoom(ctx, input)
  await record(ctx, {
    what: "consortium.joined",
    subject: ["consortium", its.id],
    groupIds: [groupId],
    summary: say("{group} bids together with others for “{title}”", { group: own.group, title: its.title }),
  })
  return { id: its.id, title: its.title }
}

/** A group doesn't come in. */
export async function declineInvitation(ctx: Ctx, input: OfConsortium): Promise<Said> {
  const { its, own } = await asked(ctx, input)
  await readingAll(ctx, "writes what the group may not read from now on", () =>
    ctx.tx.update(consortiumGroups).set({ declinedAt: ctx.now }).where(rowOf(input)),
  )
  await record(ctx, {
    what: "consortium.declined",
    subject: ["consortium", its.id],
    groupIds: [input.groupId],
    summary: say("{group} doesn’t bid together with others for “{title}”", {
      group: own.group,
      title: its.title,
    }),
  })
  return { id: its.id, title: its.title }
}

/** A group leaves, and all who came in for it. The one that leads hands that over first. */
export async function leaveConsortium(ctx: Ctx, input: OfConsortium): Promise<Said> {
  guard(ctx, input.groupId)
  const its = await getConsortium(ctx, input.id)
  const own = found(its.groups.find(({ groupId, stands }) => groupId === input.groupId && stands === "in"))
  if (own.leads)
    throw new RuleBroken(say("Your group leads. Let another group lead first, or end the consortium."))
  await takeOut(ctx, input)
  await record(ctx, {
    what: "consortium.left",
    subject: ["consortium", its.id],
    groupIds: [input.groupId],
    summary: say("{group} no longer bids together with others for “{title}”", {
      group: own.group,
      title: its.title,
    }),
  })
  return { id: its.id, title: its.title }
}

/** Another group of the consortium leads from now on. */
export async function handLead(ctx: Ctx, { id, groupId }: OfConsortium): Promise<Said> {
  const its = await guided(ctx, id)
  const next = its.groups.find((one) => one.groupId === groupId && one.stands === "in" && !one.renamed)
  if (!next) throw new RuleBroken(say("Choose a group of this consortium."), "groupId")
  await ctx.tx
    .update(consortiumGroups)
    .set({ leads: sql`${consortiumGroups.groupId} = ${groupId}::uuid` })
    .where(eq(consortiumGroups.consortiumId, id))
  await record(ctx, {
    what: "consortium.lead_changed",
    subject: ["consortium", id],
    groupIds: its.groups.filter((one) => one.stands === "in").map((one) => one.groupId),
    summary: say("Another group leads the consortium for “{title}”", { title: its.title }),
  })
  return { id, title: its.title }
}

/** The consortium ends. Its people can still read their room. */
export async function dissolveConsortium(ctx: Ctx, { id }: { id: string }): Promise<Said> {
  const its = await guided(ctx, id)
  await ctx.tx.update(consortia).set({ dissolvedAt: ctx.now }).where(eq(consortia.id, id))
  await record(ctx, {
    what: "consortium.dissolved",
    subject: ["consortium", id],
    groupIds: its.groups.filter((one) => one.stands === "in").map((one) => one.groupId),
    summary: say("The consortium for “{title}” ended", { title: its.title }),
  })
  return { id, title: its.title }
}
