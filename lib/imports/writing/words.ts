import "server-only"
import type { Ctx } from "../../access/ctx"
import { record } from "../../journal/commands"
import { dropUnusedAreas, keepAreaNames } from "../../lios/areas/commands"
import { dropUnusedTerms, keepTermNames } from "../../word-lists/importing/commands"
import { sayCount } from "../../words"
import type { Draft } from "../columns/drafts"

/** The LIO's lists that a row may name words of, and where a draft has them. */
const LISTS = {
  area: "areas",
  theme: "themes",
  client_group: "clientGroups",
  service: "services",
  tag: "tags",
} as const
type List = keyof typeof LISTS
const LIST_NAMES = Object.keys(LISTS) as List[]
const perList = <T>(make: () => T) =>
  Object.fromEntries(LIST_NAMES.map((list) => [list, make()])) as Record<List, T>

/** The LIO's areas and words that a list names, looked up as it goes. */
export class ListWords {
  private ids = perList(() => new Map<string, string>())
  /** The ids of those that the LIO did not have before. */
  readonly added = perList((): string[] => [])

  /** Looks up the words of some rows; those that the LIO does not have yet are added to its lists. */
  async lookUp(ctx: Ctx, drafts: Draft[]) {
    for (const list of LIST_NAMES) {
      const ids = this.ids[list]
      const names = drafts
        .flatMap((draft) => draft[LISTS[list]])
        .filter((name) => !ids.has(name.toLowerCase()))
      if (names.length === 0) continue
      const once = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
      const found = await (list === "area" ? keepAreaNames(ctx, once) : keepTermNames(ctx, list, once))
      for (const [name, id] of found.ids) ids.set(name, id)
      this.added[list].push(...found.added)
    }
  }

  /** The ids of what a row names on one of these lists, each once; it must have been looked up. */
  idsOf(draft: Draft, which: "areas" | "terms"): string[] {
    const lists = LIST_NAMES.filter((list) => (list === "area") === (which === "areas"))
    const ids = lists.flatMap((list) =>
      draft[LISTS[list]].flatMap((name) => this.ids[list].get(name.toLowerCase()) ?? []),
    )
    return [...new Set(ids)]
  }
}

/** Notes which words a list added to the LIO's own lists, so that they go when it is taken back. */
export async function noteWords(ctx: Ctx, importId: string, { added }: ListWords) {
  const number = Object.values(added).flat().length
  if (number === 0) return
  await record(ctx, {
    what: "import.words",
    subject: ["import", importId],
    summary: sayCount(number, {
      one: "Added {count} word to the lists",
      other: "Added {count} words to the lists",
    }),
    to: added,
  })
}

/** Takes those off the LIO's lists again that nothing but groups of the import (`groupIds`, gone now) ever used. */
export async function takeBackWords(ctx: Ctx, added: Record<string, string[]>, groupIds: string[]) {
  const { area = [], ...terms } = added
  await dropUnusedAreas(ctx, area, groupIds)
  await dropUnusedTerms(ctx, Object.values(terms).flat(), groupIds)
}
