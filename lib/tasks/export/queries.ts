import "server-only"
import type { Ctx } from "../../access/ctx"
import type { Listing } from "../../access/list-type"
import type { Table } from "../../spreadsheet/tables"
import { say } from "../../words"
import { listTasks } from "../queries"
import { partsOf } from "../words"

const ALL = 100_000

/** The tasks of a list, a line each, in its order: for files. */
export async function tasksAsTable(ctx: Ctx, listing: Listing): Promise<Table> {
  const rows = await listTasks(ctx, { ...listing, page: 1 }, ALL)
  return {
    name: "Tasks",
    headings: [say("Task"), say("Group"), say("Assigned to"), say("Due"), say("Done on")],
    days: [false, false, false, true, true],
    pieces: [
      rows.map((row) => [
        partsOf(row.what).words,
        row.group ?? "",
        row.assignee ?? "",
        row.dueOn ?? "",
        row.doneAt?.toISOString().slice(0, 10) ?? "",
      ]),
    ],
  }
}
