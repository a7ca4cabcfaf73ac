import { tableFile } from "@/app/_http/table-file"
import { readList } from "@/lib/lists/input"
import { peopleAsTable } from "@/lib/people/export/queries"
import { peopleList } from "@/lib/people/filters"

/** The list of people. */
export const GET = tableFile("people", (ctx, query) => peopleAsTable(ctx, readList(peopleList, query)))
