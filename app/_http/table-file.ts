import "server-only"
import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Ctx } from "@/lib/access/ctx"
import { TABLE_FILES, type Table, type TableFile } from "@/lib/spreadsheet/tables"
import { download } from "./answers"
import type { Asked } from "./asked"
import { route } from "./route"
import type { Query } from "./visit"

function formatOf({ query }: Asked): TableFile {
  const format = query.get("format")
  return format && format in TABLE_FILES ? (format as TableFile) : "csv"
}

const queryOf = ({ query }: Asked): Query =>
  Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [first, ...more] = query.getAll(name)
      return [name, more.length > 0 ? query.getAll(name) : first]
    }),
  )

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
 * A list as a file, with the filters and the order of its page and under the same policy: `?format=csv`, `xlsx`, `ods` or
 * `json`. `name` is what the file is called; `read` what the list's page would show, all of it.
 */
export const tableFile = (name: string, read: (ctx: Ctx, query: Query) => Promise<Table>) =>
  route({
    work: async (ctx, _, requested) => {
      const table = await read(ctx, queryOf(requested))
      return intoFile((file) => pipeline(TABLE_FILES[formatOf(requested)].write(table), file))
    },
    answer: async (handle, requested) => {
      const format = formatOf(requested)
      const { size } = await handle.stat()
      return download(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
        name: `${name}.${format}`,
        type: TABLE_FILES[format].type,
        size,
      })
    },
  })
