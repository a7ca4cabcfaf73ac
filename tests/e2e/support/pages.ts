import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { openDatabase } from "./place"

const pages = path.resolve(import.meta.dirname, "../../../app/[lio]")

/** Every address pattern of an LIO, as the folders of app/[lio] say: `groups/[id]/edit`; `only`: those of pages, without files and doors. */
export function routes({ only }: { only?: "pages" } = {}, folder = ""): string[] {
  return readdirSync(path.join(pages, folder), { withFileTypes: true }).flatMap((entry) => {
    const at = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return entry.name.startsWith("_") ? [] : routes({ only }, at)
    return (only === "pages" ? /^page\.tsx$/ : /^(page\.tsx|route\.tsx?)$/).test(entry.name) ? [folder] : []
  })
}

/** The address of every route handler outside any LIO and in one, with the methods that it answers. */
export const handlers = () =>
  (readdirSync(path.resolve(pages, ".."), { recursive: true }) as string[])
    .filter((file) => /(^|\/)route\.ts$/.test(file) && !file.startsWith("_"))
    .map((file) => {
      const source = readFileSync(path.resolve(pages, "..", file), "utf8")
      const methods = [...source.matchAll(/^export const ([A-Z]+) = /gm)].map(
        ([, method]) => method as string,
      )
      return { route: path.dirname(file), methods }
    })

export type Ids = Record<string, string>
const MADE_UP = "00000000-0000-4000-8000-000000000000"

/** For each pattern, ids that stand in the demo's story; `another`: of what is still open where the first is finished. */
export async function idsOf(lio: string, { another = false } = {}): Promise<(route: string) => Ids> {
  const sql = openDatabase()
  const ids = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = ${lio}), true), set_config('app.audiences', '{*}', true)`
    const one = async (query: string) =>
      ((await tx.unsafe(query))[0] as { id: string } | undefined)?.id ?? MADE_UP
    const found = {
      groups: await one("select id from groups where name like 'Hob’s Mill Food%'"),
      people: await one("select id from people where email = 'lead@demo.example'"),
      sessions: await one("select id from sessions where undone_at is null limit 1"),
      files: await one(
        "select f.id from files f join groups g on g.id = f.group_id where g.name like 'Hob’s Mill Food%' and f.audience <> 'staff' and f.removed_at is null limit 1",
      ),
      notes: await one("select id from notes limit 1"),
      tasks: await one("select id from tasks where dropped_at is null and audience = 'staff' limit 1"),
      needs: await one("select id from needs limit 1"),
      enquiries: await one("select id from enquiries where begun_at is not null and done_at is null limit 1"),
      cases: await one("select id from cases where audience = 'staff' and closed_on is null limit 1"),
      "health-checks": await one(
        `select id from health_checks where withdrawn_at is null and handed_in_at is ${another ? "null" : "not null"} limit 1`,
      ),
      funding: await one(
        `select id from bids where undone_at is null and decided_on is ${another ? "not null" : "null"} limit 1`,
      ),
      opportunities: await one(
        `select id from opportunities where ${another ? "ocid = 'ocds-aldrvl-0001'" : "ocid is null"} limit 1`,
      ),
      consortia: await one(
        "select cp.consortium_id as id from consortium_people cp join people p on p.id = cp.person_id where p.email = 'lead@demo.example' and cp.entered_at is not null and cp.left_at is null limit 1",
      ),
      resources: await one(
        "select id from resources r where audience = 'public' and exists (select from files f where f.on_id = r.id) order by title limit 1",
      ),
      emails: await one("select id from mailings where sent_at is null limit 1"),
      memberships: await one("select id from membership_requests where decided_at is null limit 1"),
      settings: await one("select id from membership_types where retired_at is null limit 1"),
      networks: await one("select id from networks where name like 'Food%'"),
      topic: await one(
        "select t.id from topics t join networks n on n.id = t.network_id where n.name like 'Food%' limit 1",
      ),
      events: await one(
        "select d.id from calendar_dates d where d.audience = 'public' and d.cancelled_at is null order by d.title limit 1",
      ),
      consultations: await one(
        `select id from consultations where finished_at is ${another ? "null order by closes_at desc" : "not null"}`,
      ),
      "have-your-say": await one(
        "select id from consultations where individuals and opened_at is not null and closed_at is null limit 1",
      ),
      representations: await one(
        `select id from representations where closed_at is ${another ? "not null" : "null"}`,
      ),
    }
    const seat = "from seat_terms t join seats s on s.id = t.seat_id"
    const held = `${seat} join people p on p.id = t.person_id where p.email = 'rep@demo.example' and t.ended_on is null`
    // Other tests plan meetings and gather promises for boards of their own: these are of the board that rep@ sits on.
    const board = await one(`select s.board_id as id ${held}`)
    const boards: Record<string, string> = {
      partnerships: board,
      representing: board,
      representatives: await one(`select p.id ${held} and t.named_at is not null`),
      seat: await one(`select s.id ${held}`),
      elections: await one("select id from elections where shown_at is not null limit 1"),
      "board-meetings": await one(
        `select m.meeting_id as id from meeting_reports m join meeting_briefs b on b.meeting_id = m.meeting_id where b.board_id = '${board}' and m.published_at is not null and b.sent_at is not null limit 1`,
      ),
      promise: await one(`select id from board_promises where board_id = '${board}' limit 1`),
    }
    const inDirectory = "directory_consent and removed_at is null and stage <> 'closed'"
    const made = (what: string, id: string) =>
      `overlay(overlay(md5('${what} ' || ${id}) placing '3' from 13 for 1) placing 'a' from 17 for 1)::uuid as id`
    const openData: Record<string, string> = {
      unlisted: await one("select id from groups where not directory_consent limit 1"),
      "health-checks/together": await one(
        "select id from health_checks where handed_in_at is null and consented_at is not null and withdrawn_at is null limit 1",
      ),
      directory: await one(`select id from groups where ${inDirectory} order by name limit 1`),
      "open-referral/services": await one(`select id from groups where ${inDirectory} order by name limit 1`),
      "open-referral/service_at_locations": await one(
        `select ${made("at", "id")} from groups where ${inDirectory} and 'address' = any (directory_shows) and postcode is not null limit 1`,
      ),
      "open-referral/taxonomies": await one(
        `select ${made("taxonomy theme", "id")} from lios where slug = '${lio}'`,
      ),
      "open-referral/taxonomy_terms": await one(
        `select t.id from terms t where t.list = 'theme' and exists (select from group_terms l join groups on groups.id = l.group_id and ${inDirectory} where l.term_id = t.id) limit 1`,
      ),
    }
    const imports = await one(
      `select id from imports where finished_at is ${another ? "null" : "not null"} order by created_at limit 1`,
    )
    const change = await one(
      `select id from events where what = 'group.changed' and group_id = '${found.groups}' and "from" is not null limit 1`,
    )
    const onStaff = await one("select person_id as id from staff where level = 'worker' limit 1")
    const funding: Record<string, string> = {
      "funding/funders": await one("select id from funders where retired_at is null limit 1"),
      "funding/searches": await one("select id from funding_searches where closed_at is null limit 1"),
      "funding/matches": await one(
        "select id from grant_matches where confirmed_at is null and refused_at is null limit 1",
      ),
    }
    const service = await one("select id from services limit 1")
    const source = await one("select id from support_sources limit 1")
    const sessionType = await one("select id from session_types limit 1")
    const term = await one("select id from terms where retired_at is null limit 1")
    const caseNote = await one("select id from case_notes where removed_at is null limit 1")
    const pathway = await one("select id from pathways limit 1")
    const field = await one("select id from custom_fields where retired_at is null limit 1")
    const post = await one(`select id from posts where topic_id = '${found.topic}' limit 1`)
    const published = await one("select representation_id as id from representation_versions limit 1")
    const edition = await one(
      "select consultation_id as id from consultation_results where published_at is not null limit 1",
    )
    const response = await one(
      `select id from responses where consultation_id = '${found.consultations}' and version > 0 limit 1`,
    )
    const question = await one(
      `select id from questions where consultation_id = '${found.consultations}' limit 1`,
    )
    const feedbackQuestion = await one(
      `select id from feedback_questions where event_id = '${found.events}' limit 1`,
    )
    const date = await one(
      `select id from calendar_occurrences where date_id = '${found.events}' order by starts_at desc limit 1`,
    )
    const resourceFile = await one(`select id from files where on_id = '${found.resources}' limit 1`)
    const answer = await one("select id from calendar_answers where came_at is not null limit 1")
    const ask = await one(`select id from asks where representation_id = '${found.representations}' limit 1`)
    return (route: string) => ({
      "[id]": openData[route.replace("/[id]", "")]
        ? (openData[route.replace("/[id]", "")] ?? MADE_UP)
        : route.includes("[version]")
          ? published
          : route.startsWith("evidence")
            ? edition
            : route.startsWith("thread")
              ? found.needs
              : route.startsWith("enquiries/pathways")
                ? pathway
                : route.startsWith("cases/notes")
                  ? caseNote
                  : route.startsWith("groups/import")
                    ? imports
                    : route.startsWith("settings/sources")
                      ? source
                      : route.startsWith("settings/services")
                        ? service
                        : route.startsWith("settings/staff")
                          ? onStaff
                          : route.startsWith("settings/fields")
                            ? field
                            : route.startsWith("settings/session-types")
                              ? sessionType
                              : route.startsWith("settings/lists")
                                ? term
                                : (boards[
                                    route.includes("elections/") ? "elections" : (route.split("/")[0] ?? "")
                                  ] ??
                                  funding[route.replace(/\/\[id\].*$/, "")] ??
                                  found[route.split("/")[0] as keyof typeof found] ??
                                  MADE_UP),
      "[slug]": "hire-a-room-at-the-old-library",
      "[form]": "pdf",
      "[key]": "finance",
      "[eventId]": change,
      "[version]": "1",
      "[edition]": "1",
      "[part]": "json",
      "[kind]": "need",
      "[topicId]": found.topic,
      "[postId]": post,
      "[responseId]": response,
      "[questionId]": route.startsWith("events") ? feedbackQuestion : question,
      "[askId]": ask,
      "[promiseId]": boards.promise ?? MADE_UP,
      "[seatId]": boards.seat ?? MADE_UP,
      "[dateId]": date,
      "[answerId]": answer,
      "[fileId]": resourceFile,
    })
  })
  await sql.end()
  return ids
}

/** A consultation that is open and in which a group of this person was asked. */
export async function openIdOf(lio: string, email: string): Promise<string> {
  const sql = openDatabase()
  const [row] = await sql.begin(async (tx) => {
    await tx`select set_config('app.lio_id', (select id::text from lios where slug = ${lio}), true), set_config('app.audiences', '{*}', true)`
    return tx<{ id: string }[]>`
      select c.id from consultations c join invitations i on i.consultation_id = c.id join roles r on r.group_id = i.group_id
        join people p on p.id = r.person_id
      where p.email = ${email} and c.opened_at is not null and c.closed_at is null limit 1`
  })
  await sql.end()
  return row?.id ?? MADE_UP
}

/** A pattern with its ids filled in; without them, ids that nothing has. */
export const fill = (lio: string, route: string, ids: Ids) =>
  `/${lio}/${route.replace(/\[\w+\]/g, (name) => ids[name] ?? MADE_UP)}`.replace(/\/$/, "")
