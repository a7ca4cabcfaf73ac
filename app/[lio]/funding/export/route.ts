import { listFile } from "@/app/_http/list-file"
import { bidsAsTable } from "@/lib/funding/list/export/queries"
import { fundingList } from "@/lib/funding/list/filters"

/** The funding ledger. */
export const GET = listFile(fundingList, bidsAsTable)
