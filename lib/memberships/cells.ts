import { eq } from "drizzle-orm"
import { memberships } from "@/db/schema"
import type { RoomCells } from "../access/room-type"
import { ensure, found, RuleBroken } from "../errors"
import { getGroup } from "../groups/queries"
import { say } from "../words"
import { payMembership } from "./commands"
import { paidInput } from "./input"
import { mayKeepMemberships } from "./policy"

/** How the cells of the list of memberships are opened and written: a row is the period that the list shows. */
export const cells: RoomCells = {
  membership: {
    async lock(ctx, id) {
      ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
      return ctx.tx
        .select({ id: memberships.id })
        .from(memberships)
        .where(eq(memberships.id, id))
        .for("update")
    },
    async open(ctx, { id }) {
      ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
      const [row] = await ctx.tx.select().from(memberships).where(eq(memberships.id, id))
      const { groupId, paidOn, feePence } = found(row)
      if (paidOn) throw new RuleBroken(say("This is paid. Change it on the group’s Membership page."))
      if (!feePence)
        throw new RuleBroken(say("There is no fee to pay. Change it on the group’s Membership page."))
      const { name } = await getGroup(ctx, groupId)
      return { name, label: say("Paid on"), kind: "day", options: [], value: [] }
    },
    async write(ctx, { id, value: [paidOn = ""] }) {
      const [row] = await ctx.tx.select().from(memberships).where(eq(memberships.id, id))
      await payMembership(ctx, paidInput.parse({ groupId: found(row).groupId, id, paidOn }))
      return id
    },
  },
}
