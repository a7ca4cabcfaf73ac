import "server-only"
import { RESOURCE_KINDS, RESOURCE_READERS } from "@/db/vocabulary"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { say } from "../../words"
import { listResources } from "../list/queries"

const ALL = 100_000

/** The library, a line each, in the order of the list: for files. */
export async function resourcesAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listResources(ctx, listing, ALL)
  return {
    name: "Resources",
    headings: [
      say("Resource"),
      say("What it is"),
      say("About it"),
      say("Themes"),
      say("Link"),
      say("Who can open it"),
      say("Looked after by"),
      say("Last checked"),
      say("Review due"),
      say("Times used"),
    ],
    days: [false, false, false, false, false, false, false, true, true, false],
    pieces: [
      rows.map((row) => [
        row.title,
        RESOURCE_KINDS[row.kind],
        row.summary ?? "",
        row.themes.map(({ name }) => name).join("; "),
        row.link ?? "",
        RESOURCE_READERS[row.openTo],
        row.owner ?? "",
        row.checkedOn ?? "",
        row.reviewOn,
        row.used,
      ]),
    ],
  }
}
