import { tableFile } from "@/app/_http/table-file"
import { readList } from "@/lib/lists/input"
import { tasksAsTable } from "@/lib/tasks/export/queries"
import { taskList } from "@/lib/tasks/filters"

/** The list of tasks. */
export const GET = tableFile("tasks", (ctx, query) => tasksAsTable(ctx, readList(taskList, query)))
