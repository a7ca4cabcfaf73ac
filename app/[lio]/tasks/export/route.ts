import { listFile } from "@/app/_http/list-file"
import { tasksAsTable } from "@/lib/tasks/export/queries"
import { taskList } from "@/lib/tasks/filters"

/** The list of tasks. */
export const GET = listFile(taskList, tasksAsTable)
