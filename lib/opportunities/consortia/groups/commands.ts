import "server-only"
import { and, eq, isNull, sql } from "drizzle-orm"
import { consortiumGroups, consortiumPeople } from "@/db/schema"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { isHeld } from "../../../access/may"
import { type Letter, postAll } from "../../../email/commands"
import type { OfConsortium } from "../input"

/** A group of a consortium, as a condition on its row. */
export const rowOf = ({ id, groupId }: OfConsortium) =>
  and(eq(consortiumGroups.consortiumId, id), eq(consortiumGroups.groupId, groupId))

/** Takes a group out of a consortium, and whoever came in for it out of the room. Who may is settled by who calls. */
export async function takeOut(ctx: Ctx, { id, groupId }: OfConsortium, removed = false) {
  await readingAll(ctx, "writes what the group may not read from now on", async () => {
    await ctx.tx.update(consortiumGroups).set({ leftAt: ctx.now, removed }).where(rowOf({ id, groupId }))
    await ctx.tx
      .update(consortiumPeople)
      .set({ leftAt: ctx.now })
      .where(
        and(
          eq(consortiumPeople.consortiumId, id),
          eq(consortiumPeople.groupId, groupId),
          isNull(consortiumPeople.leftAt),
        ),
      )
  })
}

type Addressed = { stream: "service"; to: { personId: string } }

/** Writes to each lead of a group. */
export async function writeToLeads(ctx: Ctx, groupId: string, letterTo: (address: Addressed) => Letter) {
  const leaders = await readingAll(ctx, "whom to write to", () =>
    ctx.tx.execute<{ personId: string }>(sql`
      select distinct r.person_id as "personId" from roles r where r.group_id = ${groupId}::uuid and r.speaks = 'lead' and ${isHeld(ctx)}`),
  )
  await postAll(
    ctx,
    leaders.map(({ personId }) => letterTo({ stream: "service", to: { personId } })),
  )
}
