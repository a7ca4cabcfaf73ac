import { fromForm } from "@/app/_http/form-data"
import { isOurs } from "@/app/_http/origin"
import { enter } from "@/app/_http/session"
import { keepDraft } from "@/lib/drafts/commands"
import { keepDraftInput } from "@/lib/drafts/input"
import { NotAllowed, NotFound, RuleBroken, SignedOut } from "@/lib/errors"
import { mayRecordSessions } from "@/lib/sessions/policy"

const MOST_BYTES = 200_000
const answer = (status: number) => new Response(null, { status })

/** Keeps what was typed into the form of a new session so far: sent while typing, and as the page is left. */
export async function POST(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  if (!isOurs(request)) return answer(403)
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return answer(413)
  const form = await request.formData().catch(() => null)
  const { draft, then: _, from: __, ...values } = form ? fromForm(form) : {}
  const said = keepDraftInput.safeParse({ form: draft, values, key: form?.get("_key") ?? undefined })
  if (!said.success) return answer(400)
  const { lio } = await params
  try {
    await enter(
      lio,
      async (ctx) => {
        if (!mayRecordSessions(ctx.actor))
          throw new NotAllowed("Only workers and managers can record sessions.")
        return keepDraft(ctx, said.data)
      },
      { patience: "save" },
    )
    return answer(204)
  } catch (refusal) {
    if (refusal instanceof SignedOut) return answer(401)
    if (refusal instanceof NotFound) return answer(404)
    if (refusal instanceof NotAllowed) return answer(403)
    if (refusal instanceof RuleBroken) return answer(413)
    throw refusal
  }
}
