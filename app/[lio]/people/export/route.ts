import { tableFile } from "@/app/_http/table-file"
import { peopleAsTable } from "@/lib/people/export/queries"
import { peopleFilter } from "@/lib/people/input"

/** The list of people. */
export const GET = tableFile("people", (ctx, query) => peopleAsTable(ctx, peopleFilter(query)))
