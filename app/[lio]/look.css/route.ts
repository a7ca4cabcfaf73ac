import { part } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { sheetOf } from "@/lib/lios/look/colours"
import { getLook } from "@/lib/lios/look/queries"

/** The LIO's colour as a style sheet. Its address changes with the colour. */
export const GET = routePublic({
  work: getLook,
  answer: ({ colour }, { query }) =>
    part(sheetOf(colour), {
      type: "text/css; charset=utf-8",
      named: query.get("v") === colour?.slice(1),
      seconds: 0,
    }),
})
