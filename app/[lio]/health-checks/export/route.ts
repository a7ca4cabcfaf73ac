import { listFile } from "@/app/_http/list-file"
import { checksAsTable } from "@/lib/health-checks/export/queries"
import { checkList } from "@/lib/health-checks/list/filters"

/** The list of health checks: which there are, and nothing of what they say. */
export const GET = listFile(checkList, checksAsTable)
