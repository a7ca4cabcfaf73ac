import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { groups, lios, proposals } from "@/db/schema"
import { type Ctx, personOf } from "../../access/ctx"
import { post, UNDO_MINUTES } from "../../email/commands"
import { ensure, found, NotFound, RuleBroken } from "../../errors"
import { record } from "../../journal/commands"
import { setOptions } from "../../lios/commands"
import { say } from "../../words"
import { changeGroup, type Saved } from "../commands"
import type { ChangeGroup } from "../input"
import { type Group, getGroup } from "../queries"
import { factInWords, fieldLabel, fieldsInWords, ownLabel } from "../words"
import { asFields, type Decide, type OwnPages } from "./input"
import { mayChooseApprovals, mayDecide, mayPropose } from "./policy"
import { listApproved, listWaiting } from "./queries"

type Changes = Record<string, [unknown, unknown]>
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** Chooses what of the groups' own words staff want to see first, and whether groups are asked each year. */
export async function chooseOwnPages(ctx: Ctx, input: OwnPages) {
  ensure(mayChooseApprovals(ctx.actor), say("Only a manager can choose this."))
  const [before] = await ctx.tx
    .select({ approves: lios.approves, asksYearly: lios.asksYearly })
    .from(lios)
    .where(eq(lios.id, ctx.lio.id))
  await setOptions(ctx, input)
  await record(ctx, {
    what: "lio.own_pages",
    subject: ["lio", ctx.lio.id],
    summary: say("Changed what groups may say on their own pages"),
    from: before,
    to: input,
  })
}

/** Keeps the changes of one person that wait; without any left, nothing waits any more. */
async function keepWaiting(ctx: Ctx, groupId: string, personId: string, changes: Changes) {
  const mine = and(
    eq(proposals.groupId, groupId),
    eq(proposals.personId, personId),
    isNull(proposals.decidedAt),
  )
  if (Object.keys(changes).length === 0) {
    await ctx.tx.delete(proposals).where(mine)
    return
  }
  const updated = await ctx.tx
    .update(proposals)
    .set({ changes, askedAt: ctx.now })
    .where(mine)
    .returning({ id: proposals.id })
  if (updated.length === 0)
    await ctx.tx.insert(proposals).values({ lioId: ctx.lio.id, groupId, personId, changes, askedAt: ctx.now })
}

/** Puts what a lead wants to the staff. What says the same as is kept takes an earlier wish of theirs back. */
async function propose(ctx: Ctx, group: Group, wanted: Record<string, unknown>): Promise<string[]> {
  const me = found(personOf(ctx.actor))
  await ctx.tx.select({ id: groups.id }).from(groups).where(eq(groups.id, group.id)).for("update")
  const waiting = await listWaiting(ctx, group.id)
  const before: Changes = waiting.find(({ personId }) => personId === me.personId)?.changes ?? {}
  const mine: Changes = { ...before }
  const requested: string[] = []
  for (const [field, to] of Object.entries(wanted)) {
    const from = group[field as keyof Group] ?? null
    if (same(from, to)) delete mine[field]
    else if (!waiting.some(({ changes }) => changes[field] && same(changes[field][1], to))) {
      mine[field] = [from, to]
      requested.push(field)
    }
  }
  if (same(mine, before)) return []
  await keepWaiting(ctx, group.id, me.personId, mine)
  if (requested.length > 0)
    await record(ctx, {
      what: "group.proposed",
      subject: ["group", group.id],
      groupIds: [group.id],
      summary: say("Asked for a change: {requested}", {
        requested: requested.map((field) => fieldLabel(field).toLowerCase()).join(", "),
      }),
      from: Object.fromEntries(requested.map((field) => [field, mine[field]?.[0]])),
      to: Object.fromEntries(requested.map((field) => [field, mine[field]?.[1]])),
    })
  return requested
}

/**
 * What somebody says of a group: staff change it at once; of a lead's changes, those to fields that the staff want to
 * see first wait for them, and the others are saved at once.
 */
export async function describeGroup(
  ctx: Ctx,
  id: string,
  input: ChangeGroup,
): Promise<Saved & { waiting: string[] }> {
  if (!mayPropose(ctx.actor, id)) return { ...(await changeGroup(ctx, id, input)), waiting: [] }
  const approved = await listApproved(ctx)
  const { version, ...fields } = input
  const held = Object.entries(fields).filter(([field, to]) => approved.has(field) && to !== undefined)
  const free = Object.fromEntries(Object.entries(fields).filter(([field]) => !approved.has(field)))
  const group = await getGroup(ctx, id)
  const saved = await changeGroup(ctx, id, { version, ...free })
  const waiting = await propose(ctx, group, Object.fromEntries(held))
  return { ...saved, waiting: waiting.map(ownLabel) }
}

/** A proposal that waits, kept from other hands until this is done. */
async function waitingOne(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.select().from(proposals).where(eq(proposals.id, id)).for("update")
  return row
}

/** Takes back what a lead of the group asked for. */
export async function withdrawProposal(ctx: Ctx, { id }: { id: string }): Promise<{ groupId: string }> {
  const proposal = found(await waitingOne(ctx, id))
  if (!mayPropose(ctx.actor, proposal.groupId)) throw new NotFound(say("There is nothing here."))
  if (proposal.decidedAt) throw new RuleBroken(say("The staff have answered this already."))
  await ctx.tx.delete(proposals).where(eq(proposals.id, id))
  await record(ctx, {
    what: "group.proposal_withdrawn",
    subject: ["group", proposal.groupId],
    groupIds: [proposal.groupId],
    summary: say("Took back the wish to change: {changes}", {
      changes: Object.keys(proposal.changes)
        .map((field) => fieldLabel(field).toLowerCase())
        .join(", "),
    }),
    from: Object.fromEntries(Object.entries(proposal.changes).map(([field, [, to]]) => [field, to])),
  })
  return { groupId: proposal.groupId }
}

/** Takes over all, some or none of what a lead asked for, and tells them. */
export async function decideProposal(
  ctx: Ctx,
  input: Decide,
): Promise<{ id: string; group: string; accepted: string[] }> {
  ensure(mayDecide(ctx.actor), say("Only staff who keep the list can decide this."))
  const proposal = found(await waitingOne(ctx, input.id))
  if (proposal.decidedAt)
    throw new RuleBroken(
      say("{decidedBy} has answered this already.", { decidedBy: proposal.decidedBy ?? "" }),
    )
  const fields = Object.keys(proposal.changes)
  const accepted = input.what === "accept" ? fields.filter((field) => input.accept.includes(field)) : []
  const refused = fields.filter((field) => !accepted.includes(field))
  if (input.what === "accept" && accepted.length === 0)
    throw new RuleBroken(say("Tick what you accept, or press “Refuse all of it”."), "accept")
  if (refused.length > 0 && !input.note)
    throw new RuleBroken(say("Say why in a sentence: the person who asked reads it."), "note")
  const group = await getGroup(ctx, proposal.groupId)
  if (accepted.length > 0) {
    const wanted = Object.fromEntries(accepted.map((field) => [field, proposal.changes[field]?.[1] ?? null]))
    // The words are the group's own, whoever lets them in.
    const theirs = { ...ctx, via: "member" as const }
    await changeGroup(theirs, group.id, { ...asFields(wanted), version: input.version })
  }
  const by = "name" in ctx.actor ? ctx.actor.name : ctx.lio.name
  await ctx.tx
    .update(proposals)
    .set({ decidedAt: ctx.now, decidedBy: by, accepted, note: input.note })
    .where(eq(proposals.id, input.id))
  await record(ctx, {
    what: "group.proposal_decided",
    subject: ["group", group.id],
    groupIds: [group.id],
    summary: [
      accepted.length > 0 ? say("Accepted: {fields}.", { fields: fieldsInWords(accepted) }) : "",
      refused.length > 0 ? say("Refused: {fields}.", { fields: fieldsInWords(refused) }) : "",
      input.note ?? "",
    ]
      .filter(Boolean)
      .join(" "),
    to: { accepted, refused, note: input.note },
  })
  const line = (field: string) => ({
    label: ownLabel(field),
    said: factInWords(field, proposal.changes[field]?.[1]) ?? say("Nothing"),
  })
  await post(ctx, {
    letter: "proposal-decided",
    stream: "service",
    waits: UNDO_MINUTES,
    to: { personId: proposal.personId },
    props: {
      group: group.name,
      accepted: accepted.map(line),
      refused: refused.map(line),
      note: input.note,
      url: `/${ctx.lio.slug}/groups/${group.id}/details`,
    },
    basis: { groupIds: [group.id] },
  })
  return { id: input.id, group: group.name, accepted: accepted.map(fieldLabel) }
}
