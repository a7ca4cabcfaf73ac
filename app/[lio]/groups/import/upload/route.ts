import { enter } from "@/app/_http/session"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { takeFile } from "@/lib/groups/imports/wizard/commands"

const back = (path: string) => new Response(null, { status: 303, headers: { location: path } })

/** Takes a spreadsheet in (server actions are too small for one) and leads on to its columns, or back with what is wrong. */
export async function POST(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const base = `/${lio}/groups/import`
  const origin = request.headers.get("origin")
  if (origin && new URL(origin).host !== request.headers.get("host"))
    return new Response("This form came from another site.", { status: 403 })
  try {
    const form = await request.formData()
    const file = form.get("file")
    if (!(file instanceof File) || file.size === 0)
      return back(`${base}?problem=${encodeURIComponent("Choose a file first.")}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id } = await enter(lio, (ctx) => takeFile(ctx, { name: file.name, bytes }))
    return back(`${base}/${id}/columns`)
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return back(`${base}?problem=${encodeURIComponent(refusal.message)}`)
    if (refusal instanceof SignedOut) return back(`/sign-in?next=${base}`)
    if (refusal instanceof NotAllowed) return new Response("You may not do that.", { status: 403 })
    if (refusal instanceof NotFound) return new Response("Not found", { status: 404 })
    throw refusal
  }
}
