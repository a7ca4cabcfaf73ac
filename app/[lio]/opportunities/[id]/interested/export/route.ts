import { tableFile } from "@/app/_http/list-file"
import { interestAsTable } from "@/lib/opportunities/interest/export/queries"

/** Who is interested, with what each can show. */
export const GET = tableFile("interested-groups", (ctx, { params }) => interestAsTable(ctx, params.id ?? ""))
