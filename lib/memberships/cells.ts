import { eq } from "drizzle-orm"
import { memberships } from "@/db/schema"
import type { Ctx } from "../access/ctx"
import type { RoomCells } from "../access/room-type"
import { ensure, found, RuleBroken } from "../errors"
import { getGroup } from "../groups/queries"
import { say } from "../words"
import { payMembership } from "./commands"
import { paidInput } from "./input"
import { mayKeepMemberships } from "./policy"

/** The period that a row shows, for who may change it; `lock`: kept from others until this is done. */
async function readPeriod(ctx: Ctx, id: string, { lock = false } = {}) {
  ensure(mayKeepMemberships(ctx.actor), say("Only workers and managers can change a membership."))
  const read = ctx.tx.select().from(memberships).where(eq(memberships.id, id))
  const [row] = await (lock ? read.for("update") : read)
  return found(row)
}
const lockPeriod = (ctx: Ctx, id: string) => readPeriod(ctx, id, { lock: true })

/** How the cells of the list of memberships are opened and written: a row is the period that the list shows. */
export const cells: RoomCells = {
  membership: {
    lock: lockPeriod,
    async open(ctx, { id }) {
      const { groupId, paidOn, feePence } = await readPeriod(ctx, id)
      if (paidOn) throw new RuleBroken(say("This is paid. Change it on the group’s Membership page."))
      if (!feePence)
        throw new RuleBroken(say("There is no fee to pay. Change it on the group’s Membership page."))
      const { name } = await getGroup(ctx, groupId)
      return { name, label: say("Paid on"), kind: "day", options: [], value: [] }
    },
    async write(ctx, { id, value: [paidOn = ""] }) {
      const { groupId } = await lockPeriod(ctx, id)
      await payMembership(ctx, paidInput.parse({ groupId, id, paidOn }))
      return id
    },
  },
}
