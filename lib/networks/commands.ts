import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { groups, networkGroups, networks, networkWatches } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { speaksFor } from "../access/may"
import { ensure, found, RuleBroken } from "../errors"
import { settleGroups } from "../groups/which/commands"
import { record } from "../journal/commands"
import type { NetworkSaid, Place, Watch } from "./input"
import { mayKeepNetworks } from "./policy"
import { enterNetwork, getNetwork } from "./queries"

const REFUSED = "Only workers and managers look after networks."

/** Opens a network. */
export async function openNetwork(ctx: Ctx, input: NetworkSaid) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const [made] = await ctx.tx
    .insert(networks)
    .values({ ...input, lioId: ctx.lio.id, createdAt: ctx.now })
    .returning({ id: networks.id, name: networks.name })
  const network = found(made)
  await record(ctx, {
    what: "network.opened",
    subject: ["network", network.id],
    summary: `Opened the network ${network.name}`,
  })
  return network
}

/** Says a network better. */
export async function changeNetwork(ctx: Ctx, { id, ...said }: NetworkSaid & { id: string }) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const [changed] = await ctx.tx
    .update(networks)
    .set(said)
    .where(eq(networks.id, id))
    .returning({ id: networks.id })
  found(changed)
  await record(ctx, {
    what: "network.changed",
    subject: ["network", id],
    summary: `Changed the network ${said.name}`,
    to: said,
  })
  return { id }
}

/** Closes a network: it can be read, and nothing more is said in it. */
export async function closeNetwork(ctx: Ctx, { id }: { id: string }) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const [closed] = await ctx.tx
    .update(networks)
    .set({ closedAt: ctx.now })
    .where(and(eq(networks.id, id), isNull(networks.closedAt)))
    .returning({ name: networks.name })
  if (!closed) throw new RuleBroken("This network is closed already.")
  await record(ctx, {
    what: "network.closed",
    subject: ["network", id],
    summary: `Closed the network ${closed.name}`,
  })
  return { id }
}

async function putIn(ctx: Ctx, { networkId, groupId }: Place, state: { askedAt?: Date; joinedAt?: Date }) {
  const askedBy = personOf(ctx.actor)?.personId ?? null
  const [group] = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.id, groupId), isNull(groups.removedAt)))
  found(group)
  await ctx.tx
    .insert(networkGroups)
    .values({ lioId: ctx.lio.id, networkId, groupId, askedBy, ...state })
    .onConflictDoUpdate({
      target: [networkGroups.lioId, networkGroups.networkId, networkGroups.groupId],
      set: { ...state, askedBy, leftAt: null },
    })
}

/** A group joins, by one of its people; where staff let groups in, it asks. */
export async function joinNetwork(ctx: Ctx, input: Place): Promise<{ id: string; waiting: boolean }> {
  ensure(speaksFor(ctx.actor, input.groupId), "You can only do this for a group that you speak for.")
  const network = await getNetwork(ctx, input.networkId)
  if (network.closedAt) throw new RuleBroken("This network is closed.")
  if (network.joined.some((group) => group.id === input.groupId))
    throw new RuleBroken("Your group is in this network already.")
  const waiting = network.byRequest
  await putIn(ctx, input, waiting ? { askedAt: ctx.now } : { joinedAt: ctx.now })
  await record(ctx, {
    what: waiting ? "network.asked" : "network.joined",
    subject: ["network", network.id],
    groupIds: [input.groupId],
    summary: waiting ? `Asked to join the network ${network.name}` : `Joined the network ${network.name}`,
  })
  return { id: network.id, waiting }
}

/** Staff let a group in, whether it asked or not. */
export async function letIn(ctx: Ctx, input: Place) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const network = await getNetwork(ctx, input.networkId)
  await putIn(ctx, input, { joinedAt: ctx.now })
  await record(ctx, {
    what: "network.joined",
    subject: ["network", network.id],
    groupIds: [input.groupId],
    summary: `Joined the network ${network.name}`,
  })
  return { id: network.id }
}

/** Staff put groups in by their names, as they are named for a session. */
export async function addGroups(ctx: Ctx, input: Parameters<typeof settleGroups>[1] & { networkId: string }) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  for (const group of await settleGroups(ctx, input))
    await letIn(ctx, { networkId: input.networkId, groupId: group.id })
  return { id: input.networkId }
}

/** A group leaves, or staff take it out. What it said stays. */
export async function leaveNetwork(ctx: Ctx, input: Place) {
  ensure(
    mayKeepNetworks(ctx.actor) || speaksFor(ctx.actor, input.groupId),
    "You can only do this for a group that you speak for.",
  )
  const [left] = await ctx.tx
    .update(networkGroups)
    .set({ leftAt: ctx.now })
    .where(
      and(
        eq(networkGroups.networkId, input.networkId),
        eq(networkGroups.groupId, input.groupId),
        isNull(networkGroups.leftAt),
      ),
    )
    .returning({ groupId: networkGroups.groupId })
  if (!left) throw new RuleBroken("This group is not in the network.")
  const { name } = await getNetwork(ctx, input.networkId)
  await record(ctx, {
    what: "network.left",
    subject: ["network", input.networkId],
    groupIds: [input.groupId],
    summary: `Left the network ${name}`,
  })
  return { id: input.networkId }
}

/** Says how much one wants to hear of a network. */
export async function watchNetwork(ctx: Ctx, { networkId, level }: Watch) {
  await enterNetwork(ctx, networkId)
  const personId = found(personOf(ctx.actor)).personId
  await ctx.tx
    .insert(networkWatches)
    .values({ lioId: ctx.lio.id, networkId, personId, level })
    .onConflictDoUpdate({
      target: [networkWatches.lioId, networkWatches.networkId, networkWatches.personId],
      set: { level: sql`excluded.level` },
    })
  return { id: networkId }
}
