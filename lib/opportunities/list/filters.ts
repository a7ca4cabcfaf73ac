import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { CPV_DIVISIONS, OPPORTUNITY_TABS, REGIONS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { List } from "../../access/list-type"
import { sumMaybe } from "../../funding/input"
import {
  dayFilter,
  someOfChoices,
  someOfWords,
  tabFilter,
  tickFilter,
  wordsFilter,
} from "../../lists/filters"
import { fewColumns } from "../../lists/input"
import { formatMoney, say } from "../../words"
import { maySeeOpportunities } from "../policy"

/** The columns of the list, the one that names a row first. */
export const OPPORTUNITY_COLUMNS = {
  title: say("Opportunity"),
  buyer: say("Buyer"),
  closes: say("Bids by"),
  value: say("Worth up to"),
  place: say("Where"),
  kind: say("What it’s about"),
  source: say("From"),
}

/** Where an opportunity comes from, as it stands in the address. */
const SOURCE = sql`coalesce(regexp_replace(lower(o.source), '[^a-z0-9]+', '-', 'g'), 'hand')`

const CLOSING_DAYS = 14
const nowOf = (ctx: Ctx) => sql`${ctx.now.toISOString()}::timestamptz`
/** Whether an opportunity of a row called `o` is still to be bid for, as far as anybody knows. */
export const notOver = (ctx: Ctx) =>
  sql`o.stands in ('open', 'planned') and (o.closes_at is null or o.closes_at > ${nowOf(ctx)})`

/** The rows of each tab. An opportunity that is hidden stands only among the hidden ones. */
const TABS: Record<keyof typeof OPPORTUNITY_TABS, (ctx: Ctx) => SQL> = {
  open: notOver,
  closing: (ctx) =>
    sql`${notOver(ctx)} and o.closes_at <= ${nowOf(ctx)} + make_interval(days => ${CLOSING_DAYS})`,
  closed: (ctx) =>
    sql`(o.stands = 'closed' or o.stands in ('open', 'planned') and o.closes_at <= ${nowOf(ctx)})`,
  awarded: () => sql`o.stands = 'awarded'`,
  cancelled: () => sql`o.stands = 'cancelled'`,
  all: () => sql`true`,
  hidden: () => sql`true`,
}

/** A sum as people type it, in pence. */
const penceOf = (typed: string) => sumMaybe().safeParse(typed).data ?? null

/** What contracts are to be had; an opportunity is `o` in its conditions. */
export const opportunityList: List = {
  name: "opportunities",
  everything: say("All open opportunities"),
  filters: [
    tabFilter({
      name: "show",
      label: say("Where it stands"),
      words: OPPORTUNITY_TABS,
      tab: { usual: () => "open" },
      where: (ctx, [show]) =>
        sql`${TABS[show as keyof typeof OPPORTUNITY_TABS](ctx)} and (o.hidden_at is not null) = ${show === "hidden"}`,
    }),
    wordsFilter({
      name: "q",
      label: say("Words in the notice"),
      field: { search: true },
      first: true,
      inWords: (words) => say("Contains “{words}”", { words }),
      where: (_, [q = ""]) => sql`o.id in (select id from search_ids('opportunity', ${q}, true))`,
    }),
    someOfWords({
      name: "kind",
      label: say("What it’s about"),
      words: CPV_DIVISIONS,
      first: true,
      empty: say("Anything"),
      where: (_, kinds) => sql`o.divisions && ${sql.param(kinds)}::text[]`,
    }),
    tickFilter({
      name: "vcse",
      label: say("Suitable for voluntary groups"),
      first: true,
      where: () => sql`o.vcse`,
    }),
    someOfChoices({
      name: "area",
      label: say("Area"),
      from: "areas",
      empty: say("Any area"),
      missing: say("an area that isn’t on your list"),
      where: (_, ids) =>
        sql`exists (select from opportunity_areas oa where oa.opportunity_id = o.id and ${isOneOf(sql`oa.area_id`, ids, "uuid")})`,
    }),
    someOfWords({
      name: "region",
      label: say("Region"),
      words: REGIONS,
      empty: say("Any region"),
      where: (_, regions) => sql`o.regions && ${sql.param(regions)}::text[]`,
    }),
    {
      ...wordsFilter({
        name: "upto",
        label: say("Worth up to"),
        field: { decimal: true, prefix: "£" },
        inWords: (typed) => say("Worth up to {sum}", { sum: formatMoney(penceOf(typed) ?? 0) }),
        where: (_, [typed = ""]) => sql`o.value_most <= ${penceOf(typed)}::bigint and o.currency = 'GBP'`,
      }),
      read: (typed) => (penceOf(typed) === null ? null : typed),
      help: say("Enter a sum in pounds, like 500 or 12,500"),
    },
    ...(["from", "to"] as const).map((end) => ({
      ...dayFilter({
        name: end,
        label: end === "from" ? say("Bids due from") : say("Bids due until"),
        column: sql`o.closes_at`,
        sign: end === "from" ? (">=" as const) : ("<=" as const),
      }),
      where: (ctx: Ctx, [day]: string[]) =>
        sql`(o.closes_at at time zone ${ctx.lio.timezone})::date ${sql.raw(end === "from" ? ">=" : "<=")} ${day}::date`,
    })),
    someOfChoices({
      name: "source",
      label: say("From"),
      from: "sources",
      empty: say("Anywhere"),
      form: /^[a-z0-9-]{1,200}$/,
      missing: say("a source that you don’t have any more"),
      where: (_, sources) => isOneOf(SOURCE, sources),
    }),
  ],
  columns: fewColumns(OPPORTUNITY_COLUMNS),
  choices: async (ctx) => {
    const [areas, sources] = await Promise.all([
      ctx.tx.execute<{ value: string; label: string }>(
        sql`select id as value, name as label from areas order by name`,
      ),
      ctx.tx.execute<{ value: string; label: string | null }>(sql`
        select distinct on (value) ${SOURCE} as value, o.source as label
        from (select distinct source from opportunities) o order by value, label`),
    ])
    return {
      areas: [...areas],
      sources: sources.map(({ value, label }) => ({ value, label: label ?? say("Added by hand") })),
    }
  },
  from: () => sql`opportunities o where true`,
  maySee: maySeeOpportunities,
}
