import { part } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { getLogo } from "@/lib/lios/look/queries"

/** The LIO's logo. Its address changes with it, so it may be kept for a year. */
export const GET = routePublic({
  work: getLogo,
  answer: ({ bytes, type }, { query }) =>
    part(new Uint8Array(bytes), { type, named: query.has("v"), seconds: 300 }),
})
