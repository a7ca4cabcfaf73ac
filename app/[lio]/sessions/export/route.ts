import { listFile } from "@/app/_http/list-file"
import { sessionsAsTable } from "@/lib/sessions/list/export/queries"
import { sessionList } from "@/lib/sessions/list/filters"

/** The list of sessions. */
export const GET = listFile(sessionList, sessionsAsTable)
