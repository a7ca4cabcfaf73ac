import { listFile } from "@/app/_http/list-file"
import { casesAsTable } from "@/lib/cases/export/queries"
import { caseList } from "@/lib/cases/list/filters"

/** The cases of a list that the asker sees. */
export const GET = listFile(caseList, casesAsTable)
