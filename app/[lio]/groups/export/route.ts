import { stringify } from "csv-stringify/sync"
import { writeXlsx } from "hucre/xlsx"
import { enter } from "@/app/_http/session"
import { refuse } from "@/app/_http/visit"
import { COLUMNS, lineOf } from "@/lib/groups/list/columns"
import { groupFilter } from "@/lib/groups/list/input"
import { eachGroup } from "@/lib/groups/list/queries"

type Line = ReturnType<typeof lineOf>

/** As Excel opens it: with a mark for UTF-8, and no cell that runs as a formula. */
const csv = (lines: Line[]) =>
  stringify(lines, { columns: COLUMNS, header: true, bom: true, escape_formulas: true })

/** Cells of text stay text: a formula among them never runs. */
const xlsx = (lines: Line[]) =>
  writeXlsx({
    sheets: [
      {
        name: "Groups",
        rows: [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column] ?? ""))],
      },
    ],
  })

const FORMATS = {
  csv: { type: "text/csv; charset=utf-8", body: csv },
  xlsx: { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body: xlsx },
  json: { type: "application/json; charset=utf-8", body: (lines: Line[]) => JSON.stringify(lines, null, 1) },
}
const formatOf = (said: string | undefined) => (said === "xlsx" || said === "json" ? said : "csv")

/** The list of groups as a file, with the same filters and under the same policy: `?format=csv`, `xlsx` or `json`. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const format = formatOf(query.format)
  try {
    const lines = await enter(lio, async (ctx) => {
      const taken: Line[] = []
      for await (const rows of eachGroup(ctx, groupFilter(query)))
        for (const row of rows) taken.push(lineOf(row))
      return taken
    })
    const body = await FORMATS[format].body(lines)
    return new Response(typeof body === "string" ? body : new Uint8Array(body), {
      headers: {
        "content-type": FORMATS[format].type,
        "content-disposition": `attachment; filename="groups.${format}"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    return refuse(refusal)
  }
}
