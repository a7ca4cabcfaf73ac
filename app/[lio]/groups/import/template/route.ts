import { enter } from "@/app/_http/session"
import { ensure, NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { listFields } from "@/lib/fields/queries"
import { templateRows } from "@/lib/imports/columns/template"
import { mayImport } from "@/lib/imports/policy"
import { toCsv, toXlsx } from "@/lib/spreadsheet/write"

/** An empty list with the headers that Trellis knows, as .xlsx or .csv. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const isCsv = new URL(request.url).searchParams.get("format") === "csv"
  try {
    const questions = await enter(lio, async (ctx) => {
      ensure(mayImport(ctx.actor))
      return listFields(ctx)
    })
    const { headers, help } = templateRows(questions)
    const body = isCsv
      ? toCsv([headers])
      : Buffer.from(
          await toXlsx([
            { name: "Groups", rows: [headers] },
            { name: "How to fill it in", rows: help },
          ]),
        )
    return new Response(body, {
      headers: {
        "content-type": isCsv
          ? "text/csv; charset=utf-8"
          : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "content-disposition": `attachment; filename="groups.${isCsv ? "csv" : "xlsx"}"`,
        "cache-control": "private, no-store",
      },
    })
  } catch (refusal) {
    if (refusal instanceof SignedOut)
      return new Response(null, { status: 303, headers: { location: `/sign-in?next=/${lio}/groups/import` } })
    if (refusal instanceof NotAllowed) return new Response("You may not do that.", { status: 403 })
    if (refusal instanceof NotFound) return new Response("Not found", { status: 404 })
    throw refusal
  }
}
