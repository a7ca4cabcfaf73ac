import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { dayOf, say } from "../../words"
import { listCheckRows } from "../list/queries"
import { stateOf } from "../words"

const ALL = 100_000

/** The health checks of a listing, a line each, in the order of the list: for files. */
export async function checksAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listCheckRows(ctx, listing, ALL)
  const day = (at: Date | null) => (at ? dayOf(at, ctx.lio.timezone) : "")
  const yesNo = (is: boolean) => (is ? say("Yes") : say("No"))
  return {
    name: "Health checks",
    headings: [
      say("Group"),
      say("How far it is"),
      say("Asked"),
      say("Asked by"),
      say("Asked again"),
      say("Begun"),
      say("Handed in"),
      say("Shared with staff"),
      say("Next check"),
    ],
    days: [false, false, true, false, false, true, true, false, true],
    pieces: [
      rows.map((row) => [
        row.group,
        stateOf(row),
        day(row.askedAt),
        row.by ?? "",
        yesNo(row.again),
        day(row.startedAt),
        day(row.handedInAt),
        yesNo(row.shared),
        row.recheckOn ?? "",
      ]),
    ],
  }
}
