import "server-only"
import { MEMBERSHIP_STATES } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { say } from "../../words"
import { listMemberships } from "../list/queries"

const ALL = 100_000

/** One part of the memberships, a line a group, in the order of its page: for files. */
export async function membershipsAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listMemberships(ctx, { ...listing, page: 1 }, ALL)
  return {
    name: "Memberships",
    headings: [
      say("Group"),
      say("Kind of membership"),
      say("State"),
      say("First day"),
      say("Last day"),
      say("Fee (£)"),
      say("Paid on"),
      say("Main contact"),
    ],
    days: [false, false, false, true, true, false, true],
    pieces: [
      rows.map((row) => [
        row.group,
        row.typeName,
        MEMBERSHIP_STATES[row.state as keyof typeof MEMBERSHIP_STATES] ?? say("No membership"),
        row.startsOn ?? "",
        row.endsOn ?? "",
        row.feePence === null ? "" : row.feePence / 100,
        row.paidOn ?? "",
        row.contact ?? "",
      ]),
    ],
  }
}
