import { sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import type { List } from "../../access/list-type"
import { someOfChoices, someOfWords, tabFilter, tickFilter, wordsFilter } from "../../lists/filters"
import { fewColumns } from "../../lists/input"
import { say } from "../../words"
import { BROKEN_AFTER } from "../input"
import { maySeeLibrary } from "../policy"

/** The columns of the list, the one that names a row first. */
export const RESOURCE_COLUMNS = {
  title: say("Resource"),
  kind: say("What it is"),
  themes: say("Themes"),
  readers: say("Who can open it"),
  owner: say("Owner"),
  review: say("Review due"),
  used: say("Used"),
}

/** The library; a resource is `r` in its conditions. */
export const resourceList: List = {
  name: "resources",
  everything: say("All resources in use"),
  filters: [
    tabFilter({
      name: "show",
      label: say("In use or retired"),
      words: { used: say("In use"), retired: say("Retired") },
      tab: { usual: () => "used" },
      where: (_, [show]) => (show === "retired" ? sql`r.retired_at is not null` : sql`r.retired_at is null`),
    }),
    wordsFilter({
      name: "q",
      label: say("Words in the resource"),
      field: { search: true },
      first: true,
      inWords: (words) => say("Contains “{words}”", { words }),
      where: (_, [q = ""]) =>
        sql`(r.id in (select id from search_ids('resource', ${q}, true)) or r.retired_at is not null and strpos(lower(r.title), lower(${q})) > 0)`,
    }),
    someOfWords({
      name: "kind",
      label: say("What it is"),
      words: RESOURCE_KINDS,
      first: true,
      empty: say("Anything"),
      where: (_, kinds) => isOneOf(sql`r.kind`, kinds),
    }),
    someOfChoices({
      name: "theme",
      label: say("Theme"),
      first: true,
      from: "themes",
      empty: say("Any theme"),
      missing: say("a theme that isn’t on your list"),
      where: (_, ids) =>
        sql`exists (select from resource_terms rt where rt.resource_id = r.id and ${isOneOf(sql`rt.term_id`, ids, "uuid")})`,
    }),
    someOfWords({
      name: "readers",
      label: say("Who can open it"),
      words: RESOURCE_READERS,
      where: (_, readers) => isOneOf(sql`r.open_to`, readers),
    }),
    tickFilter({
      name: "due",
      label: say("Review due"),
      where: ({ today }) => sql`r.review_on <= ${today}::date`,
    }),
    tickFilter({
      name: "broken",
      label: say("Link doesn’t work"),
      where: () => sql`r.link_failures >= ${BROKEN_AFTER}`,
    }),
  ],
  columns: fewColumns(RESOURCE_COLUMNS),
  choices: async (ctx) => ({
    themes: [
      ...(await ctx.tx.execute<{ value: string; label: string }>(
        sql`select t.id as value, t.name as label from terms t where t.list = 'theme' and t.merged_into_id is null order by t.name`,
      )),
    ],
  }),
  from: () => sql`resources r where true`,
  maySee: maySeeLibrary,
}
