import { part } from "@/app/_http/answers"
import { routePublic } from "@/app/_http/route"
import { readPicture } from "@/lib/partnerships/elections/pictures/queries"

/** The small picture of somebody who stands, drawn by us. For everybody where the board is shown. */
export const GET = routePublic({
  work: (ctx, _input, { params: { id = "", nominationId = "" } }) => readPicture(ctx, id, nominationId),
  answer: ({ bytes, type }) => part(new Uint8Array(bytes), { type, named: false, seconds: 300 }),
})
