import "server-only"
import { CASE_OUTCOMES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { say } from "../../words"
import { listCases } from "../list/queries"

const ALL = 100_000

/** The cases of a list that the asker sees, a line each, in its order: for files. */
export async function casesAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listCases(ctx, { ...listing, page: 1 }, ALL)
  return {
    name: "Cases",
    headings: [
      say("Case"),
      say("Groups"),
      say("Who works on it"),
      say("Confidential"),
      say("Opened"),
      say("Closed on"),
      say("How it ended"),
      say("Sessions"),
      say("Minutes"),
      say("Last session"),
    ],
    days: [false, false, false, false, true, true, false, false, false, true],
    pieces: [
      rows.map((row) => [
        row.title,
        row.groups ?? "",
        row.people ?? "",
        row.confidential ? say("yes") : say("no"),
        row.openedOn,
        row.closedOn ?? "",
        row.outcome ? CASE_OUTCOMES[row.outcome] : "",
        row.sessions,
        row.minutes,
        row.lastOn ?? "",
      ]),
    ],
  }
}
