import { stringify } from "csv-stringify/sync"
import { download } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { columnLines, numberLines } from "@/lib/consultations/editions/columns"
import { editionIn, readEditionPaper } from "@/lib/consultations/editions/queries"
import { found } from "@/lib/errors"
import { TABLE_FILES } from "@/lib/spreadsheet/tables"

type Read = Awaited<ReturnType<typeof readEditionPaper>>

const csv = (lines: string[][], name: string) =>
  download(stringify(lines, { bom: true, escape_formulas: true }), { name, type: TABLE_FILES.csv.type })

/** The edition as data. `edition` is what its digest is of: `jq -cSj .edition FILE | sha256sum`. */
const json = ({ published, paper, document }: Read, name: string) =>
  download(
    JSON.stringify(
      {
        sha256: published.digest,
        publishedAt: published.publishedAt.toISOString(),
        address: paper.facts.at(-1)?.value,
        edition: document,
      },
      null,
      2,
    ),
    { name, type: "application/json" },
  )

const DATA: Record<string, (read: Read, name: string) => Response> = {
  json: (read, name) => json(read, `${name}.json`),
  csv: ({ document }, name) => csv(numberLines(document), `${name}.csv`),
  columns: ({ document }, name) => csv(columnLines(document), `${name}-columns.csv`),
}

/** A published edition as data: JSON, its numbers as CSV, or what the columns of those hold. For everybody. */
export const GET = routePublic({
  work: (ctx, _, { params: { id = "", edition = "" } }) => readEditionPaper(ctx, id, editionIn(edition)),
  answer: (read, { params: { part = "" } }) => {
    const write = found(Object.hasOwn(DATA, part) ? DATA[part] : null)
    return write(read, `evidence-edition-${read.published.edition}`)
  },
  // Whoever checks the numbers may do so from a page of their own.
  headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=300" },
})
