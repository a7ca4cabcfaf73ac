import { sql } from "drizzle-orm"
import { afterAll, describe, expect, it } from "vitest"
import { closeDatabases } from "@/db/client"
import { OPEN_TABLES } from "@/db/rules/audiences"
import { DIRECTORY_TABLES } from "@/db/rules/walls"
import { seedDemo } from "@/db/seed/demo"
import type { Ctx } from "@/lib/access/ctx"
import { asGuest, asLink, asPerson, asPublic, asSystem } from "@/lib/access/doors"
import { signLink } from "@/lib/access/links"
import { freshDatabase } from "../support/database"
import { mayReadOfBoard } from "../support/who-reads-boards"
import { factsOfConsortia, mayReadOfConsortium } from "../support/who-reads-consortia"
import { factsOfElections, mayReadOfElection } from "../support/who-reads-elections"
import { mayReadFile } from "../support/who-reads-files"

type Row = Record<string, unknown> & { key: string }
type Asker = { name: string; as: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T> }

const database = await freshDatabase()
await seedDemo()
afterAll(async () => {
  await closeDatabases()
  await database.drop()
})

const system = <T>(work: (ctx: Ctx) => Promise<T>) => asSystem("demo", work)

/** Every tenant table that is not open to all of the LIO, from the database itself. */
async function guardedTables(): Promise<string[]> {
  const rows = await system((ctx) =>
    ctx.tx.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\\_\\_drizzle%' order by 1`),
  )
  return rows.map(({ name }) => name).filter((name) => !(name in DIRECTORY_TABLES) && !(name in OPEN_TABLES))
}

const allOf = (ctx: Ctx, table: string) =>
  ctx.tx.execute<Row>(
    sql`select t.*, md5(t::text) as key from ${sql.identifier(table)} t`,
  ) as unknown as Promise<Row[]>

/** Facts by which this test itself works out who may read what, apart from the policies. */
async function facts() {
  return system(async (ctx) => {
    const pairs = async (query: ReturnType<typeof sql>) => {
      const rows = await ctx.tx.execute<{ id: string; of: string }>(query)
      return new Map(rows.map(({ id, of }) => [id, of]))
    }
    return {
      groupOfResponse: await pairs(sql`select id, group_id as of from responses`),
      networkOfTopic: await pairs(sql`select id, network_id as of from topics`),
      representationOfAsk: await pairs(sql`select id, representation_id as of from asks`),
      sent: await pairs(sql`select id, id as of from representations where sent_on is not null`),
      audienceOfFile: await pairs(sql`select id, audience as of from files`),
      filesOfContent: await pairs(
        sql`select d as id, string_agg(f.audience, ' ') as of from files f, unnest(array[f.digest, f.small_digest]) d where d is not null group by d`,
      ),
      becameOne: [
        ...(await ctx.tx.execute<{ gone: string; into: string }>(
          sql`select gone_id as gone, kept_id as into from merges where undone_at is null`,
        )),
      ],
      peopleOfCase: await pairs(
        sql`select case_id as id, string_agg(person_id::text, ' ') as of from case_people group by case_id`,
      ),
      audienceOfDate: await pairs(sql`select id, audience as of from calendar_dates`),
      audienceOfResource: await pairs(sql`select id, audience as of from resources`),
      audienceOfOpportunity: await pairs(sql`select id, audience as of from opportunities`),
      /** The groups that show themselves for an opportunity. */
      showing: await pairs(
        sql`select opportunity_id as id, string_agg(group_id::text, ' ') as of from expressions_of_interest where seen_by = 'interested' and withdrawn_at is null group by 1`,
      ),
      audienceOfCase: await pairs(sql`select id, audience as of from cases`),
      groupOfCheck: await pairs(sql`select id, group_id as of from health_checks`),
      sharedCheck: await pairs(
        sql`select id, id as of from health_checks where consented_at is not null and withdrawn_at is null`,
      ),
      opened: await pairs(sql`select id, id as of from consultations where opened_at is not null`),
      shownBoard: await pairs(sql`select id, id as of from boards where shown_at is not null`),
      boardOfSeat: await pairs(sql`select id, board_id as of from seats`),
      consortia: await factsOfConsortia(ctx),
      audienceOfDecision: await pairs(sql`select id, audience as of from board_decisions`),
      ofElections: await factsOfElections(ctx),
    }
  })
}
const known = await facts()

type Person = {
  staff: boolean
  keeps: boolean
  member: boolean
  person: string | null
  groups: Set<string>
  acts: Set<string>
  networks: Set<string>
  consultations: Set<string>
  boards: Set<string>
}

async function personBehind(ctx: Ctx): Promise<Person> {
  const { actor } = ctx
  const groups = "groups" in actor ? actor.groups.map(({ id }) => id) : []
  if (actor.kind === "link" && actor.groupId) groups.push(actor.groupId)
  const of = async (query: ReturnType<typeof sql>) =>
    new Set((await system((all) => all.tx.execute<{ id: string }>(query))).map(({ id }) => id))
  // Whoever speaks for a group also reads what those said that became one with it.
  for (const id of groups)
    groups.push(...known.becameOne.filter(({ into }) => into === id).map(({ gone }) => gone))
  const mine = sql`${sql.param(groups)}::uuid[]`
  const consultations = await of(
    sql`select consultation_id as id from invitations where group_id = any (${mine})`,
  )
  if (actor.kind === "guest") consultations.add(actor.scope.id)
  return {
    staff: actor.kind === "staff",
    keeps: actor.kind === "staff" && actor.level !== "viewer",
    member: actor.kind !== "public",
    person:
      actor.kind === "link" ? (actor.holder?.personId ?? null) : "personId" in actor ? actor.personId : null,
    groups: new Set(groups),
    acts: new Set(actor.kind === "member" ? actor.groups.map(({ id }) => id) : []),
    networks: await of(
      sql`select network_id as id from network_groups where group_id = any (${mine}) and joined_at is not null and left_at is null`,
    ),
    consultations,
    boards: new Set("seats" in actor ? actor.seats.map(({ boardId }) => boardId) : []),
  }
}

const GROUP = ["group_sizes", "proposals", "memberships", "invitations", "responses", "passages"]
const OF_GROUP = new Set([...GROUP, "loop_letters", "role_invitations", "proposed_statements"])
const OF_HEALTH_CHECK = new Set(["health_check_questions", "health_check_answers", "health_check_steps"])
const OF_RESPONSE = new Set(["answers", "answer_revisions", "response_versions"])
const MEMBERS_SEE_EVENTS =
  /^(consultation|response|statement|invitation|representation|ask|network|topic|post|membership|group|role|person|health_check|term|question|interest|bidding|nomination|roll|voter)\./
const STAFF_EVENTS = new Set(["person.merged", "person.unmerged", "person.apart"])

const BESIDE_CASES = new Set(["case_groups", "case_people"])
const worksOn = (caseId: string, who: Person) =>
  who.person !== null && (known.peopleOfCase.get(caseId) ?? "").includes(who.person)
/** Staff read what all staff may read; of a confidential case whoever works on it. */
const ofCase = (audience: string, who: Person) =>
  who.staff && (audience.startsWith("case:") ? worksOn(audience.slice(5), who) : true)

const isPublic = (audience: string, who: Person) =>
  audience === "public" || who.staff || (audience === "members" && who.member)

/** Who may read a row, in the words of the product and not of the policies. */
function may(table: string, row: Row, who: Person): boolean {
  const text = (name: string) => row[name] as string
  const own = (id: unknown) => who.staff || who.groups.has(id as string)
  const ofBoard = mayReadOfBoard(table, row, who, known) ?? mayReadOfElection(table, row, who, known)
  if (ofBoard !== null) return ofBoard
  const ofConsortium = mayReadOfConsortium(table, row, who, known.consortia)
  if (ofConsortium !== null) return ofConsortium
  if (table === "cases" || table === "tasks") return ofCase(text("audience"), who)
  if (table === "calendar_dates") return isPublic(text("audience"), who)
  if (table === "calendar_occurrences") return isPublic(known.audienceOfDate.get(text("date_id")) ?? "", who)
  if (table === "calendar_answers")
    return own(row.group_id) || (row.person_id !== null && row.person_id === who.person)
  if (table === "calendar_feeds") return text("person_id") === who.person
  if (table === "booking_needs") return who.keeps
  if (table === "health_checks") return own(row.group_id)
  if (OF_HEALTH_CHECK.has(table)) {
    const group = known.groupOfCheck.get(text("check_id")) ?? ""
    return who.groups.has(group) || (who.staff && known.sharedCheck.has(text("check_id")))
  }
  if (table === "case_notes") return who.staff && worksOn(text("case_id"), who)
  if (BESIDE_CASES.has(table)) return ofCase(known.audienceOfCase.get(text("case_id")) ?? "", who)
  if (table === "events" && /^case|^task/.test(text("what"))) return ofCase(text("audience"), who)
  if (table === "drafts") return text("person_id") === who.person
  if (table === "submissions") return row.person_id === null || text("person_id") === who.person
  if (table === "saved_views") return row.shared_at ? who.staff : text("person_id") === who.person
  if (OF_GROUP.has(table)) return own(row.group_id)
  if (table === "membership_requests") return row.group_id ? own(row.group_id) : who.staff
  if (OF_RESPONSE.has(table)) return own(known.groupOfResponse.get(text("response_id")))
  if (table === "topics") return who.staff || who.networks.has(text("network_id"))
  if (table === "posts")
    return who.staff || who.networks.has(known.networkOfTopic.get(text("topic_id")) ?? "")
  if (table === "consultations")
    return who.staff || (known.opened.has(text("id")) && who.consultations.has(text("id")))
  if (table === "consultation_translations")
    return who.staff || (row.offered_at !== null && who.consultations.has(text("consultation_id")))
  if (table === "questions" || table === "consultation_results")
    return who.staff || who.consultations.has(text("consultation_id"))
  const sent = (id: unknown) => known.sent.has(id as string) && who.member
  if (table === "meeting_asks") return who.staff || sent(known.representationOfAsk.get(text("ask_id")))
  if (table === "representations") return who.staff || sent(row.id)
  if (table === "representation_versions" || table === "asks") return who.staff || sent(row.representation_id)
  if (["ask_passages", "ask_replies", "ask_outcomes"].includes(table))
    return who.staff || sent(known.representationOfAsk.get(text("ask_id")))
  if (table === "support_sources") return who.staff || row.published_at !== null
  if (table === "custom_fields") return who.staff || (row.for_groups !== "nothing" && who.member)
  if (table === "terms") return who.staff || row.list !== "tag" || row.shown_at !== null
  const file = (audience = "staff") => mayReadFile(audience, who, known.consortia)
  if (table === "opportunities") return file(text("audience"))
  if (table === "opportunity_areas" || table === "opportunity_releases")
    return file(known.audienceOfOpportunity.get(text("opportunity_id")))
  if (table === "opportunity_alerts") return text("person_id") === who.person
  if (table === "expressions_of_interest") {
    const showing = (known.showing.get(text("opportunity_id")) ?? "").split(" ")
    const shown = row.seen_by === "interested" && row.withdrawn_at === null
    return own(row.group_id) || (shown && showing.some((id) => who.groups.has(id)))
  }
  if (table === "bidding_consents") return own(row.group_id) || (row.willing === true && who.member)
  if (table === "resources") return file(text("audience"))
  if (table === "resource_terms") return file(known.audienceOfResource.get(text("resource_id")))
  if (table === "files") return file(text("audience"))
  if (table === "file_contents" || table === "file_pieces")
    return (known.filesOfContent.get(text("digest")) ?? "").split(" ").some((one) => file(one))
  if (table === "events" && text("what").startsWith("file."))
    return file(known.audienceOfFile.get(text("subject_id")))
  if (table === "events")
    return (
      who.staff ||
      (MEMBERS_SEE_EVENTS.test(text("what")) &&
        !STAFF_EVENTS.has(text("what")) &&
        row.group_id !== null &&
        who.groups.has(text("group_id")))
    )
  return who.staff
}

async function askers(): Promise<Asker[]> {
  const [invited] = await system((ctx) =>
    ctx.tx.execute<{ lio: string; consultation: string; group: string; person: string }>(sql`
      select c.lio_id as lio, c.id as consultation, g.id as "group", g.main_contact_id as person from consultations c
      join invitations i on i.consultation_id = c.id join groups g on g.id = i.group_id
      where c.closed_at is null and c.opened_at is not null and g.main_contact_id is not null
      order by exists (select from merges m where m.kept_id = g.id and m.undone_at is null) desc, g.name limit 1`),
  )
  if (!invited) throw new Error("The demo asks nobody.")
  const expires = Date.now() + 86_400_000
  const answer = signLink({
    purpose: "answer",
    lio: invited.lio,
    about: invited.consultation,
    person: invited.person,
    groups: [invited.group],
    expires,
  })
  const preferences = signLink({ purpose: "preferences", lio: invited.lio, person: invited.person, expires })
  const person = (email: string): Asker => ({
    name: email,
    as: (work) => asPerson("demo", { email: `${email}@demo.example` }, work),
  })
  return [
    ...["manager", "worker", "viewer", "lead", "member", "rep"].map(person),
    {
      name: "rep, as a representative alone",
      as: (work) => asPerson("demo", { email: "rep@demo.example", hat: "representative" }, work),
    },
    { name: "guest", as: (work) => asGuest("demo", answer, work) },
    { name: "link", as: (work) => asLink({ purpose: "preferences", key: preferences }, work) },
    { name: "public", as: (work) => asPublic("demo", work) },
  ]
}

describe("Who may read a row", async () => {
  const tables = await guardedTables()
  const everything = new Map<string, Row[]>()
  for (const table of tables) everything.set(table, await system((ctx) => allOf(ctx, table)))
  let refused = 0

  it.each(await askers())("is what the product says, in every table: $name", async ({ as }) => {
    const [who, seen] = await as(async (ctx) => {
      const person = await personBehind(ctx)
      const read = new Map<string, Set<string>>()
      for (const table of tables) read.set(table, new Set((await allOf(ctx, table)).map(({ key }) => key)))
      return [person, read] as const
    })
    const wrong: string[] = []
    for (const [table, rows] of everything)
      for (const row of rows) {
        const allowed = may(table, row, who)
        if (!allowed) refused += 1
        if (allowed !== seen.get(table)?.has(row.key))
          wrong.push(`${table} ${allowed ? "hidden" : "shown"}: ${JSON.stringify(row).slice(0, 150)}`)
      }
    expect(wrong.slice(0, 10)).toEqual([])
  })

  it("was tried thousands of times by people it is not for, and nothing was answered", () =>
    expect([tables.length > 35, refused > 5_000]).toEqual([true, true]))

  it("is nothing at all before a door has said who is asking", async () => {
    const shown = await system(async (ctx) => {
      await ctx.tx.execute(sql`select set_config('app.audiences', '', true)`)
      const counts: Record<string, number> = {}
      for (const table of tables) {
        const rows = await allOf(ctx, table)
        if (rows.length > 0) counts[table] = rows.length
      }
      return counts
    })
    expect(Object.keys(shown).filter((table) => !["terms", "submissions"].includes(table))).toEqual([])
  })
})
