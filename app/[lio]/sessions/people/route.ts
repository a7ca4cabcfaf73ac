import { isId } from "@/app/_http/address"
import { json } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { ensure } from "@/lib/errors"
import { mayRecordSessions } from "@/lib/sessions/policy"
import { listPeopleOf } from "@/lib/sessions/queries"
import { say } from "@/lib/words"

/** The people of one group, for whoever records a session: `?group=ID` → `{people: [{id, name}]}`. */
export const GET = route({
  says: "json",
  work: async (ctx, _, { query }) => {
    ensure(mayRecordSessions(ctx.actor), say("Only workers and managers can record sessions."))
    const group = query.get("group") ?? ""
    return isId(group) ? listPeopleOf(ctx, [group]) : []
  },
  answer: (people) => json({ people }),
})
