import { tableFile } from "@/app/_http/table-file"
import { needsAsTable } from "@/lib/needs/export/queries"
import { needFilter } from "@/lib/needs/input"

/** The register of needs. */
export const GET = tableFile("needs", (ctx, query) => needsAsTable(ctx, needFilter(query)))
