import { isOurs, leadTo } from "@/app/_http/origin"
import { enter, signedIn } from "@/app/_http/session"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { takeFile } from "@/lib/imports/wizard/commands"

/** A file of 20 MB, and the form round it. */
const MOST = 20 * 1024 * 1024 + 10_000

/** Takes a spreadsheet in (server actions are too small for one) and leads on to its columns, or back with what is wrong. */
export async function POST(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const base = `/${lio}/groups/import`
  const problem = (said: string) => leadTo(`${base}?problem=${encodeURIComponent(said)}`)
  if (!isOurs(request)) return new Response("This form came from another site.", { status: 403 })
  if (!(await signedIn())) return leadTo(`/sign-in?next=${base}`)
  if (Number(request.headers.get("content-length") ?? 0) > MOST)
    return problem("This file has more than 20 MB. Split it in two, or leave out columns you don’t need.")
  try {
    const form = await request.formData().catch(() => null)
    const file = form?.get("file")
    if (!(file instanceof File) || file.size === 0) return problem("Choose a file first.")
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id } = await enter(lio, (ctx) => takeFile(ctx, { name: file.name, bytes }), { patience: "save" })
    return leadTo(`${base}/${id}/columns`)
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return problem(refusal.message)
    if (refusal instanceof SignedOut) return leadTo(`/sign-in?next=${base}`)
    if (refusal instanceof NotAllowed) return new Response("You may not do that.", { status: 403 })
    if (refusal instanceof NotFound) return new Response("Not found", { status: 404 })
    throw refusal
  }
}
