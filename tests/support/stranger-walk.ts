import postgres from "postgres"
import { z } from "zod"
import type { Behind } from "@/app/_http/submit"
import { isOfSomethingGone } from "@/lib/access/away"
import type { Ctx } from "@/lib/access/ctx"
import { asPerson, asPublic } from "@/lib/access/doors"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { type Ids, sample } from "./sample"

/** Takes back whatever a command did: nobody's walk leaves a trace for the next. */
class Undo extends Error {}

type Door = (work: (ctx: Ctx) => Promise<never>) => Promise<never>
const person =
  (email: string, lio = "demo"): Door =>
  (work) =>
    asPerson(lio, { email }, work)

/** Nobody of them has any business with the demo's group and its things. */
export const STRANGERS = {
  public: (work) => asPublic("demo", work, { patience: "save" }),
  other: person("manager@other.example", "other"),
} satisfies Record<string, Door>

/** Everybody else there is: of another group, of the group, and staff at each level. */
export const KNOWN = {
  rep: person("rep@demo.example"),
  lead: person("lead@demo.example"),
  viewer: person("viewer@demo.example"),
  worker: person("worker@demo.example"),
  manager: person("manager@demo.example"),
} satisfies Record<string, Door>

/** "ruled": past every guard, and then a rule of the work said no. */
type Outcome = "done" | "ruled" | "refused"

/** Does a command as somebody and takes it back; `seen` is told of each refusal. Whatever else goes wrong is thrown. */
export async function tryAs(
  door: Door,
  { command }: { command: (ctx: Ctx, input: never) => Promise<unknown> },
  input: unknown,
  seen: (refusal: Error) => void = () => {},
): Promise<Outcome> {
  try {
    return await door(async (ctx) => {
      await command(ctx, input as never)
      throw new Undo()
    })
  } catch (end) {
    if (end instanceof Undo) return "done"
    if (end instanceof RuleBroken || end instanceof z.ZodError || isOfSomethingGone(end)) return "ruled"
    if (!(end instanceof NotAllowed || end instanceof NotFound || end instanceof SignedOut)) throw end
    seen(end)
    return "refused"
  }
}

/** The demo's guide that is being written. */
const DRAFTED = "apply-to-the-aldervale-community-fund"

/** Under this name stands what a form says it has read of that guide. */
const SEEN = "read draft"

/** What stands in a row that differs from one demo to the next: ids and times. */
const PASSING = '[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}[^"]*'

/** The ids of the first rows of each table of the demo's LIO; of groups the one whose lead is walking comes first. */
export async function idsOfEachTable(): Promise<Map<string, string[]>> {
  const sql = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 1, onnotice: () => {} })
  const ids = await sql.begin(async (tx) => {
    await tx`
      select set_config('app.lio_id', (select id::text from lios where slug = 'demo'), true), set_config('app.audiences', '{*}', true)`
    const tables = await tx<{ name: string }[]>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_name <> 'lios' order by 1`
    const found = new Map<string, string[]>()
    for (const { name } of tables) {
      // Of consortia the one comes first in whose room the lead is.
      const first =
        name === "groups"
          ? tx`name like 'Hob’s Mill Food%'`
          : /^consort/.test(name)
            ? tx`coalesce(to_jsonb(t) ->> 'consortium_id', t.id::text) in (
                select cg.consortium_id::text from consortium_groups cg join groups g on g.id = cg.group_id where g.name like 'Hob’s Mill Food%')`
            : tx`id is null`
      const rows = await tx<{ id: string }[]>`
        select id from ${tx(name)} t order by ${first} desc, regexp_replace(to_jsonb(t)::text, ${PASSING}, '', 'g') limit 4`
      if (rows.length > 0)
        found.set(
          name,
          rows.map(({ id }) => id),
        )
    }
    const open = await tx<{ id: string }[]>`
      select id from consultations where opened_at is not null and closed_at is null`
    const drafts = await tx<{ seen: string }[]>`
      select coalesce(g.version, 0) || '.' || d.revision || '.' || (extract(epoch from d.edited_at) * 1000)::bigint as seen
      from guide_drafts d join guides g on g.id = d.guide_id where g.slug = ${DRAFTED}`
    found.set(
      SEEN,
      drafts.map(({ seen }) => seen),
    )
    const held = await tx<{ id: string }[]>`select id from seat_terms where ended_on is null`
    found.set(
      "in office",
      held.map(({ id }) => id),
    )
    return found.set(
      "open",
      open.map(({ id }) => id),
    )
  })
  await sql.end()
  return ids
}

/** Fields whose table is not their own name. */
const MEANS: Record<string, [table: string, which?: number]> = {
  themeId: ["terms"],
  themeIds: ["terms"],
  searchId: ["funding_searches"],
  bodyId: ["groups"],
  eventId: ["events"],
  oneId: ["groups"],
  otherId: ["groups", 1],
  group: ["groups"],
  meetingId: ["board_meetings"],
  keptId: ["groups"],
  goneId: ["groups", 1],
}
/** What some forms must be told, as no words do. */
const GIVEN: Record<string, (id: (table: string, which?: number) => string) => object> = {
  declareForm: (id) => ({ termId: id("in office") }),
  handOverForm: (id) => ({ termId: id("in office") }),
  changeManyForm: (id) => ({ kind: "add-term", to: id("terms") }),
  mendForm: () => ({ words: ["1=Tea"], values: ["Tea"] }),
  meanForm: () => ({ words: ["1=Tea"], meanings: ["Tea"] }),
  recordSessionForm: (id) => ({
    ...{ draft: "session.new", button: "save", kind: "visit", note: "A talk", "on.quick": "today" },
    ...{ on: "2026-11-02", groupIds: [id("groups")], minutes: "30" },
  }),
  saveAnswerForm: (id) => ({ id: id("open") }),
  commentForm: (id) => ({ id: id("open") }),
  removeCommentForm: (id) => ({ id: id("open") }),
  voteForm: (id) => ({ id: id("open"), statement: "o1", vote: "agree" }),
  proposeForm: (id) => ({ id: id("open"), body: "Later buses" }),
  tellLeadForm: (id) => ({ id: id("open") }),
  signOffForm: (id) => ({ id: id("open") }),
  declineForm: (id) => ({ id: id("open") }),
  chooseAudienceForm: () => ({ audience: "view:" }),
  remindTickedForm: (id) => ({ id: id("open"), groupIds: [id("groups")] }),
  pressMatchForm: (id) => ({ press: `refuse ${id("grant_matches")}` }),
  addOpportunitySourceForm: () => ({ address: "https://notices.example.org/ocds" }),
  addBidForm: () => ({ newFunder: "" }),
  changeBidForm: () => ({ newFunder: "" }),
  pressTaskForm: (id) => ({ press: `done ${id("tasks")}` }),
  changeCellForm: (id) => ({ of: "need", id: id("needs"), column: "area", value: "" }),
  changeCellsForm: (id) => ({ of: "need", id: [id("needs")], column: "area", value: "" }),
  signPaperForm: () => ({ digest: "0".repeat(64) }),
  remarkForm: () => ({ askId: "" }),
  addPinForm: (id) => ({
    ...{ kind: "figure", partId: id("paper_parts"), askId: "", title: "Homes", figure: "1" },
    ...{ source: "ONS", on: "2026-01-01", website: "https://ons.example" },
  }),
  discardDraftForm: () => ({ draft: "session.new" }),
  addPlacesForm: () => ({ districts: ["E07000001"], wards_E07000001: ["E05000001"] }),
  addPathwayForm: () => ({ steps: [{ title: "Meet", guide: "" }] }),
  changePathwayForm: () => ({ steps: [{ title: "Meet", guide: "" }] }),
  changeTypeForm: () => ({ standing: "member" }),
  ...Object.fromEntries(
    ["confirmGuideForm", "giveGuideForm", "retireGuideForm", "restoreGuideForm", "sendGuideForm"].map(
      (name) => [name, () => ({ slug: "hire-a-room-at-the-old-library" })],
    ),
  ),
  ...Object.fromEntries(
    ["changeGuideForm", "sendForCheckForm", "checkGuideForm", "publishGuideForm", "discardGuideForm"].map(
      (name) => [name, (id: (table: string) => string) => ({ slug: DRAFTED, seen: id(SEEN) })],
    ),
  ),
  ...Object.fromEntries(
    ["addEventForm", "changeEventForm"].map((name) => [
      name,
      () => ({
        on: "2030-06-06",
        at: "10:00",
        ends: "12:00",
        every: "",
        until: "",
        notIn: [],
        capacity: "12",
      }),
    ]),
  ),
  moveDateForm: (id) => ({
    ...{ id: id("calendar_occurrences"), on: "2030-06-06", at: "10:00", ends: "12:00" },
  }),
  cancelDateForm: (id) => ({ id: id("calendar_occurrences") }),
  bookInForm: (id) => ({ dateId: id("calendar_occurrences"), name: "Ann", colleagues: "" }),
  givePlaceBackForm: (id) => ({ id: id("calendar_answers") }),
  takePlaceForm: (id) => ({ id: id("calendar_answers") }),
  noteCameForm: (id) => ({
    ...{ eventId: id("calendar_dates"), dateId: id("calendar_occurrences") },
    press: `came ${id("calendar_answers")}`,
  }),
  noteCameUnbookedForm: (id) => ({
    ...{ eventId: id("calendar_dates"), dateId: id("calendar_occurrences"), name: "Ann", group: "" },
  }),
  askForCheckForm: (id) => ({ groupIds: [id("groups")], sets: ["finance"], way: "link", agreed: "" }),
  offerSetForm: () => ({ key: "safeguarding", offered: "no" }),
  saveSetForm: () => ({ key: "", seen: "", questions: [{ question: "Is it?", hint: "", guide: "" }] }),
  addStepForm: (id) => ({ id: id("health_checks"), questionId: "" }),
  finishStepForm: (id) => ({ id: id("health_checks"), stepId: id("health_check_steps") }),
  recordAnswersForm: (id) => ({ id: id("health_checks"), answers: [], button: "later" }),
  saveBlockForm: (id) => ({ name: "A block", questionIds: [id("questions")] }),
  mergePeopleForm: (id) => ({ keptId: id("people"), goneId: id("people", 1) }),
  keepPeopleApartForm: (id) => ({ oneId: id("people"), otherId: id("people", 1) }),
}
const NOTHING = "00000000-0000-4000-8000-000000000000"

/** How much of a table's name stands in the name of an action or its folder. */
const likeness = (table: string, noun: string) =>
  table.split("_").filter((word) => noun.includes(word.replace(/s$/, ""))).length / table.split("_").length

/** What an action is told: ids of things that are there, so that whoever may, can. `names`: whether anything of the demo is. */
export async function inputFor(
  action: Behind & { folder: string; name: string },
  tables: Map<string, string[]>,
) {
  const id = (table: string, which = 0) => tables.get(table)?.[which] ?? NOTHING
  const given = GIVEN[action.name]?.(id) ?? {}
  const idOf: Ids = (field) => {
    const table = field.replace(/Ids?$/, "s").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    return MEANS[field] ? id(...MEANS[field]) : id(table)
  }
  const withId = (one: string) => sample(action.input, (field) => (field === "id" ? one : idOf(field)), given)
  const anyone = withId(NOTHING)
  const noun = `${action.folder} ${action.name}`.toLowerCase()
  const nearest = [...tables]
    .filter(([table]) => table !== SEEN)
    .sort(([one], [other]) => likeness(other, noun) - likeness(one, noun))
  const candidates = JSON.stringify(anyone).includes(`"id":"${NOTHING}"`)
    ? nearest.flatMap(([table, ids]) => ids.slice(0, likeness(table, noun) > 0 ? ids.length : 1))
    : []
  let input = anyone
  for (const one of candidates) {
    const outcomes = await Promise.all(
      [KNOWN.manager, KNOWN.lead].map((door) => tryAs(door, action, withId(one))),
    )
    if (outcomes.includes("done")) return { input: withId(one), names: true }
    if (input === anyone && outcomes.includes("ruled")) input = withId(one)
  }
  const said = JSON.stringify(input)
  return {
    input,
    names: said.includes(NOTHING) || [...tables.values()].flat().some((one) => said.includes(one)),
  }
}
