import { listFile } from "@/app/_http/list-file"
import { peopleAsTable } from "@/lib/people/export/queries"
import { peopleList } from "@/lib/people/filters"

/** The list of people. */
export const GET = listFile(peopleList, peopleAsTable)
