import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { EVIDENCE_STRENGTHS, NEED_ENDINGS, NEED_STATUSES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { List } from "../../access/list-type"
import {
  dayFilter,
  oneOfWords,
  someOfChoices,
  someOfWords,
  tickedFilter,
  wordsFilter,
} from "../../lists/filters"
import { fewColumns } from "../../lists/input"
import { say } from "../../words"
import { mayReadNeeds } from "../policy"
import { listNeedChoices } from "../queries"
import { LAST_STATUS } from "../steps/queries"

const IN_STATE: Record<string, SQL> = {
  open: sql`n.closed_at is null`,
  closed: sql`n.closed_at is not null`,
  all: sql`true`,
}

/** An id, or "none" for what has no area or no theme. */
const NONE_TOO = /^(none|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/

async function choicesOf(ctx: Ctx) {
  const { areas, themes } = await listNeedChoices(ctx)
  const asOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  return {
    areas: [...areas.map(asOption), { value: "none", label: say("The whole district") }],
    themes: [...themes.map(asOption), { value: "none", label: say("No theme") }],
  }
}

/** The columns of the list, the one that names a row first. */
export const NEED_COLUMNS = {
  title: say("What is needed"),
  area: say("Area"),
  theme: say("Theme"),
  groups: say("Groups that said so"),
  status: say("Where it stands"),
  state: say("State"),
}

/** The register of needs; a need is `n` in its conditions. */
export const needList: List = {
  name: "needs",
  everything: say("Open needs"),
  filters: [
    wordsFilter({
      name: "q",
      label: say("Words in the need"),
      field: { search: true },
      inWords: (words) => say("Contains “{words}”", { words }),
      where: (_, [q = ""]) => sql`n.id in (select id from search_ids('need', ${q}, true))`,
    }),
    tickedFilter(sql`n.id`, say("a need")),
    someOfChoices({
      name: "area",
      label: say("Area"),
      from: "areas",
      empty: say("Any area"),
      missing: say("an area that isn’t on your list"),
      form: NONE_TOO,
      where: (
        _,
        ids,
      ) => sql`(exists (select from need_areas na where na.need_id = n.id and na.area_id::text = any (${sql.param(ids)}::text[]))
        or ('none' = any (${sql.param(ids)}::text[]) and not exists (select from need_areas na where na.need_id = n.id)))`,
    }),
    someOfChoices({
      name: "theme",
      label: say("Theme"),
      from: "themes",
      empty: say("Any theme"),
      missing: say("a theme that isn’t on your list"),
      form: NONE_TOO,
      where: (
        _,
        ids,
      ) => sql`(exists (select from need_themes nt join terms t on t.id::text = any (${sql.param(ids)}::text[])
          where nt.need_id = n.id and nt.term_id = coalesce(t.merged_into_id, t.id))
        or ('none' = any (${sql.param(ids)}::text[]) and not exists (select from need_themes nt where nt.need_id = n.id)))`,
    }),
    someOfWords({
      name: "strength",
      label: say("Evidence"),
      words: EVIDENCE_STRENGTHS,
      where: (_, strengths) => isOneOf(sql`n.strength`, strengths),
    }),
    someOfWords({
      name: "status",
      label: say("Where it stands"),
      words: NEED_STATUSES,
      where: (_, statuses) => isOneOf(LAST_STATUS, statuses),
    }),
    someOfWords({
      name: "ending",
      label: say("What became of it"),
      words: NEED_ENDINGS,
      where: (_, endings) => isOneOf(sql`n.ending`, endings),
    }),
    dayFilter({ name: "from", label: say("Added from"), column: sql`n.created_at::date`, sign: ">=" }),
    dayFilter({ name: "to", label: say("Added until"), column: sql`n.created_at::date`, sign: "<=" }),
    dayFilter({ name: "closed", label: say("Closed from"), column: sql`n.closed_at::date`, sign: ">=" }),
    dayFilter({ name: "closed-to", label: say("Closed until"), column: sql`n.closed_at::date`, sign: "<=" }),
    oneOfWords({
      name: "state",
      label: say("State"),
      words: { open: say("Open"), closed: say("Closed"), all: say("Both") },
      tab: { usual: () => "open" },
      where: (_, [state = "open"]) => IN_STATE[state] ?? sql`false`,
    }),
  ],
  columns: fewColumns(NEED_COLUMNS),
  choices: choicesOf,
  from: () => sql`needs n`,
  maySee: mayReadNeeds,
}
