import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { download } from "@/app/_http/answers"
import type { Asked } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { groupFilter } from "@/lib/groups/list/input"
import { eachLine, fileColumns } from "@/lib/groups/list/queries"
import { TABLE_FILES, type TableFile } from "@/lib/spreadsheet/tables"

function formatOf({ query }: Asked): TableFile {
  const said = query.get("format")
  return said && said in TABLE_FILES ? (said as TableFile) : "csv"
}

/** Writes into a file without a name: whoever downloads it slowly holds it open, not the database. */
async function intoFile(write: (file: NodeJS.WritableStream) => Promise<void>): Promise<fs.FileHandle> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "trellis-export-"))
  try {
    const file = path.join(folder, "file")
    await write(createWriteStream(file, { mode: 0o600 }))
    return await fs.open(file)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

/**
 * The list of groups as a file, with the same filters, order and columns and under the same policy:
 * `?format=csv`, `xlsx`, `ods` or `json`; `everything=yes` has every column.
 */
export const GET = route({
  input: ({ query }) =>
    groupFilter(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))),
  work: async (ctx, filter, asked) => {
    const columns = await fileColumns(ctx, filter, asked.query.get("everything") === "yes")
    const table = {
      name: "Groups",
      headings: columns.map(({ label }) => label),
      days: columns.map(({ day }) => day ?? false),
      pieces: eachLine(ctx, filter, columns),
    }
    return intoFile((file) => pipeline(TABLE_FILES[formatOf(asked)].write(table), file))
  },
  answer: async (handle, asked) => {
    const format = formatOf(asked)
    const { size } = await handle.stat()
    return download(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
      name: `groups.${format}`,
      type: TABLE_FILES[format].type,
      size,
    })
  },
})
