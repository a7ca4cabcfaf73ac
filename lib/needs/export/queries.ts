import "server-only"
import { EVIDENCE_STRENGTHS, NEED_ENDINGS, NEED_STATUSES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { dayOf, say } from "../../words"
import { listNeeds } from "../list/queries"

const names = (of: { name: string }[]) => of.map(({ name }) => name).join("; ")
const ALL = 100_000

/** The needs of a list, a line each, in its order: for files. */
export async function needsAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listNeeds(ctx, listing, ALL)
  const day = (at: Date | null) => (at ? dayOf(at, ctx.lio.timezone) : "")
  return {
    name: "Needs",
    headings: [
      say("Need"),
      say("Areas"),
      say("Themes"),
      say("Times heard"),
      say("Groups that said so"),
      say("Groups that answer it"),
      say("Asks"),
      say("Since"),
      say("Closed on"),
      say("What became of it"),
      say("Evidence"),
      say("Where it stands"),
    ],
    days: [false, false, false, false, false, false, false, true, true],
    pieces: [
      rows.map((row) => [
        row.title,
        names(row.areas) || say("Whole district"),
        names(row.themes),
        row.heard,
        row.groups,
        row.answering,
        row.asks,
        day(row.openedAt),
        day(row.closedAt),
        row.ending ? NEED_ENDINGS[row.ending] : "",
        row.strength ? EVIDENCE_STRENGTHS[row.strength] : "",
        row.status ? NEED_STATUSES[row.status] : "",
      ]),
    ],
  }
}
