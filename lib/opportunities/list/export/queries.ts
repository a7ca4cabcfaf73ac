import "server-only"
import { OPPORTUNITY_STANDS } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import type { Listing } from "../../../access/list-type"
import type { Table } from "../../../spreadsheet/tables"
import { clockTimeOf, dayOf, say } from "../../../words"
import { kindsInWords } from "../../words"
import { listOpportunities } from "../queries"

const ALL = 100_000

/** The list, a line each, in its order: for files. */
export async function opportunitiesAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listOpportunities(ctx, listing, ALL)
  const yes = (value: boolean | null) => (value === null ? "" : value ? say("Yes") : say("No"))
  return {
    name: "Opportunities",
    headings: [
      say("Opportunity"),
      say("Buyer"),
      say("Status"),
      say("Bids by"),
      say("Time"),
      say("Worth at least"),
      say("Worth up to"),
      say("Currency"),
      say("Suitable for voluntary groups"),
      say("What it’s about"),
      say("Where"),
      say("Starts"),
      say("Ends"),
      say("From"),
      say("Notice"),
    ],
    days: [false, false, false, true, ...Array<boolean>(7).fill(false), true, true, false, false],
    pieces: [
      rows.map((row) => [
        row.title,
        row.buyer ?? "",
        OPPORTUNITY_STANDS[row.stands],
        row.closesAt ? dayOf(row.closesAt, ctx.lio.timezone) : "",
        row.closesAt ? clockTimeOf(row.closesAt, ctx.lio.timezone) : "",
        row.valueLeast === null ? "" : row.valueLeast / 100,
        row.valueMost === null ? "" : row.valueMost / 100,
        row.currency ?? "",
        yes(row.vcse),
        kindsInWords(row.divisions),
        row.place ?? "",
        row.startsOn ?? "",
        row.endsOn ?? "",
        row.source ?? say("Added by hand"),
        row.link ?? "",
      ]),
    ],
  }
}
