import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { asSystem } from "../../access/doors"
import type { Draft } from "../columns/drafts"

/** Makes new groups findable by what `findableRows` says of them; they are written in another transaction at the same time. */
export type MakeFindable = (said: string) => Promise<unknown>

/** The words of new groups by which they are found, as JSON. */
export const findableRows = (groups: (Draft & { id: string })[]) =>
  JSON.stringify(
    groups.map(({ id, name, alsoKnownAs, about, address, postcode }) => ({
      id,
      name,
      also_known_as: alsoKnownAs ?? undefined,
      about: about ?? undefined,
      address: address ?? undefined,
      postcode: postcode ?? undefined,
    })),
  )

/**
 * For a long list: search entries of its new groups are written on a second connection, beside the groups, which is
 * a third of the work (decision 014). When `work` fails, neither is kept.
 */
export async function findingBeside<T>(ctx: Ctx, work: (find: MakeFindable) => Promise<T>): Promise<T> {
  await ctx.tx.execute(sql`select set_config('app.search_beside', 'on', true)`)
  return asSystem(ctx.lio.id, async (beside) => {
    await beside.tx.execute(sql`select lose_strays()`)
    const result = await work((said) => beside.tx.execute(sql`select find_beside(${said}::json)`))
    await beside.tx.execute(sql`select tidy_search()`)
    await ctx.tx.execute(sql`select set_config('app.search_beside', '', true)`)
    return result
  })
}
