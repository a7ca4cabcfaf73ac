// The references: a bare Node server with one indexed look-up, and the list's own SQL through the door with React's static render.

import { createServer } from "node:http"
import postgres from "postgres"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { asPerson } from "@/lib/access/doors"
import { groupList } from "@/lib/groups/list/filters"
import { listGroups } from "@/lib/groups/list/queries"
import { readList } from "@/lib/lists/input"

const sql = postgres(process.env.TRELLIS_OWNER_URL ?? "", { max: 20 })
const [lio] = await sql`select id from lios where slug = 'bench'`

const cell = (value: unknown) => createElement("td", null, String(value ?? ""))
async function list(query: URLSearchParams) {
  const filter = readList(groupList, Object.fromEntries(query))
  const { rows, total } = await asPerson("bench", { email: "bench@bench.example" }, (ctx) =>
    listGroups(ctx, filter),
  )
  const table = createElement(
    "table",
    null,
    createElement("caption", null, total),
    createElement(
      "tbody",
      null,
      rows.map((row) =>
        createElement(
          "tr",
          { key: row.id },
          cell(row.name),
          cell(row.stage),
          cell(row.lastContactOn),
          cell(row.joinedOn),
        ),
      ),
    ),
  )
  return `<!doctype html>${renderToStaticMarkup(table)}`
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost")
  const body =
    url.pathname === "/list"
      ? await list(url.searchParams)
      : JSON.stringify(await sql`select id, name from lios where id = ${lio?.id}`)
  response.writeHead(200, { "content-type": url.pathname === "/list" ? "text/html" : "application/json" })
  response.end(body)
})
server.listen(0, "127.0.0.1", () => console.log(`port ${(server.address() as { port: number }).port}`))
