import { tableFile } from "@/app/_http/table-file"
import { readList } from "@/lib/lists/input"
import { needsAsTable } from "@/lib/needs/export/queries"
import { needList } from "@/lib/needs/list/filters"

/** The register of needs. */
export const GET = tableFile("needs", (ctx, query) => needsAsTable(ctx, readList(needList, query)))
