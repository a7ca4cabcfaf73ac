import { tableFile } from "@/app/_http/table-file"
import { readList } from "@/lib/lists/input"
import { sessionsAsTable } from "@/lib/sessions/list/export/queries"
import { sessionList } from "@/lib/sessions/list/filters"

/** The list of sessions. */
export const GET = tableFile("sessions", (ctx, query) => sessionsAsTable(ctx, readList(sessionList, query)))
