import "server-only"
import { createWriteStream } from "node:fs"
import fs from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Ctx } from "@/lib/access/ctx"
import type { List, Listing } from "@/lib/access/list-type"
import { ensure, RuleBroken } from "@/lib/errors"
import { readList } from "@/lib/lists/input"
import { listFilters } from "@/lib/lists/queries"
import { unreadIn } from "@/lib/lists/words"
import { TABLE_FILES, type Table, type TableFile } from "@/lib/spreadsheet/tables"
import { say } from "@/lib/words"
import { download } from "./answers"
import type { Asked } from "./asked"
import { columnsInSight } from "./kept-columns"
import { route } from "./route"

/** The kind of file that an address asks for: CSV when it does not say. */
function formatOf({ query }: Asked): TableFile {
  const format = query.get("format") ?? "csv"
  if (!Object.hasOwn(TABLE_FILES, format))
    throw new RuleBroken(say("You can have this list as csv, xlsx, ods or json."))
  return format as TableFile
}

/** What an address asks of a list. RuleBroken when it cannot be read: an empty file would look like an empty list. */
async function listingOf(ctx: Ctx, list: List, query: URLSearchParams): Promise<Listing> {
  ensure(list.maySee(ctx.actor))
  const listing = readList(list, query)
  const [unread] = unreadIn(await listFilters(ctx, list), listing)
  if (unread) throw new RuleBroken(unread)
  return { ...listing, cols: await columnsInSight(list, listing, { cols: query.get("cols") ?? undefined }) }
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

/** Writes a table as the kind of file that was asked for, outside the memory of the server. */
const written = (table: Table, asked: Asked) =>
  intoFile((file) => pipeline(TABLE_FILES[formatOf(asked)].write(table), file))

/** The file, to keep under a name. */
async function kept(handle: fs.FileHandle, asked: Asked, name: string) {
  const format = formatOf(asked)
  const { size } = await handle.stat()
  return download(Readable.toWeb(handle.createReadStream()) as ReadableStream, {
    name: `${name}.${format}`,
    type: TABLE_FILES[format].type,
    size,
  })
}

/** A table of one page as a file: `?format=csv`, `xlsx`, `ods` or `json`. `read` says who may have it. */
export const tableFile = (name: string, read: (ctx: Ctx, asked: Asked) => Promise<Table>) =>
  route({
    work: async (ctx, _, asked) => written(await read(ctx, asked), asked),
    answer: (handle, asked) => kept(handle, asked, name),
  })

/**
 * A list as a file, with the filters and the order of its page and under the same policy: `?format=csv`, `xlsx`, `ods` or
 * `json`. `read` gives what the list's page would show, all of it.
 */
export const listFile = (
  list: List,
  read: (ctx: Ctx, listing: Listing, query: URLSearchParams) => Promise<Table>,
) =>
  route({
    work: async (ctx, _, asked) => {
      formatOf(asked)
      return written(await read(ctx, await listingOf(ctx, list, asked.query), asked.query), asked)
    },
    answer: (handle, asked) => kept(handle, asked, list.name),
  })
