import { download } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { ensure } from "@/lib/errors"
import { listFields } from "@/lib/fields/queries"
import { templateRows } from "@/lib/imports/columns/template"
import { mayImport } from "@/lib/imports/policy"
import { TABLE_FILES } from "@/lib/spreadsheet/tables"
import { toCsv, toXlsx } from "@/lib/spreadsheet/write"

/** An empty list with the headers that Trellis knows, as .xlsx or .csv. */
export const GET = route({
  back: ({ lio }) => `/${lio}/groups/import`,
  work: (ctx) => {
    ensure(mayImport(ctx.actor))
    return listFields(ctx)
  },
  answer: async (questions, { query }) => {
    const { headers, help } = templateRows(questions)
    if (query.get("format") === "csv")
      return download(toCsv([headers]), { name: "groups.csv", type: TABLE_FILES.csv.type })
    const sheets = [
      { name: "Groups", rows: [headers] },
      { name: "How to fill it in", rows: help },
    ]
    return download(Buffer.from(await toXlsx(sheets)), { name: "groups.xlsx", type: TABLE_FILES.xlsx.type })
  },
})
