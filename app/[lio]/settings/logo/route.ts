import { isOurs, leadTo } from "@/app/_http/origin"
import { enter, signedIn } from "@/app/_http/session"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { keepLogo } from "@/lib/lios/look/commands"
import { LOGO_BYTES } from "@/lib/lios/look/input"

/** More than any logo, less than would hurt: what is longer is not read. */
const MOST = LOGO_BYTES * 20

/** Takes a logo in, and leads back to the page with what became of it. */
export async function POST(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const page = `/${lio}/settings/look`
  const problem = (said: string) => leadTo(`${page}?${new URLSearchParams({ problem: said })}`)
  if (!isOurs(request)) return new Response("This form came from another site.", { status: 403 })
  if (!(await signedIn())) return leadTo(`/sign-in?next=${page}`)
  if (Number(request.headers.get("content-length") ?? 0) > MOST)
    return problem("This picture is far too big. Make it 200 KB or smaller and send it again.")
  try {
    const file = (await request.formData().catch(() => null))?.get("logo")
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    await enter(lio, (ctx) => keepLogo(ctx, bytes), { patience: "save" })
    return leadTo(`${page}?saved=logo`)
  } catch (refusal) {
    if (refusal instanceof RuleBroken) return problem(refusal.message)
    if (refusal instanceof SignedOut) return leadTo(`/sign-in?next=${page}`)
    if (refusal instanceof NotAllowed) return new Response("You may not do that.", { status: 403 })
    if (refusal instanceof NotFound) return new Response("Not found", { status: 404 })
    throw refusal
  }
}
