import { tableFile } from "@/app/_http/table-file"
import { membershipsAsTable } from "@/lib/memberships/export/queries"
import { partOf } from "@/lib/memberships/input"

/** One part of the memberships. */
export const GET = tableFile("memberships", (ctx, query) => membershipsAsTable(ctx, partOf(query).part))
