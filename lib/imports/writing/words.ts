import "server-only"
import { sql } from "drizzle-orm"
import type { Ctx } from "../../access/ctx"
import { record } from "../../journal/commands"
import { plural } from "../../words"
import type { Draft } from "../columns/drafts"
import { type Made, noteMade } from "../numbers/commands"

const LISTS = {
  area: { table: sql`areas`, kind: sql`kind`, word: "neighbourhood", of: (draft: Draft) => draft.areas },
  theme: { table: sql`terms`, kind: sql`list`, word: "theme", of: (draft: Draft) => draft.themes },
  client_group: {
    table: sql`terms`,
    kind: sql`list`,
    word: "client_group",
    of: (draft: Draft) => draft.clientGroups,
  },
  service: { table: sql`terms`, kind: sql`list`, word: "service", of: (draft: Draft) => draft.services },
  tag: { table: sql`terms`, kind: sql`list`, word: "tag", of: (draft: Draft) => draft.tags },
} as const
type List = keyof typeof LISTS
const LIST_NAMES = Object.keys(LISTS) as List[]
const perList = <T>(make: () => T) =>
  Object.fromEntries(LIST_NAMES.map((list) => [list, make()])) as Record<List, T>

/** The LIO's areas and words that a list names, learnt as it goes: name → id. */
export class ListWords {
  private known = perList(() => new Map<string, string>())
  /** The ids of those that the LIO did not have before. */
  readonly added = perList((): string[] => [])

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
      const same = list === "area" ? sql`` : sql`and t.list = ${list}`
      const merged = list === "area" ? sql`null::uuid` : sql`t.merged_into_id`
      const added = await ctx.tx.execute<{ id: string }>(sql`
        insert into ${table} (lio_id, ${kind}, name) select distinct on (lower(d.name)) ${ctx.lio.id}::uuid, ${word}, d.name from ${said}
        where not exists (select from ${table} t where lower(t.name) = lower(d.name) ${same}) returning id`)
      this.added[list as List].push(...added.map(({ id }) => id))
      const rows = await ctx.tx.execute<{ id: string; name: string }>(sql`
        select distinct on (lower(t.name)) coalesce(${merged}, t.id) as id, d.name from ${said} join ${table} t on lower(t.name) = lower(d.name) ${same} order by lower(t.name), t.id`)
      for (const { id, name } of rows) known.set(name.toLowerCase(), id)
    }
  }

  /** Whether every word of these rows was learnt before. */
  knows(drafts: Draft[]): boolean {
    return Object.entries(LISTS).every(([list, { of }]) =>
      drafts.every((draft) => of(draft).every((name) => this.known[list as List].has(name.toLowerCase()))),
    )
  }

  /** The ids of the areas that a row names, each once; its words must have been learnt. */
  areasOf(draft: Draft): string[] {
    return this.idsOf("area", draft)
  }

  /** The ids of its themes, client groups, services and tags. */
  termsOf(draft: Draft): string[] {
    return LIST_NAMES.flatMap((list) => (list === "area" ? [] : this.idsOf(list, draft)))
  }

  private idsOf(list: List, draft: Draft): string[] {
    const known = this.known[list]
    return [...new Set(LISTS[list].of(draft).flatMap((name) => known.get(name.toLowerCase()) ?? []))]
  }
}

/** Notes which words a list brought to the LIO's own lists, so that they go when it is taken back. */
export async function noteWords(ctx: Ctx, importId: string, { added }: ListWords) {
  const number = Object.values(added).flat().length
  if (number === 0) return
  await record(ctx, {
    what: "import.words",
    subject: ["import", importId],
    summary: `Added ${plural(number, "word")} to the lists`,
    to: added,
  })
}

/** Takes words off the LIO's lists that an import brought: those that nothing but its own groups ever used. */
export async function takeBackWords(ctx: Ctx, importId: string) {
  const ours = sql`(select g.id from groups g join events e on e.group_id = g.id and e.subject_kind = 'import' and e.subject_id = ${importId} and e.what = 'group.imported' where g.removed_at is not null)`
  for (const list of LIST_NAMES) {
    const isArea = list === "area"
    const [table, links, key] = isArea
      ? [sql`areas`, sql`group_areas`, sql`area_id`]
      : [sql`terms`, sql`group_terms`, sql`term_id`]
    const need = isArea ? sql`area_id` : sql`theme_id`
    const merged = isArea ? sql`` : sql`and not exists (select from terms o where o.merged_into_id = t.id)`
    await ctx.tx.execute(sql`
      delete from ${table} t using events e, jsonb_array_elements_text(e."to"->${list}) w(id)
      where e.subject_kind = 'import' and e.subject_id = ${importId} and e.what = 'import.words' and t.id = w.id::uuid ${merged}
        and not exists (select from ${links} l where l.${key} = t.id and l.group_id not in ${ours})
        and not exists (select from needs n where n.${need} = t.id)`)
  }
}

/** Gives groups that were known already the areas and words that a row names besides theirs, and notes which. */
export async function joinWords(
  ctx: Ctx,
  words: ListWords,
  rows: { draft: Draft; groupId: string }[],
  made: Made,
) {
  const links = {
    areas: { table: sql`group_areas`, key: sql`area_id`, of: (draft: Draft) => words.areasOf(draft) },
    themes: { table: sql`group_terms`, key: sql`term_id`, of: (draft: Draft) => words.termsOf(draft) },
  }
  for (const noted of ["areas", "themes"] as const) {
    const { table, key, of } = links[noted]
    const said = rows.flatMap(({ draft, groupId }) => of(draft).map((id) => ({ groupId, id })))
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
