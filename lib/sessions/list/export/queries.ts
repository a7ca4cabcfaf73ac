import "server-only"
import { desc, eq, sql } from "drizzle-orm"
import { cases, people, sessions, sessionTypes } from "@/db/schema"
import { FUNCTIONS, SESSION_PLACES } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import type { Listing } from "../../../access/list-type"
import { ensure } from "../../../errors"
import type { Table } from "../../../spreadsheet/tables"
import { say } from "../../../words"
import { maySeeSessions } from "../../policy"
import { kindInWords } from "../../words"
import { whereOf } from "../queries"

const namesOf = (table: string, column: string, of: string) =>
  sql<string>`coalesce((select string_agg(n.name, '; ' order by n.name) from ${sql.raw(`${table} j join ${of} n on n.id = j.${column}`)}
    where j.session_id = "sessions"."id"), '')`

/** The sessions of a list, newest first, a line each: for files. */
export async function sessionsAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  ensure(maySeeSessions(ctx.actor), say("Only staff see sessions."))
  const rows = await ctx.tx
    .select({
      on: sessions.on,
      kind: sessions.kind,
      type: sessionTypes.name,
      place: sessions.place,
      function: sessions.function,
      groups: namesOf("session_groups", "group_id", "groups"),
      people: namesOf("session_people", "person_id", "people"),
      enquiries: namesOf("session_enquiries", "enquiry_id", "enquiries"),
      minutes: sessions.minutes,
      note: sessions.note,
      by: people.name,
      case: cases.title,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.byPersonId))
    .leftJoin(cases, eq(cases.id, sessions.caseId))
    .leftJoin(sessionTypes, eq(sessionTypes.id, sessions.typeId))
    .where(whereOf(ctx, listing))
    .orderBy(desc(sessions.on), desc(sessions.createdAt), desc(sessions.id))
  return {
    name: "Sessions",
    headings: [
      say("Date"),
      say("Kind of work"),
      say("Function"),
      say("Groups"),
      say("People"),
      say("Minutes"),
      say("Note"),
      say("Recorded by"),
      say("Case"),
      say("Where"),
      say("Enquiries"),
    ],
    days: [true],
    pieces: [
      rows.map((row) => [
        row.on,
        kindInWords(row),
        FUNCTIONS[row.function],
        row.groups,
        row.people,
        row.minutes,
        row.note,
        row.by,
        row.case ?? "",
        row.place ? SESSION_PLACES[row.place] : "",
        row.enquiries,
      ]),
    ],
  }
}
