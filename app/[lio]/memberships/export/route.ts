import { tableFile } from "@/app/_http/table-file"
import { readList } from "@/lib/lists/input"
import { membershipsAsTable } from "@/lib/memberships/export/queries"
import { membershipList } from "@/lib/memberships/list/filters"

/** One part of the memberships. */
export const GET = tableFile("memberships", (ctx, query) =>
  membershipsAsTable(ctx, readList(membershipList, query)),
)
