import { listFile } from "@/app/_http/list-file"
import { opportunitiesAsTable } from "@/lib/opportunities/list/export/queries"
import { opportunityList } from "@/lib/opportunities/list/filters"

/** What contracts are to be had. */
export const GET = listFile(opportunityList, opportunitiesAsTable)
