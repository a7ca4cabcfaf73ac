import { listFile } from "@/app/_http/list-file"
import { needsAsTable } from "@/lib/needs/export/queries"
import { needList } from "@/lib/needs/list/filters"

/** The register of needs. */
export const GET = listFile(needList, needsAsTable)
