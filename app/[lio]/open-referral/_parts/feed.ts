import type { Ctx } from "@/lib/access/ctx"
import { asPublic } from "@/lib/access/doors"
import { type FeedQuery, feedQuery } from "@/lib/directory/open-referral/queries"
import { NotFound, RuleBroken } from "@/lib/errors"

type Params = { lio: string; id?: string }
type Read = (ctx: Ctx, asked: { query: FeedQuery; id: string }) => Promise<unknown>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "access-control-allow-origin": "*",
  "cache-control": "public, max-age=300",
  "x-content-type-options": "nosniff",
}

const answer = (said: unknown, status = 200) =>
  new Response(JSON.stringify(said), {
    status,
    headers: status === 200 ? HEADERS : { ...HEADERS, "cache-control": "no-store" },
  })

/** One address of the Open Referral UK feed: open to everybody, from any website. */
export const feed =
  (read: Read) =>
  async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const { lio, id } = await params
    const nothing = () => answer({ message: "There is nothing at this address." }, 404)
    if (id !== undefined && !UUID.test(id)) return nothing()
    try {
      const query = feedQuery(new URL(request.url).searchParams)
      return answer(await asPublic(lio, (ctx) => read(ctx, { query, id: id?.toLowerCase() ?? "" })))
    } catch (refusal) {
      if (refusal instanceof NotFound) return nothing()
      if (refusal instanceof RuleBroken) return answer({ message: refusal.message }, 400)
      throw refusal
    }
  }
