import { listFile } from "@/app/_http/list-file"
import { membershipsAsTable } from "@/lib/memberships/export/queries"
import { membershipList } from "@/lib/memberships/list/filters"

/** One part of the memberships. */
export const GET = listFile(membershipList, membershipsAsTable)
