import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../../access/ctx"
import type { Draft } from "../columns/drafts"
import { type Made, noteMade } from "../numbers/commands"

const LISTS = {
  area: { table: sql`areas`, kind: sql`kind`, word: "neighbourhood", of: (draft: Draft) => draft.areas },
  theme: { table: sql`terms`, kind: sql`list`, word: "theme", of: (draft: Draft) => draft.themes },
} as const
type List = keyof typeof LISTS

/** The LIO's areas and themes that a list names, learnt as it goes: name → id. */
export class ListWords {
  private known = { area: new Map<string, string>(), theme: new Map<string, string>() }

  /** Looks up the words of some rows; those that the LIO does not have yet are added to its lists. */
  async learn(ctx: Ctx, drafts: Draft[]) {
    for (const [list, { table, kind, word, of }] of Object.entries(LISTS)) {
      const known = this.known[list as List]
      const fresh = new Map(
        drafts
          .flatMap(of)
          .flatMap((name) => (known.has(name.toLowerCase()) ? [] : [[name.toLowerCase(), name]])),
      )
      if (fresh.size === 0) continue
      const names = JSON.stringify([...fresh.values()].map((name) => ({ name })))
      const said = sql`json_to_recordset(${names}::json) as d(name text)`
      const same = list === "theme" ? sql`and t.list = 'theme'` : sql``
      const merged = list === "theme" ? sql`t.merged_into_id` : sql`null::uuid`
      await ctx.tx.execute(sql`
        insert into ${table} (lio_id, ${kind}, name) select distinct on (lower(d.name)) ${ctx.lio.id}::uuid, ${word}, d.name from ${said}
        where not exists (select from ${table} t where lower(t.name) = lower(d.name) ${same})`)
      const rows = await ctx.tx.execute<{ id: string; name: string }>(sql`
        select distinct on (lower(t.name)) coalesce(${merged}, t.id) as id, d.name from ${said} join ${table} t on lower(t.name) = lower(d.name) ${same} order by lower(t.name), t.id`)
      for (const { id, name } of rows) known.set(name.toLowerCase(), id)
    }
  }

  /** The ids of words that were learnt, each once. */
  idsOf(list: List, names: string[]): string[] {
    return [...new Set(names.flatMap((name) => this.known[list].get(name.toLowerCase()) ?? []))]
  }
}

/** Gives groups that were known already the areas and themes that a row names besides theirs, and notes which. */
export async function joinWords(
  ctx: Ctx,
  words: ListWords,
  rows: { draft: Draft; groupId: string }[],
  made: Made,
) {
  const links = {
    area: { table: sql`group_areas`, key: sql`area_id`, noted: "areas" },
    theme: { table: sql`group_terms`, key: sql`term_id`, noted: "themes" },
  } as const
  for (const [list, { table, key, noted }] of Object.entries(links)) {
    const said = rows.flatMap(({ draft, groupId }) =>
      words.idsOf(list as List, LISTS[list as List].of(draft)).map((id) => ({ groupId, id })),
    )
    if (said.length === 0) continue
    noteMade(
      made,
      noted,
      await ctx.tx.execute<{ groupId: string; what: string }>(sql`
        insert into ${table} (lio_id, group_id, ${key}) select ${ctx.lio.id}::uuid, d."groupId", d.id
        from json_to_recordset(${JSON.stringify(said)}::json) as d("groupId" uuid, id uuid) on conflict do nothing
        returning group_id as "groupId", ${key} as what`),
    )
  }
}
