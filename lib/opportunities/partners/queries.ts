import "server-only"
import { eq, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { biddingConsents } from "@/db/schema"
import { INCOME_BANDS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import { groupIdsOf, isStaff, speaksFor } from "../../access/may"
import { ensure } from "../../errors"
import { getGroup } from "../../groups/queries"
import { say } from "../../words"
import { type Capability, readCapabilities } from "../capability/queries"
import { maySeeOpportunities } from "../policy"

/** What a group has said of being found; null when it was never asked, which is no. */
export async function getBiddingConsent(ctx: Ctx, groupId: string) {
  ensure(
    speaksFor(ctx.actor, groupId) || isStaff(ctx.actor) || ctx.actor.kind === "system",
    say("Only the group and staff see that."),
  )
  const [row] = await ctx.tx.select().from(biddingConsents).where(eq(biddingConsents.groupId, groupId))
  return row ?? null
}

/** A group as it is shown to those whom it would bid with, for itself and for staff, with what it has said of being found. */
export async function getOwnCapability(ctx: Ctx, groupId: string) {
  const consent = await getBiddingConsent(ctx, groupId)
  const { id } = await getGroup(ctx, groupId)
  return { consent, capability: (await readCapabilities(ctx, [id])).get(id) ?? null }
}

/** How many groups are on a page of those that would bid together. */
export const PARTNERS_A_PAGE = 20

/** What partners are looked for by: themes and areas by id, sizes by their band. */
export type PartnerSearch = { themes: string[]; areas: string[]; bands: string[]; page: number }

/** The groups that have agreed to be found, without the asker's own: a page of them by name, and how many there are. */
export async function findPartners(
  ctx: Ctx,
  { themes, areas, bands, page }: PartnerSearch,
): Promise<{ total: number; groups: Capability[] }> {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to look for groups to bid with."))
  const known = bands.filter((band) => Object.hasOwn(INCOME_BANDS, band))
  const some = <T>(chosen: T[], condition: ReturnType<typeof sql>) =>
    chosen.length > 0 ? condition : sql`true`
  const rows = await ctx.tx.execute<{ id: string; total: number }>(sql`
    select g.id, count(*) over ()::int as total
    from bidding_consents c join groups g on g.id = c.group_id and g.removed_at is null and g.stage <> 'closed'
    where c.willing and not (g.id = any (${sql.param(groupIdsOf(ctx))}::uuid[]))
      and ${some(known, isOneOf(sql`g.income_band`, known))}
      and ${some(themes, sql`exists (select from group_terms gt where gt.group_id = g.id and ${isOneOf(sql`gt.term_id`, themes, "uuid")})`)}
      and ${some(areas, sql`exists (select from group_areas ga where ga.group_id = g.id and ${isOneOf(sql`ga.area_id`, areas, "uuid")})`)}
    order by lower(g.name), g.id limit ${PARTNERS_A_PAGE} offset ${(page - 1) * PARTNERS_A_PAGE}`)
  const ids = rows.map(({ id }) => id)
  const shown = await readCapabilities(ctx, ids)
  return { total: rows[0]?.total ?? 0, groups: ids.flatMap((id) => shown.get(id) ?? []) }
}

/** What partners can be looked for by. */
export async function listPartnerChoices(ctx: Ctx) {
  ensure(maySeeOpportunities(ctx.actor), say("Sign in to look for groups to bid with."))
  const [themes, areas] = await Promise.all([
    ctx.tx.execute<{ value: string; label: string }>(
      sql`select id as value, name as label from terms where list = 'theme' and merged_into_id is null order by name`,
    ),
    ctx.tx.execute<{ value: string; label: string }>(
      sql`select id as value, name as label from areas order by name`,
    ),
  ])
  return { themes: [...themes], areas: [...areas] }
}
