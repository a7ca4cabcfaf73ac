import { type SQL, sql } from "drizzle-orm"
import { isOneOf } from "@/db/conditions"
import { BID_STATES, PROOFS, SHARES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { List, Listing } from "../../access/list-type"
import { groupOptions } from "../../lists/choices/queries"
import { dayFilter, groupFilter, someOfChoices, someOfWords, wordsFilter } from "../../lists/filters"
import { fewColumns, valuesIn } from "../../lists/input"
import { say } from "../../words"
import { maySeeFunding } from "../policy"

/** Where a bid `b` stands, from its dates. */
export const stateOf = ({ today }: Pick<Ctx, "today">): SQL => sql`case
  when b.withdrawn_on is not null then 'withdrawn' when b.awarded is not null then 'won'
  when b.decided_on is not null then 'refused'
  when b.sent_on is not null and b.decision_due_on <= ${today}::date then 'due'
  when b.sent_on is not null then 'sent' when b.preparing_on is not null then 'preparing' else 'looking' end`

const named = (ctx: Ctx, from: SQL) =>
  ctx.tx.execute<{ value: string; label: string }>(
    sql`select t.id as value, t.name as label ${from} order by t.name`,
  )

const choicesOf = async (ctx: Ctx, listing: Listing) => {
  const [groups, funders, themes, areas] = await Promise.all([
    groupOptions(ctx, valuesIn(fundingList, listing, "group")),
    named(
      ctx,
      sql`from funders t where exists (select from bids b where b.funder_id = t.id and b.undone_at is null)`,
    ),
    named(ctx, sql`from terms t where t.list = 'theme' and t.merged_into_id is null`),
    named(ctx, sql`from areas t`),
  ])
  return { groups, funders: [...funders], themes: [...themes], areas: [...areas] }
}

/** The groups of a bid `b`: who leads, and who asks with it. */
const hasGroup = (condition: (group: SQL) => SQL) =>
  sql`(${condition(sql`b.group_id`)} or exists (select from bid_groups bg where bg.bid_id = b.id and ${condition(sql`bg.group_id`)}))`

/** The columns of the list, the one that names a row first. */
export const FUNDING_COLUMNS = {
  title: say("What for"),
  group: say("Group"),
  funder: say("Funder"),
  state: say("Status"),
  asked: say("Asked"),
  awarded: say("Awarded"),
  date: say("Key date"),
  share: say("Our part"),
}

/** The funding ledger; a bid is `b` in its conditions. */
export const fundingList: List = {
  name: "funding",
  everything: say("All bids"),
  filters: [
    wordsFilter({
      name: "q",
      label: say("Words in the bid"),
      field: { search: true },
      inWords: (words) => say("Contains “{words}”", { words }),
      where: (_, [q = ""]) => sql`b.id in (select id from search_ids('bid', ${q}, true))`,
    }),
    groupFilter({
      before: say("For"),
      where: (_, ids) => hasGroup((group) => isOneOf(group, ids, "uuid")),
    }),
    someOfWords({
      name: "state",
      label: say("Status"),
      words: BID_STATES,
      first: true,
      empty: say("Any status"),
      where: (ctx, states) => isOneOf(sql`(${stateOf(ctx)})`, states),
    }),
    someOfChoices({
      name: "funder",
      label: say("Funder"),
      first: true,
      from: "funders",
      empty: say("Any funder"),
      missing: say("a funder that isn’t on your list"),
      where: (_, ids) => isOneOf(sql`b.funder_id`, ids, "uuid"),
    }),
    someOfWords({
      name: "share",
      label: say("Our part"),
      words: SHARES,
      where: (_, shares) => isOneOf(sql`b.share`, shares),
    }),
    someOfWords({
      name: "proof",
      label: say("How we know"),
      words: PROOFS,
      where: (_, proofs) => isOneOf(sql`b.proof`, proofs),
    }),
    someOfChoices({
      name: "theme",
      label: say("Theme of the group"),
      from: "themes",
      empty: say("Any theme"),
      missing: say("a theme that isn’t on your list"),
      where: (_, ids) =>
        hasGroup(
          (group) =>
            sql`exists (select from group_terms gt where gt.group_id = ${group} and ${isOneOf(sql`gt.term_id`, ids, "uuid")})`,
        ),
    }),
    someOfChoices({
      name: "area",
      label: say("Area of the group"),
      from: "areas",
      empty: say("Any area"),
      missing: say("an area that isn’t on your list"),
      where: (_, ids) =>
        hasGroup(
          (group) =>
            sql`exists (select from group_areas ga where ga.group_id = ${group} and ${isOneOf(sql`ga.area_id`, ids, "uuid")})`,
        ),
    }),
    dayFilter({ name: "from", label: say("Decided from"), column: sql`b.decided_on`, sign: ">=" }),
    dayFilter({ name: "to", label: say("Decided until"), column: sql`b.decided_on`, sign: "<=" }),
  ],
  columns: fewColumns(FUNDING_COLUMNS),
  choices: choicesOf,
  from: () => sql`bids b where b.undone_at is null`,
  maySee: maySeeFunding,
}
