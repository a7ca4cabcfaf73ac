import { json } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { ensure } from "@/lib/errors"
import { FINDABLE, type Findable } from "@/lib/search/policy"
import { findEverywhere } from "@/lib/search/queries"
import { say } from "@/lib/words"

const MOST = 8

/** What the words typed so far may mean: `?lio=…&q=…&kind=group` → `{found: [{kind, id, title, hint}]}`. For staff. */
export const GET = route({
  says: "json",
  lio: ({ query }) => query.get("lio") ?? "",
  work: (ctx, _, { query }) => {
    ensure(ctx.actor.kind === "staff", say("Only staff can look things up here."))
    const kinds = query.getAll("kind").filter((kind): kind is Findable => kind in FINDABLE)
    return findEverywhere(ctx, query.get("q") ?? "", {
      kinds: kinds.length > 0 ? kinds : undefined,
      most: MOST,
    })
  },
  answer: (found) => json({ found }),
})
