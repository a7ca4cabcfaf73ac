import { tableFile } from "@/app/_http/table-file"
import { tasksAsTable } from "@/lib/tasks/export/queries"
import { taskFilter } from "@/lib/tasks/input"

/** The list of tasks. */
export const GET = tableFile("tasks", (ctx, query) => tasksAsTable(ctx, taskFilter(query)))
