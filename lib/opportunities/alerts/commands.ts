import "server-only"
import { and, eq, sql } from "drizzle-orm"
import { opportunityAlerts } from "@/db/schema"
import { type Ctx, personIdOf } from "../../access/ctx"
import { ensure, found, RuleBroken } from "../../errors"
import { unreadIn } from "../../lists/words"
import { say } from "../../words"
import { opportunityList } from "../list/filters"
import { maySeeOpportunities } from "../policy"
import { MOST_ALERTS, type SaveAlert } from "./input"
import { searchOf, searchQuery } from "./queries"

function personOf(ctx: Ctx): string {
  const personId = maySeeOpportunities(ctx.actor) ? personIdOf(ctx.actor) : null
  ensure(personId !== null, say("Sign in to be told of new opportunities."))
  return personId ?? ""
}

/** Keeps a search of the asker's: what is new and fits it stands in their digest. The same search twice is one. */
export async function saveAlert(ctx: Ctx, { name, query: typed }: SaveAlert): Promise<{ name: string }> {
  const personId = personOf(ctx)
  const query = searchQuery(typed)
  const [unread] = unreadIn(opportunityList.filters, searchOf(typed))
  if (unread) throw new RuleBroken(unread)
  await ctx.tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('opportunity_alerts'), hashtext(${personId}))`,
  )
  const mine = eq(opportunityAlerts.personId, personId)
  const known = await ctx.tx.select({ query: opportunityAlerts.query }).from(opportunityAlerts).where(mine)
  if (!known.some((one) => one.query === query) && known.length >= MOST_ALERTS)
    throw new RuleBroken(
      say("You have {most} alerts already. Remove one first, so that your digest stays short.", {
        most: MOST_ALERTS,
      }),
    )
  await ctx.tx
    .insert(opportunityAlerts)
    .values({ lioId: ctx.lio.id, personId, name, query, savedAt: ctx.now })
    .onConflictDoUpdate({
      target: [opportunityAlerts.lioId, opportunityAlerts.personId, opportunityAlerts.query],
      set: { name },
    })
  return { name }
}

/** Forgets a search of the asker's. */
export async function removeAlert(ctx: Ctx, { id }: { id: string }): Promise<{ name: string }> {
  const personId = personOf(ctx)
  const [gone] = await ctx.tx
    .delete(opportunityAlerts)
    .where(and(eq(opportunityAlerts.id, id), eq(opportunityAlerts.personId, personId)))
    .returning({ name: opportunityAlerts.name })
  return found(gone)
}
