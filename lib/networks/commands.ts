import "server-only"
import { and, asc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { groups, networkGroups, networks, networkWatches } from "@/db/schema"
import { type Ctx, personOf } from "../access/ctx"
import { speaksFor } from "../access/may"
import { ensure, found, NotFound, RuleBroken } from "../errors"
import { settleGroups } from "../groups/picker/commands"
import { record } from "../journal/commands"
import { leaveForStaff, settleForStaff } from "../tasks/commands"
import { whereIs } from "../tasks/words"
import { say } from "../words"
import {
  type ChangeNetwork,
  different,
  type NetworkSaid,
  type Place,
  type TurnAway,
  type TurnNetwork,
  type Watch,
} from "./input"
import { tellOfPlaces } from "./letters/commands"
import { mayKeepNetworks } from "./policy"
import { enterNetwork, getNetwork } from "./queries"

const REFUSED = say("Only workers and managers look after networks.")

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
    summary: say("Opened the network {network}", { network: network.name }),
  })
  return network
}

/** Says a network better. Refused when somebody saved it after `version`: both are then shown. */
export async function changeNetwork(ctx: Ctx, { id, version, ...fields }: ChangeNetwork) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const [changed] = await ctx.tx
    .update(networks)
    .set({ ...fields, version: version + 1 })
    .where(and(eq(networks.id, id), eq(networks.version, version)))
    .returning({ id: networks.id })
  if (!changed) {
    const now = await getNetwork(ctx, id)
    throw new RuleBroken(
      say(
        "Somebody saved changes to this network while you were typing. What they saved is shown beside what you typed. Save again to keep yours.",
      ),
      undefined,
      { ...different({ name: now.name, about: now.about }, fields), version: String(now.version) },
    )
  }
  await record(ctx, {
    what: "network.changed",
    subject: ["network", id],
    summary: say("Changed the network {fields}", { fields: fields.name }),
    to: fields,
  })
  return { id }
}

/** Closes a network: it can be read, and nothing more is said in it. Or opens it again. */
export async function turnNetwork(ctx: Ctx, { id, to }: TurnNetwork) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const close = to === "closed"
  const [turned] = await ctx.tx
    .update(networks)
    .set({ closedAt: close ? ctx.now : null })
    .where(and(eq(networks.id, id), close ? isNull(networks.closedAt) : isNotNull(networks.closedAt)))
    .returning({ name: networks.name })
  if (!turned) throw new RuleBroken(say("This network is {to} already.", { to }))
  await record(ctx, {
    what: close ? "network.closed" : "network.reopened",
    subject: ["network", id],
    summary: close
      ? say("Closed the network {network}", { network: turned.name })
      : say("Opened again the network {network}", { network: turned.name }),
  })
  return { id, to }
}

/** Where a group stands: in it, waiting, or neither. Waits for whoever is changing it at this moment. */
async function placeOf(ctx: Ctx, { networkId, groupId }: Place) {
  const [group] = await ctx.tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.id, groupId), isNull(groups.removedAt)))
  const { name } = found(group)
  const [row] = await ctx.tx
    .select()
    .from(networkGroups)
    .where(and(eq(networkGroups.networkId, networkId), eq(networkGroups.groupId, groupId)))
    .for("update")
  const here = row && !row.leftAt
  return { name, joined: Boolean(here && row.joinedAt), waiting: Boolean(here && !row.joinedAt) }
}

type State = { askedAt?: Date | null; askedBy?: string | null; joinedAt: Date | null }

async function put(ctx: Ctx, { networkId, groupId }: Place, state: State) {
  await ctx.tx
    .insert(networkGroups)
    .values({ lioId: ctx.lio.id, networkId, groupId, ...state })
    .onConflictDoUpdate({
      target: [networkGroups.lioId, networkGroups.networkId, networkGroups.groupId],
      set: { ...state, leftAt: null },
    })
}

const YOURS_ONLY = say("You can only do this for a group that you speak for.")

const whereToLetIn = ({ networkId }: Pick<Place, "networkId">) => whereIs(`networks/${networkId}/groups`)

/** A group joins, by one of its people; where staff let groups in, it asks, and staff find that among their tasks. */
export async function joinNetwork(ctx: Ctx, input: Place): Promise<{ id: string; waiting: boolean }> {
  ensure(speaksFor(ctx.actor, input.groupId), YOURS_ONLY)
  const network = await getNetwork(ctx, input.networkId)
  if (network.closedAt) throw new RuleBroken(say("This network is closed."))
  const group = await placeOf(ctx, input)
  if (group.joined) throw new RuleBroken(say("Your group is in this network already."))
  if (group.waiting) throw new RuleBroken(say("Your group has asked already. Staff will let you in."))
  const waiting = network.byRequest
  const askedBy = personOf(ctx.actor)?.personId ?? null
  await put(ctx, input, { askedBy, askedAt: ctx.now, joinedAt: waiting ? null : ctx.now })
  if (waiting)
    await leaveForStaff(ctx, [
      {
        what: say("{group} asks to join the network {network}: let it in or say why not {input}", {
          group: group.name,
          network: network.name,
          input: whereToLetIn(input),
        }),
        groupId: input.groupId,
      },
    ])
  await record(ctx, {
    what: waiting ? "network.asked" : "network.joined",
    subject: ["network", network.id],
    groupIds: [input.groupId],
    summary: waiting
      ? say("Asked to join the network {network}", { network: network.name })
      : say("Joined the network {network}", { network: network.name }),
  })
  return { id: network.id, waiting }
}

/** Of these groups, those that are not in the network, and whether they wait to be. Nobody else changes that meanwhile. */
async function listOutside(ctx: Ctx, networkId: string, groupIds: string[]) {
  const rows = await ctx.tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(isOneOf(groups.id, groupIds), isNull(groups.removedAt)))
  if (rows.length < new Set(groupIds).size) throw new NotFound(say("There is no such group."))
  const places = await ctx.tx
    .select()
    .from(networkGroups)
    .where(and(eq(networkGroups.networkId, networkId), isOneOf(networkGroups.groupId, groupIds)))
    .orderBy(asc(networkGroups.groupId))
    .for("update")
  const here = new Map(places.filter(({ leftAt }) => !leftAt).map((place) => [place.groupId, place]))
  const outside = rows.filter(({ id }) => !here.get(id)?.joinedAt)
  return outside.map(({ id }) => ({ id, waiting: here.has(id) }))
}

/** Lets groups in, whether they asked or not. Their people are told. Groups that are in stay in. */
async function letAllIn(ctx: Ctx, networkId: string, groupIds: string[]) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const network = await getNetwork(ctx, networkId)
  const outside = await listOutside(ctx, networkId, groupIds)
  const idsOf = (some: typeof outside) => some.map(({ id }) => id)
  if (outside.length === 0) return { id: network.id }
  const ofWaiting = (column: SQL) =>
    sql`case when j.left_at is null and j.joined_at is null then j.${column} end`
  await ctx.tx.execute(sql`
    insert into network_groups as j (lio_id, network_id, group_id, joined_at)
    select ${ctx.lio.id}::uuid, ${networkId}::uuid, id, ${ctx.now.toISOString()}::timestamptz
    from unnest(${sql.param(idsOf(outside))}::uuid[]) id
    on conflict (lio_id, network_id, group_id) do update set joined_at = excluded.joined_at, left_at = null,
      asked_at = ${ofWaiting(sql`asked_at`)}, asked_by = ${ofWaiting(sql`asked_by`)}`)
  const [asked, unasked] = [outside.filter(({ waiting }) => waiting), outside.filter((one) => !one.waiting)]
  await settleForStaff(ctx, whereToLetIn({ networkId }), idsOf(asked))
  await tellOfPlaces(ctx, { networkId, groupIds: idsOf(asked), how: "let-in" })
  await tellOfPlaces(ctx, { networkId, groupIds: idsOf(unasked), how: "put-in" })
  await record(ctx, {
    what: "network.joined",
    subject: ["network", network.id],
    groupIds: idsOf(outside),
    summary: say("Joined the network {network}", { network: network.name }),
  })
  return { id: network.id }
}

/** Staff let a group in, whether it asked or not. Its people are told. A group that is in stays in. */
export const letIn = (ctx: Ctx, { networkId, groupId }: Place) => letAllIn(ctx, networkId, [groupId])

/** Staff put groups in by their names, as they are named for a session. */
export async function addGroups(ctx: Ctx, input: Parameters<typeof settleGroups>[1] & { networkId: string }) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const chosen = await settleGroups(ctx, input)
  return letAllIn(
    ctx,
    input.networkId,
    chosen.map(({ id }) => id),
  )
}

async function takeOut(ctx: Ctx, { networkId, groupId }: Place) {
  await ctx.tx
    .update(networkGroups)
    .set({ leftAt: ctx.now })
    .where(and(eq(networkGroups.networkId, networkId), eq(networkGroups.groupId, groupId)))
}

/** Staff do not let a group in that asked. Who asked is told why. */
export async function turnAway(ctx: Ctx, { reason, ...input }: TurnAway) {
  ensure(mayKeepNetworks(ctx.actor), REFUSED)
  const network = await getNetwork(ctx, input.networkId)
  if (!(await placeOf(ctx, input)).waiting)
    throw new RuleBroken(say("This group does not wait to be let in."))
  await takeOut(ctx, input)
  const groupIds = [input.groupId]
  await settleForStaff(ctx, whereToLetIn(input), groupIds)
  await tellOfPlaces(ctx, { networkId: input.networkId, groupIds, how: "not-let-in", reason })
  await record(ctx, {
    what: "network.turned_away",
    subject: ["network", network.id],
    groupIds: [input.groupId],
    summary: say("Not let into the network {network}: {reason}", { network: network.name, reason }),
  })
  return { id: network.id }
}

/** A group leaves, takes back that it asked, or is taken out by staff. What it said stays. */
export async function leaveNetwork(ctx: Ctx, input: Place) {
  ensure(mayKeepNetworks(ctx.actor) || speaksFor(ctx.actor, input.groupId), YOURS_ONLY)
  const { name } = await getNetwork(ctx, input.networkId)
  const group = await placeOf(ctx, input)
  if (!group.joined && !group.waiting) throw new RuleBroken(say("This group is not in the network."))
  await takeOut(ctx, input)
  await record(ctx, {
    what: group.joined ? "network.left" : "network.unasked",
    subject: ["network", input.networkId],
    groupIds: [input.groupId],
    summary: group.joined
      ? say("Left the network {name}", { name })
      : say("No longer asks to join the network {name}", { name }),
  })
  return { id: input.networkId, group: group.name }
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
