import { listFile } from "@/app/_http/list-file"
import { resourcesAsTable } from "@/lib/resources/export/queries"
import { resourceList } from "@/lib/resources/list/filters"

/** The library. */
export const GET = listFile(resourceList, resourcesAsTable)
