import "server-only"
import { BID_STATES, PROOFS, SHARES } from "@/db/vocabulary"
import type { Ctx } from "../../../access/ctx"
import type { Listing } from "../../../access/list-type"
import type { Table } from "../../../spreadsheet/tables"
import { say } from "../../../words"
import { listBids } from "../queries"

const ALL = 100_000
const pounds = (pence: number | null) => (pence === null ? "" : pence / 100)

/** The bids of a list, a line each, in its order: for files. Sums are in pounds. */
export async function bidsAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listBids(ctx, listing, ALL)
  return {
    name: "Funding",
    headings: [
      say("What for"),
      say("Group"),
      say("Together with"),
      say("Funder"),
      say("Status"),
      say("Asked (£)"),
      say("Awarded (£)"),
      say("Paid so far (£)"),
      say("Noted on"),
      say("Deadline"),
      say("Sent on"),
      say("Decision due"),
      say("Decided on"),
      say("Our part"),
      say("How we know"),
    ],
    days: [...Array(8).fill(false), true, true, true, true, true, false, false],
    pieces: [
      rows.map((row) => [
        row.title,
        row.group,
        row.partners.join("; "),
        row.funder,
        BID_STATES[row.state],
        pounds(row.asked),
        pounds(row.awarded),
        pounds(row.paid),
        row.openedOn,
        row.deadlineOn ?? "",
        row.sentOn ?? "",
        row.decisionDueOn ?? "",
        row.decidedOn ?? "",
        row.share ? SHARES[row.share] : "",
        row.proof ? PROOFS[row.proof] : "",
      ]),
    ],
  }
}
