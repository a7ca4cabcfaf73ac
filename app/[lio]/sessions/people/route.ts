import { z } from "zod"
import { enter } from "@/app/_http/session"
import { ensure, NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { listPeopleOf } from "@/lib/sessions/queries"

const answer = (status: number, people: { id: string; name: string }[] = []) =>
  Response.json({ people }, { status, headers: { "cache-control": "private, no-store" } })

/** The people of one group, for whoever records a session: `?group=ID` → `{people: [{id, name}]}`. */
export async function GET(request: Request, { params }: { params: Promise<{ lio: string }> }) {
  const { lio } = await params
  const group = z.uuid().safeParse(new URL(request.url).searchParams.get("group")).data
  try {
    return await enter(lio, async (ctx) => {
      ensure(mayRecordSessions(ctx.actor), "Only workers and managers can record sessions.")
      return answer(200, group ? await listPeopleOf(ctx, [group]) : [])
    })
  } catch (refusal) {
    if (refusal instanceof SignedOut) return answer(401)
    if (refusal instanceof NotAllowed) return answer(403)
    if (refusal instanceof NotFound) return answer(404)
    throw refusal
  }
}
