import { tableFile } from "@/app/_http/table-file"
import { sessionsAsTable } from "@/lib/sessions/list/export/queries"
import { sessionFilter } from "@/lib/sessions/list/input"

/** The list of sessions. */
export const GET = tableFile("sessions", (ctx, query) => sessionsAsTable(ctx, sessionFilter(query)))
