import "server-only"
import { isNotNull } from "drizzle-orm"
import { terms } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import { reader } from "../../classification/queries"

/** Words of the LIO's lists that a group has not, and that what it says of itself points to: id → the words that do. */
export async function suggestTerms(
  ctx: Ctx,
  group: { name: string; about: string | null; termIds: string[] },
): Promise<{ id: string; name: string; because: string }[]> {
  const mapped = await ctx.tx
    .select({ id: terms.id, name: terms.name, category: terms.category, retiredAt: terms.retiredAt })
    .from(terms)
    .where(isNotNull(terms.category))
    .orderBy(terms.name)
  if (mapped.length === 0) return []
  const touched = (await reader(ctx)).touched(`${group.name} ${group.about ?? ""}`)
  return mapped.flatMap(({ id, name, category, retiredAt }) => {
    const because = touched.get(category ?? "")
    return because && !retiredAt && !group.termIds.includes(id) ? [{ id, name, because }] : []
  })
}
