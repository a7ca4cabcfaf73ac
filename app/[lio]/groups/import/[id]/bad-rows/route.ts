import { enter } from "@/app/_http/session"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { listBadRows } from "@/lib/imports/wizard/queries"
import { toCsv } from "@/lib/spreadsheet/write"

/** The rows with something wrong, with a Problem column, as CSV. */
export async function GET(_request: Request, { params }: { params: Promise<{ lio: string; id: string }> }) {
  const { lio, id } = await params
  if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)) return new Response("Not found", { status: 404 })
  try {
    const rows = await enter(lio, (ctx) => listBadRows(ctx, id))
    return new Response(toCsv(rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="rows-to-mend.csv"',
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
