import type { Query } from "@/app/_http/visit"
import type { Ctx } from "@/lib/access/ctx"
import { ensure, found } from "@/lib/errors"
import { getGroupHeader } from "@/lib/groups/queries"
import { mayKeepMemberships } from "@/lib/memberships/policy"
import { getMembershipStatus, listPeriods } from "@/lib/memberships/queries"
import { say } from "@/lib/words"

/** The group and the period that a form is about: the one in the address, or the one that speaks for the group. */
export async function readPeriod(ctx: Ctx, query: Query, groupId: string) {
  const group = await getGroupHeader(ctx, groupId)
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const wanted =
    typeof query.period === "string"
      ? (await listPeriods(ctx, groupId)).find(({ id }) => id === query.period)
      : await getMembershipStatus(ctx, groupId)
  return { group, period: found(wanted) }
}
