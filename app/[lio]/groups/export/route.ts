import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
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
  const folder = await fs.mkdtemp(path.join(tmpdir(), "trellis-export-"))
  const file = path.join(folder, `groups.${format}`)
  try {
    // Into a file first: whoever downloads slowly holds a file open, not the database.
    await enter(lio, async (ctx) => {
      const columns = await fileColumns(ctx, filter, said.get("everything") === "yes")
      const table = {
        name: "Groups",
        headings: columns.map(({ label }) => label),
        days: columns.map(({ day }) => day ?? false),
        pieces: eachLine(ctx, filter, columns),
      }
      await pipeline(TABLE_FILES[format].write(table), createWriteStream(file, { mode: 0o600 }))
    })
    const handle = await fs.open(file)
    const { size } = await handle.stat()
    return new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
      headers: {
        "content-type": TABLE_FILES[format].type,
        "content-length": String(size),
        "content-disposition": `attachment; filename="groups.${format}"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    return refuse(refusal)
  } finally {
    // Who reads it has it open: its name may go.
    await fs.rm(folder, { recursive: true, force: true })
  }
}
