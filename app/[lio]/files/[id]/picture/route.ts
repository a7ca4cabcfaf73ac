import { part } from "@/app/_http/answers"
import { route } from "@/app/_http/route"
import { readFile } from "@/lib/files/queries"
import { ASLEEP } from "../asleep"

/** The small picture of a picture, drawn by us. */
export const GET = route({
  headers: ASLEEP,
  work: (ctx, _, { params }) => readFile(ctx, params.id ?? "", { small: true }),
  answer: ({ bytes, type }) => part(new Uint8Array(bytes), { type, named: false, seconds: 0 }),
})
