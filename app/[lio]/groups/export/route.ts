import { stringify } from "csv-stringify/sync"
import { enter } from "@/app/_http/session"
import { refuse } from "@/app/_http/visit"
import { COLUMNS, lineOf } from "@/lib/groups/list/columns"
import { groupFilter } from "@/lib/groups/list/input"
import { eachGroup } from "@/lib/groups/list/queries"

type Lines = ReturnType<typeof lineOf>[]

const asCsv = (lines: Lines, first: boolean) =>
  stringify(lines, { columns: COLUMNS, header: first, bom: first, escape_formulas: true })

/** The list of groups as a file, with the same filters and under the same policy: `?format=csv` (usual) or `json`. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const json = query.format === "json"
  try {
    const parts = await enter(lio, async (ctx) => {
      const taken: string[] = []
      for await (const rows of eachGroup(ctx, groupFilter(query))) {
        const lines = rows.map(lineOf)
        taken.push(
          json ? lines.map((line) => JSON.stringify(line)).join(",\n") : asCsv(lines, taken.length === 0),
        )
      }
      return taken
    })
    const body = json ? `[\n${parts.filter(Boolean).join(",\n")}\n]\n` : parts.join("")
    return new Response(body, {
      headers: {
        "content-type": json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="groups.${json ? "json" : "csv"}"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    return refuse(refusal)
  }
}
