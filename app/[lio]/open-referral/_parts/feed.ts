import { json } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import type { Ctx } from "@/lib/access/ctx"
import { type FeedQuery, feedQuery } from "@/lib/directory/open-referral/queries"

type Read = (ctx: Ctx, asked: { query: FeedQuery; id: string }) => Promise<unknown>

/** One address of the Open Referral UK feed: open to everybody, from any website. */
export const feed = (read: Read) =>
  routePublic({
    says: "json",
    headers: { "access-control-allow-origin": "*" },
    input: ({ query }) => feedQuery(query),
    work: (ctx, query, { params }) => read(ctx, { query, id: params.id ?? "" }),
    answer: (value) => {
      const answer = json(value)
      answer.headers.set("cache-control", "public, max-age=300")
      return answer
    },
  })
