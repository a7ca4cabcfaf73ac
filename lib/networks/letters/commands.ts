import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { isHeld } from "../../access/may"
import { postAll } from "../../email/commands"

/** What became of the place of groups in a network. */
type News = {
  networkId: string
  groupIds: string[]
  how: "let-in" | "put-in" | "not-let-in"
  reason?: string | null
}

/** Writes to who asked for these groups, or else to their leads, what became of their place in a network. */
export async function tellOfPlaces(ctx: Ctx, { networkId, groupIds, how, reason = null }: News) {
  if (groupIds.length === 0) return
  const people = await ctx.tx.execute<{
    personId: string
    groupId: string
    group: string
    network: string
    about: string | null
  }>(sql`
    select distinct r.person_id as "personId", g.id as "groupId", g.name as "group", n.name as network, n.about
    from network_groups j join networks n on n.id = j.network_id join groups g on g.id = j.group_id
    join roles r on r.group_id = j.group_id and r.speaks is not null and ${isHeld(ctx)}
      and (r.person_id = j.asked_by or (j.asked_at is null and r.speaks = 'lead'))
    where j.network_id = ${networkId} and j.group_id = any (${sql.param(groupIds)}::uuid[])`)
  await postAll(
    ctx,
    [...people].map(({ personId, groupId, group, network, about }) => ({
      letter: "network-place" as const,
      stream: how === "put-in" ? ("networks" as const) : ("service" as const),
      to: { personId },
      props: { network, about, group, how, reason, href: `/${ctx.lio.slug}/networks/${networkId}` },
      basis: { groupIds: [groupId] },
    })),
  )
}
