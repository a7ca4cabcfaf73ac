import { json } from "@/app/_http/answers"
import { formOf } from "@/app/_http/asked"
import { route } from "@/app/_http/route"
import { ensure } from "@/lib/errors"
import { LONGEST_BODY } from "@/lib/guides/input"
import { mayWriteGuides } from "@/lib/guides/policy"
import { drawnGuide } from "@/lib/guides/writing/overview/queries"
import { say } from "@/lib/words"

/** What is being written of a guide, as it will look: `{html}`. Nothing is kept. */
export const POST = route({
  says: "json",
  most: LONGEST_BODY * 4,
  input: async (asked) => String((await formOf(asked)).get("body") ?? "").slice(0, LONGEST_BODY),
  work: async (ctx, body) => {
    ensure(mayWriteGuides(ctx.actor), say("Only workers and managers can write guides."))
    return drawnGuide(ctx, body)
  },
  answer: (html) => json({ html }),
})
