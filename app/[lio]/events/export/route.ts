import { listFile } from "@/app/_http/list-file"
import { eventsAsTable } from "@/lib/events/export/queries"
import { eventList } from "@/lib/events/list/filters"

/** The dates of events. */
export const GET = listFile(eventList, eventsAsTable)
