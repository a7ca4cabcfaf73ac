import { enter } from "@/app/_http/session"
import { NotAllowed, NotFound, SignedOut } from "@/lib/errors"
import { FINDABLE, type Findable } from "@/lib/search/policy"
import { findEverywhere } from "@/lib/search/queries"

const MOST = 8
const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } })

/** What the words typed so far may mean: `?lio=…&q=…&kind=group` → `{found: [{kind, id, title, hint}]}`. For staff. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams
  const kinds = query.getAll("kind").filter((kind): kind is Findable => kind in FINDABLE)
  try {
    const found = await enter(query.get("lio") ?? "", async (ctx) => {
      if (ctx.actor.kind !== "staff") throw new NotAllowed("Only staff can look things up here.")
      return findEverywhere(ctx, query.get("q") ?? "", {
        kinds: kinds.length > 0 ? kinds : undefined,
        most: MOST,
      })
    })
    return answer(200, { found })
  } catch (refusal) {
    if (refusal instanceof SignedOut) return answer(401, { found: [] })
    if (refusal instanceof NotFound) return answer(404, { found: [] })
    if (refusal instanceof NotAllowed) return answer(403, { found: [] })
    throw refusal
  }
}
