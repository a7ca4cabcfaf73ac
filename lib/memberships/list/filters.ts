import { asc, type SQL, sql } from "drizzle-orm"
import { membershipTypes } from "@/db/schema"
import type { Ctx } from "../../access/ctx"
import type { List } from "../../access/list-type"
import { dayFilter, someOfChoices, tabFilter, tickedFilter, wordsFilter } from "../../lists/filters"
import { fewColumns } from "../../lists/input"
import { isOwed, membershipStatuses } from "../../membership-status/queries"
import { say } from "../../words"
import { PARTS, type Part } from "../input"
import { maySeeMemberships } from "../policy"

/** Each group (`g`), with its membership as it stands today (`s`) if it ever had one. */
export const groupsWithStatus = (ctx: Ctx): SQL =>
  sql`groups g left join (${membershipStatuses(ctx)}) s on s.group_id = g.id`
/** Groups that are no longer kept, or have closed, are on no part of the list. */
export const ON_LIST = sql`g.removed_at is null and g.stage <> 'closed'`

/** What is in each part of the list. */
export const inParts = (ctx: Ctx): Record<Part, SQL> => ({
  ending: sql`s.state = 'ending'`,
  grace: sql`s.state = 'grace'`,
  lapsed: sql`s.state = 'lapsed'`,
  unpaid: sql`exists (select from memberships o where o.group_id = g.id and ${isOwed(ctx)})`,
  endless: sql`(s.state = 'current' and s.ends_on is null and s.period <> 'open')`,
  current: sql`s.state = 'current'`,
  future: sql`s.state = 'future'`,
  cancelled: sql`s.state = 'cancelled'`,
  none: sql`(s.id is null and g.sector <> 'statutory')`,
})

const typesOf = async (ctx: Ctx) => ({
  types: await ctx.tx
    .select({ value: membershipTypes.id, label: membershipTypes.name })
    .from(membershipTypes)
    .orderBy(asc(membershipTypes.position), asc(membershipTypes.name)),
})

/** The columns of the list, the one that names a row first. */
export const MEMBERSHIP_COLUMNS = {
  group: say("Group"),
  type: say("Kind"),
  state: say("State"),
  paid: say("Fee"),
  contact: say("Main contact"),
  asked: say("Last asked"),
}

/** The list of memberships, a group a line. */
export const membershipList: List = {
  name: "memberships",
  everything: say("Ends soon"),
  filters: [
    tabFilter({
      name: "show",
      label: say("Which memberships"),
      words: PARTS,
      tab: { usual: () => "ending" },
      where: (ctx, [part]) => inParts(ctx)[part as Part],
    }),
    tickedFilter(sql`g.id`, say("a group")),
    wordsFilter({
      name: "q",
      label: say("Name of the group"),
      field: { search: true },
      first: true,
      where: (_, [q = ""]) => sql`g.id in (select id from search_ids('group', ${q}, false))`,
    }),
    someOfChoices({
      name: "type",
      label: say("Kind of membership"),
      from: "types",
      missing: say("a kind of membership that no longer exists"),
      first: true,
      where: (_, ids) => sql`s.type_id = any (${sql.param(ids)}::uuid[])`,
    }),
    dayFilter({ name: "from", label: say("Ends from"), column: sql`s.ends_on`, sign: ">=" }),
    dayFilter({ name: "to", label: say("Ends until"), column: sql`s.ends_on`, sign: "<=" }),
  ],
  columns: fewColumns(MEMBERSHIP_COLUMNS),
  choices: typesOf,
  from: (ctx) => sql`${groupsWithStatus(ctx)} where ${ON_LIST}`,
  maySee: maySeeMemberships,
}
