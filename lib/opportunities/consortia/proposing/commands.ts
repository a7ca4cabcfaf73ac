import "server-only"
import { sql } from "drizzle-orm"
import { consortiumGroups } from "@/db/schema"
import type { Ctx } from "../../../access/ctx"
import { ensure, RuleBroken } from "../../../errors"
import { record } from "../../../journal/commands"
import { say } from "../../../words"
import { mayKeepOpportunities } from "../../policy"
import type { ProposeGroup } from "../input"
import { getConsortium } from "../queries"

/** Staff propose a group that can’t be found otherwise. Whether it’s asked is for the consortium to say, and it hears nothing before. */
export async function proposeGroup(
  ctx: Ctx,
  { id, name }: ProposeGroup,
): Promise<{ id: string; group: string }> {
  ensure(mayKeepOpportunities(ctx.actor), say("Only workers and managers can propose a group."))
  const its = await getConsortium(ctx, id)
  if (its.dissolvedAt) throw new RuleBroken(say("This consortium has ended."))
  const some = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select g.id, g.name from groups g where lower(g.name) = lower(${name}) and g.removed_at is null and g.stage <> 'closed' limit 2`)
  const [group] = some
  if (!group || some.length > 1)
    throw new RuleBroken(say("Enter the name of one group, just as it stands on your list."), "name")
  const [made] = await ctx.tx
    .insert(consortiumGroups)
    .values({ lioId: ctx.lio.id, consortiumId: id, groupId: group.id, askedAs: group.id })
    .onConflictDoNothing()
    .returning({ id: consortiumGroups.id })
  if (!made) throw new RuleBroken(say("This group has been asked or proposed already."), "name")
  await record(ctx, {
    what: "consortium.proposed",
    subject: ["consortium", id],
    summary: say("Proposed {group} to those who bid for “{title}”", { group: group.name, title: its.title }),
  })
  return { id, group: group.name }
}
