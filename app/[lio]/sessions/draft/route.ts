import { formOf } from "@/app/_http/asked"
import { fromForm } from "@/app/_http/form-data"
import { route } from "@/app/_http/route"
import { keepDraft } from "@/lib/drafts/commands"
import { keepDraftInput } from "@/lib/drafts/input"
import { ensure } from "@/lib/errors"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { say } from "@/lib/words"

/** Keeps what was typed into the form of a new session so far: sent while typing, and as the page is left. */
export const POST = route({
  says: "json",
  most: 200_000,
  input: async (requested) => {
    const form = await formOf(requested)
    const { draft, button: _, from: __, ...values } = fromForm(form)
    return keepDraftInput.parse({ form: draft, values, key: form.get("_key") ?? undefined })
  },
  work: (ctx, draft) => {
    ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can record sessions."))
    return keepDraft(ctx, draft)
  },
  answer: () => new Response(null, { status: 204 }),
})
