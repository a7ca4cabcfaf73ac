import { download } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { getBlt } from "@/lib/partnerships/elections/results/queries"

/** The ballots of a vote as they were counted, for a count elsewhere. For everybody once the result is told. */
export const GET = routePublic({
  work: (ctx, _input, { params: { id = "" } }) => getBlt(ctx, id),
  answer: ({ title, blt }) => download(blt, { name: `${title}.blt`, type: "text/plain; charset=utf-8" }),
})
