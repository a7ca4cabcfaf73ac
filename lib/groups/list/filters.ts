import { and, asc, eq, isNotNull, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { isOneOf } from "@/db/conditions"
import { groupIdentifiers, groups, people, terms } from "@/db/schema"
import { AREA_KINDS, INCOME_BANDS, MEMBERSHIP_STATES, SECTORS, STAGES, TERM_LISTS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Choices, Filter, List, Listing, Option } from "../../access/list-type"
import { monthsBefore } from "../../days"
import { listEveryField } from "../../fields/queries"
import { oneOfWords, someOfChoices, someOfWords, tickedFilter, wordsFilter } from "../../lists/filters"
import { valuesIn } from "../../lists/input"
import { groupsIn } from "../../membership-status/queries"
import { inSentence, say, sayCount } from "../../words"
import { maySeeGroups } from "../policy"
import { listAreas } from "../queries"
import { ANSWER, answerFilters } from "./answers/filters"
import { chosenKeys, SORTS } from "./columns"

/** What a group may have common of the public directory. */
const DIRECTORY_ANSWERS = { yes: say("Said yes"), no: say("Said no"), unknown: say("Not asked") }
const CONSENT = { yes: sql`true`, no: sql`false`, unknown: sql`null` }

const open = ne(groups.stage, "closed")
const anyOf = (conditions: (SQL | undefined)[]) => or(...conditions) ?? sql`false`

/** Whether a GSS code is a ward's; the others are districts'. */
const isWard = (code: string) => /^(E05|W05|S13|N08)/.test(code)

const basedIn = (codes: string[]) =>
  anyOf([
    isOneOf(groups.wardCode, codes.filter(isWard)),
    isOneOf(
      groups.districtCode,
      codes.filter((code) => !isWard(code)),
    ),
  ])

const serving = (areaIds: string[]) =>
  sql`${groups.id} in (select ga.group_id from group_areas ga where ${isOneOf(sql`ga.area_id`, areaIds, "uuid")})`

/** A word that was merged leads to the one it went up in. */
const withTerm = (termIds: string[]) =>
  sql`${groups.id} in (select gt.group_id from group_terms gt where gt.term_id in (
    select coalesce(t.merged_into_id, t.id) from terms t where ${isOneOf(sql`t.id`, termIds, "uuid")}))`

const MONTHS = /^(?:[1-9]\d?|1[01]\d|120)$/
const inMonths = (months: string) =>
  sayCount(Number(months), { one: "{count} month", other: "{count} months" })
const wordIn = (words: Record<string, string>, key: string) => inSentence(words[key] ?? key)
const monthsOf = (...months: number[]): Option[] =>
  months.map((one) => ({ value: String(one), label: inMonths(String(one)) }))

/** Groups for which a day lies at least so many months back, or is not known. */
const monthsFilter = ({
  column,
  options,
  ...common
}: Pick<Filter, "name" | "label"> & {
  column: typeof groups.lastContactOn | typeof groups.confirmedOn
  options: Option[]
  says: string
}): Filter => ({
  ...common,
  field: { kind: "one", empty: say("Any"), options: () => options },
  read: (typed) => (MONTHS.test(typed) ? typed : null),
  help: say("Enter a number of months, up to 120"),
  inWords: (months) => `${common.says} ${inMonths(months)}`,
  where: (ctx, [months]) =>
    and(open, or(isNull(column), lte(column, monthsBefore(ctx.today, Number(months))))) as SQL,
})

const noContact = and(
  open,
  or(
    isNull(groups.mainContactId),
    and(
      isNull(groups.email),
      sql`not exists (select from ${people} where ${people.id} = ${groups.mainContactId} and ${people.email} is not null)`,
    ),
  ),
) as SQL

/** What `q` finds: words in the name, or the number on a register. */
function foundBy(q: string, loosely: boolean) {
  const number = q.replace(/\s+/g, "").toUpperCase()
  return sql`${groups.id} in (select id from search_ids('group', ${q}, ${loosely})
    union all select ${groupIdentifiers.groupId} from ${groupIdentifiers} where ${groupIdentifiers.value} = ${number})`
}

const THIS_YEAR = "this-year"
const joinedIn = (ctx: Ctx, years: string[]) =>
  anyOf(
    years.map((typed) => {
      const year = typed === THIS_YEAR ? ctx.today.slice(0, 4) : typed
      return sql`${groups.joinedOn} between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`
    }),
  )
const yearsTo = (year: number): Option[] => [
  { value: THIS_YEAR, label: say("This year") },
  ...Array.from({ length: 10 }, (_, back) => String(year - back)).map((one) => ({ value: one, label: one })),
]

const joined: Filter = {
  name: "joined",
  label: say("Joined in"),
  field: {
    kind: "several",
    empty: say("Any year"),
    options: ({ today }) => yearsTo(Number(today?.[0]?.value.slice(0, 4))),
  },
  read: (typed) => (/^(this-year|(19|20)\d\d)$/.test(typed) ? typed : null),
  help: say("Enter a year such as 2026"),
  inWords: (year) => (year === THIS_YEAR ? say("Joined this year") : say("Joined in {year}", { year })),
  where: joinedIn,
}

const FILTERS: Filter[] = [
  wordsFilter({
    name: "q",
    label: say("Name or number"),
    field: { search: true },
    first: true,
    where: (_, [q = ""], { loosely }) => foundBy(q, loosely),
  }),
  tickedFilter(groups.id, say("a group")),
  someOfWords({
    name: "stage",
    label: say("Stage"),
    words: STAGES,
    first: true,
    where: (_, stages) => isOneOf(groups.stage, stages),
  }),
  someOfChoices({
    name: "based",
    label: say("Based in"),
    from: "based",
    empty: say("Any area"),
    form: /^[A-Z]\d{8}$/,
    missing: say("an area that isn’t on your list"),
    before: say("Based in"),
    first: true,
    where: (_, codes) => basedIn(codes),
  }),
  someOfWords({
    name: "membership",
    label: say("Membership"),
    words: MEMBERSHIP_STATES,
    inWords: (state) => say("Membership: {state}", { state: wordIn(MEMBERSHIP_STATES, state) }),
    where: (ctx, states) => sql`${groups.id} in ${groupsIn(ctx, states)}`,
  }),
  someOfWords({
    name: "sector",
    label: say("Sector"),
    words: SECTORS,
    where: (_, sectors) => isOneOf(groups.sector, sectors),
  }),
  someOfChoices({
    name: "serves",
    label: say("Serves"),
    from: "areas",
    empty: say("Any area"),
    missing: say("an area that isn’t on your list"),
    before: say("Serves"),
    where: (_, ids) => serving(ids),
  }),
  someOfChoices({
    name: "term",
    label: say("Theme or service"),
    from: "terms",
    missing: say("a theme or service that isn’t on your lists"),
    where: (_, ids) => withTerm(ids),
  }),
  someOfChoices({
    name: "tag",
    label: say("Tag"),
    from: "tags",
    missing: say("a tag that isn’t on your list"),
    before: say("Tag:"),
    where: (_, ids) => withTerm(ids),
  }),
  someOfWords({
    name: "income",
    label: say("Yearly income"),
    words: { ...INCOME_BANDS, unknown: say("Not known") },
    inWords: (band) =>
      band === "unknown"
        ? say("Income not known")
        : say("Income: {band}", { band: wordIn(INCOME_BANDS, band) }),
    where: (_, bands) =>
      anyOf([
        isOneOf(groups.incomeBand, bands),
        bands.includes("unknown") ? isNull(groups.incomeBand) : undefined,
      ]),
  }),
  someOfWords({
    name: "directory",
    label: say("In the public directory"),
    words: DIRECTORY_ANSWERS,
    empty: say("Any"),
    inWords: (answer) => say("Public directory: {answer}", { answer: wordIn(DIRECTORY_ANSWERS, answer) }),
    where: (_, answers) =>
      anyOf(
        answers.map(
          (answer) => sql`${groups.directoryConsent} is ${CONSENT[answer as keyof typeof DIRECTORY_ANSWERS]}`,
        ),
      ),
  }),
  oneOfWords({
    name: "needs",
    label: say("Details"),
    words: { details: say("Needs details") },
    empty: say("Any"),
    where: () => isNotNull(groups.needsDetailsSince),
  }),
  monthsFilter({
    name: "quiet",
    label: say("Not contacted in"),
    says: say("Not contacted in"),
    column: groups.lastContactOn,
    options: monthsOf(1, 3, 6, 12, 24),
  }),
  monthsFilter({
    name: "unconfirmed",
    label: say("Details not confirmed for"),
    says: say("Not confirmed for"),
    column: groups.confirmedOn,
    options: monthsOf(12, 24),
  }),
  oneOfWords({
    name: "missing",
    label: say("How to reach them"),
    words: { contact: say("Email or contact is missing") },
    empty: say("Any"),
    inWords: () => say("Missing email or contact"),
    where: () => noContact,
  }),
  joined,
]

const termGroup = (list: keyof typeof TERM_LISTS) => (list === "tag" ? undefined : TERM_LISTS[list])

/** The LIO's areas and words; retired and merged words only while they are asked for. */
async function choicesOf(ctx: Ctx, listing: Listing): Promise<Choices> {
  const asked = ["term", "tag"].flatMap((name) => valuesIn(groupList, listing, name))
  const into = alias(terms, "into")
  const [areas, words] = await Promise.all([
    listAreas(ctx),
    ctx.tx
      .select({
        value: terms.id,
        list: terms.list,
        label: sql<string>`coalesce(${into.name}, ${terms.name})`,
      })
      .from(terms)
      .leftJoin(into, eq(into.id, terms.mergedIntoId))
      .where(or(isNull(terms.retiredAt), isOneOf(terms.id, asked)))
      .orderBy(asc(terms.list), asc(terms.name)),
  ])
  const options = words.map(({ list, ...word }) => ({ ...word, list, group: termGroup(list) }))
  const group = (kind: keyof typeof AREA_KINDS) => AREA_KINDS[kind]
  return {
    areas: areas.map(({ id, kind, name }) => ({ value: id, label: name, group: group(kind) })),
    based: areas.flatMap(({ kind, code, name }) =>
      code ? [{ value: code, label: name, group: group(kind) }] : [],
    ),
    terms: options.filter(
      ({ list, value }) => list !== "tag" || valuesIn(groupList, listing, "term").includes(value),
    ),
    tags: options.filter(({ list }) => list === "tag"),
    today: [{ value: ctx.today, label: ctx.today }],
  }
}

/** The list of groups. */
export const groupList: List = {
  name: "groups",
  everything: say("All"),
  filters: FILTERS,
  choices: choicesOf,
  own: { names: ANSWER, filters: async (ctx) => answerFilters(await listEveryField(ctx)) },
  sorts: { has: (word) => SORTS.has(word) || ANSWER.test(word), usual: "name" },
  columns: (asked) => chosenKeys(asked, ANSWER),
  ready: [
    { name: "Members", query: "stage=member&stage=affiliate" },
    { name: "Not members", query: "stage=enquiry&stage=forming&stage=not_member&sector=voluntary" },
    { name: "Bodies", query: "sector=statutory" },
    { name: "Not contacted in 6 months", query: "quiet=6&sort=contact" },
    { name: "Missing email or contact", query: "missing=contact" },
    { name: "Joined this year", query: "joined=this-year&sort=-joined" },
  ],
  from: () => sql`${groups} where ${groups.removedAt} is null`,
  maySee: maySeeGroups,
}
