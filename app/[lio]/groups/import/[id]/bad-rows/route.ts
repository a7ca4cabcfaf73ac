import { download } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { listBadRows } from "@/lib/imports/wizard/queries"
import { TABLE_FILES } from "@/lib/spreadsheet/tables"
import { toCsv } from "@/lib/spreadsheet/write"

/** The rows with something wrong, with a Problem column, as CSV. */
export const GET = route({
  back: ({ lio }) => `/${lio}/groups/import`,
  work: (ctx, _, { params }) => listBadRows(ctx, params.id ?? ""),
  answer: (rows) => download(toCsv(rows), { name: "rows-to-mend.csv", type: TABLE_FILES.csv.type }),
})
