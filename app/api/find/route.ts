import { json } from "@/app/_http/answers"
import { routeOutside } from "@/app/_http/route"
import { finderQuery } from "@/lib/finder/input"
import { findSupport } from "@/lib/finder/queries"
import { asData } from "./_parts/data"

export const dynamic = "force-dynamic"

/**
 * The finder for other websites: `?q=` a postcode, the first part of one or a place; `?at=53.54,-2.11` a point; `?place=` the
 * GSS code of a district or a ward; `&about=` whom the group is for. Open to everybody, from any website.
 */
export const GET = routeOutside(
  { says: "json", headers: { "access-control-allow-origin": "*" } },
  async ({ query }) => {
    const asked = finderQuery(Object.fromEntries(query))
    const data = asData(await findSupport(asked))
    const answer = json(data, data.found === "nothing" ? 400 : data.found === "unknown" ? 404 : 200)
    // Where somebody is, is kept nowhere.
    answer.headers.set("cache-control", asked.at ? "private, no-store" : "public, max-age=300")
    return answer
  },
)
