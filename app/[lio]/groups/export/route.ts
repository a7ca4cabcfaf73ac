import { enter } from "@/app/_http/session"
import { refuse } from "@/app/_http/visit"
import { groupFilter } from "@/lib/groups/list/input"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { TABLE_FILES, type TableFile } from "@/lib/spreadsheet/tables"

const formatOf = (said: string | null): TableFile =>
  said && said in TABLE_FILES ? (said as TableFile) : "csv"

/**
 * The list of groups as a file, with the same filters, order and columns and under the same policy:
 * `?format=csv`, `xlsx`, `ods` or `json`; `everything=yes` has every column.
 */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const said = new URL(request.url).searchParams
  const filter = groupFilter(Object.fromEntries([...said.keys()].map((name) => [name, said.getAll(name)])))
  const format = formatOf(said.get("format"))
  try {
    const table = await enter(lio, async (ctx) => {
      const columns = await fileColumns(ctx, filter, said.get("everything") === "yes")
      const rows: (string | number)[][] = []
      for await (const some of eachLine(ctx, filter, columns)) rows.push(...some)
      return { name: "Groups", headings: columns.map(({ label }) => label), rows }
    })
    return new Response(await TABLE_FILES[format].write(table), {
      headers: {
        "content-type": TABLE_FILES[format].type,
        "content-disposition": `attachment; filename="groups.${format}"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    return refuse(refusal)
  }
}
